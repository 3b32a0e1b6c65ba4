#include "vault/record/record.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("what is kept is there after closing and opening, byte for byte") {
  RecordFixture fixture;
  const ItemNumber words = fixture.add_words("I am sorry for what I did", {{"who", "Mark"}, {"where", "my phone"}});
  const Bytes large = random_bytes(700 * 1024), edge = random_bytes(256 * 1024), small = random_bytes(10);
  const ItemNumber large_file = fixture.add_file("film.mp4", large), edge_file = fixture.add_file("edge", edge),
                   small_file = fixture.add_file("s", small);
  const ItemNumber empty_file = fixture.add_file("empty", {});
  fixture.reopen();
  CHECK(text_of(fixture.record(), words) == "I am sorry for what I did");
  CHECK(text_of(fixture.record(), large_file) == as_text(large));
  CHECK(text_of(fixture.record(), edge_file) == as_text(edge));
  CHECK(text_of(fixture.record(), small_file) == as_text(small));
  CHECK(text_of(fixture.record(), empty_file).empty());
  const Item item = fixture.record().item(words).value();
  CHECK(item.current_answers().at("who") == "Mark");
  CHECK(item.newest().media == "text/plain; charset=utf-8");
  CHECK(item.history.size() == 3);
  require_clean(fixture.record());
}

TEST_CASE("a note keeps every version") {
  RecordFixture fixture;
  const ItemNumber words = fixture.add_words("ok, see you then");
  const ItemNumber note = fixture.add_note("I wrote this to calm him", words);
  CHECK(fixture.record().rewrite_note(note, "I wrote this to calm him. He stood at the door.").value() == 2);
  fixture.reopen();
  CHECK(text_of(fixture.record(), note, 1) == "I wrote this to calm him");
  CHECK(text_of(fixture.record(), note) == "I wrote this to calm him. He stood at the door.");
  CHECK(fixture.record().item(note)->about == words);
  CHECK(fixture.record().rewrite_note(words, "no").error().code == ErrorCode::usage);
  require_clean(fixture.record());
}

TEST_CASE("answers can be given later and keep their history") {
  RecordFixture fixture;
  const ItemNumber item = fixture.add_words("x");
  REQUIRE(fixture.record().answer(item, {{"when", "in June"}}).ok());
  REQUIRE(fixture.record().answer(item, {{"when", "2 June, about eight"}}).ok());
  REQUIRE(fixture.record().answer(item, {{"who", "him"}}).ok());
  REQUIRE(fixture.record().answer(item, {{"who", ""}}).ok());
  const Item loaded = fixture.record().item(item).value();
  CHECK(loaded.answers.size() == 4);
  CHECK(loaded.current_answers() == Answers{{"when", "2 June, about eight"}});
  CHECK(fixture.record().answer(item, {{"why", "x"}}).error().code == ErrorCode::usage);
  CHECK(fixture.record().answer(99_item, {{"who", "x"}}).error().code == ErrorCode::not_found);
  require_clean(fixture.record());
}

TEST_CASE("the same content twice is one object, and is recognised") {
  RecordFixture fixture;
  const Bytes large = random_bytes(600 * 1024);
  const ItemNumber first = fixture.add_file("a", large);
  CHECK(fixture.add_file("b", large, /*keep_twice=*/false) == first);
  const ItemNumber second = fixture.add_file("b", large);
  CHECK(second != first);
  CHECK(fixture.record().vault().objects().list()->objects.size() == 1);
  REQUIRE(fixture.record().remove(first).ok());
  CHECK(fixture.record().vault().objects().list()->objects.size() == 1);
  CHECK(text_of(fixture.record(), second) == as_text(large));
  REQUIRE(fixture.record().remove(second).ok());
  CHECK(fixture.record().vault().objects().list()->objects.empty());
  require_clean(fixture.record());
}

TEST_CASE("a removed item leaves entries and nothing by which it could be guessed") {
  RecordFixture fixture;
  const ItemNumber item = fixture.add_words("unusualword", {{"who", "otherword"}});
  const Item before = fixture.record().item(item).value();
  REQUIRE(fixture.record().remove(item).ok());
  const Item after = fixture.record().item(item).value();
  CHECK(after.removed);
  CHECK(after.versions.empty());
  CHECK(after.history.size() == before.history.size() + 1);
  for (const EntryNumber sequence : after.history) CHECK_FALSE(fixture.record().opening(sequence)->has_value());
  CHECK(found(fixture.record(), "unusualword").empty());
  CHECK(found(fixture.record(), "").empty());
  CHECK(fixture.record().remove(item).error().code == ErrorCode::not_found);
  require_clean(fixture.record());
}

TEST_CASE("a clock that jumps or stands before the last entry is recorded") {
  RecordFixture fixture;
  const auto clock_entries = [&] {
    std::vector<Json> entries;
    for (std::uint64_t i = 0; i < fixture.record().log().head()->size; ++i) {
      const Entry entry = parse_entry(fixture.record().log().entry_line(EntryNumber{i}).value()).value();
      if (entry.type == entry_type::kClock) entries.push_back(entry.json);
    }
    return entries;
  };
  fixture.add_words("a");
  fixture.clock.advance(3600);
  fixture.add_words("b");
  CHECK(clock_entries().empty());
  fixture.clock.instant.utc_seconds += 121;  // the wall clock alone
  fixture.add_words("c");
  REQUIRE(clock_entries().size() == 1);
  CHECK(clock_entries()[0]["jump"] == 121);
  fixture.clock.instant.utc_seconds -= 86400;
  fixture.clock.instant.boot_id = "boot-2";
  fixture.add_words("d");
  REQUIRE(clock_entries().size() == 2);
  CHECK(clock_entries()[1]["earlier"] == 86400);
  fixture.clock.instant.boot_id = "boot-3";
  fixture.clock.instant.uptime_seconds = 5;
  fixture.clock.advance(100);
  fixture.add_words("e");
  CHECK(clock_entries().size() == 2);
  require_clean(fixture.record());
}

TEST_CASE("what was looked at is one entry for each opening") {
  RecordFixture fixture;
  const ItemNumber a = fixture.add_words("a"), b = fixture.add_words("b");
  const std::uint64_t before = fixture.record().log().head()->size;
  fixture.record().viewed(a);
  fixture.record().viewed(b);
  fixture.record().viewed(a);
  REQUIRE(fixture.record().note_views().ok());
  REQUIRE(fixture.record().note_views().ok());
  CHECK(fixture.record().log().head()->size == before + 1);
  require_clean(fixture.record());
}

TEST_CASE("entries refuse to be changed or deleted, even by us") {
  RecordFixture fixture;
  fixture.add_words("a");
  for (const char* sql : {"UPDATE entries SET line = x'00' WHERE sequence = 0", "DELETE FROM entries",
                          "UPDATE tree SET hash = x'00'", "DELETE FROM tree"}) {
    CHECK_FALSE(fixture.record().vault().database().execute(sql).ok());
  }
  require_clean(fixture.record());
}

TEST_CASE("a draft survives and is sealed") {
  RecordFixture fixture;
  REQUIRE(fixture.record().vault().save_draft(as_bytes("half a sentence")).ok());
  fixture.reopen();
  CHECK(fixture.record().vault().load_draft()->value().expose_text() == "half a sentence");
  CHECK(read_file(fixture.path() / "draft").find("half") == std::string::npos);
  REQUIRE(fixture.record().vault().save_draft({}).ok());
  CHECK_FALSE(fixture.record().vault().load_draft()->has_value());
  CHECK_FALSE(std::filesystem::exists(fixture.path() / "draft"));
}

TEST_CASE("a closed record holds no word that was kept, no fixed beginning, no readable run") {
  RecordFixture first, second;
  for (RecordFixture* fixture : {&first, &second}) {
    const ItemNumber gone = fixture->add_words("forgetmenot in the garden");
    fixture->add_words("rememberthis sentence exactly", {{"who", "rememberthis"}});
    fixture->add_file("rememberthis.txt", Bytes(300 * 1024, 'A'));
    REQUIRE(fixture->record().remove(gone).ok());
    fixture->close();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture->path())) {
      if (!entry.is_regular_file()) continue;
      const std::string bytes = read_file(entry.path());
      INFO(entry.path().string());
      CHECK(bytes.find("rememberthis") == std::string::npos);
      CHECK(bytes.find("forgetmenot") == std::string::npos);
      CHECK(bytes.find("SQLite") == std::string::npos);
      std::size_t run = 0, longest = 0;
      for (const char c : bytes) {
        run = c >= 0x20 && c < 0x7f ? run + 1 : 0;
        longest = std::max(longest, run);
      }
      // Chance alone makes a run of 24 in a megabyte about once in ten thousand times.
      CHECK(longest < 24);
    }
  }
  for (const char* name : {"header", "header-2", "records"}) {
    CHECK(read_file(first.path() / name).substr(0, 8) != read_file(second.path() / name).substr(0, 8));
  }
}

TEST_CASE("clocks that go back an hour in autumn are no jump, and what is kept then stays in order") {
  RecordFixture fixture;
  fixture.clock.instant.utc_seconds = *parse_utc("2026-10-25T00:30:00Z");
  fixture.clock.instant.offset_minutes = 60;
  fixture.reopen();
  const ItemNumber first = fixture.add_words("half past one");
  const std::uint64_t size = fixture.record().log().head()->size;
  fixture.clock.advance(3600);
  fixture.clock.instant.offset_minutes = 0;
  const ItemNumber second = fixture.add_words("half past one again");
  for (std::uint64_t sequence = size; sequence < fixture.record().log().head()->size; ++sequence)
    CHECK(parse_entry(fixture.record().log().entry_line(EntryNumber{sequence}).value())->type != entry_type::kClock);
  CHECK(fixture.record().item(first)->added_at + 3600 == fixture.record().item(second)->added_at);
}
