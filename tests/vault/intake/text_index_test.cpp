#include "vault/intake/text_index.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"
#include "vault/intake/file.h"
#include "vault/record/search_index.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

std::string in_utf16(std::string_view text) {
  std::string bytes = "\xFF\xFE";
  for (const char c : text) bytes += std::string{c, '\0'};
  return bytes;
}

ItemNumber keep(RecordFixture& fixture, std::string_view bytes) {
  return keep_bytes(fixture.record(), as_bytes(bytes), "chat.txt", {}).value().outcome.item;
}

std::size_t index_all(RecordFixture& fixture) {
  OwnRecord access(fixture.record());
  return index_texts(access).value();
}

// Lines of a conversation, about `bytes` long in all, with these words in the middle and at the end.
std::string conversation(std::size_t bytes, const std::string& middle, const std::string& end) {
  std::string text;
  while (text.size() < bytes / 2) text += "Anna: where are you\n";
  text += middle + "\n";
  while (text.size() < bytes) text += "Mark: call me again\n";
  return text + end + "\n";
}

}  // namespace

TEST_CASE("texts of any size are searched in UTF-8, UTF-16 and the code pages of Windows") {
  RecordFixture fixture;
  const ItemNumber big = keep(fixture, conversation(3'000'000, "I never meant to hurt you", "sorry 07700 900123"));
  const ItemNumber wide = keep(fixture, in_utf16(conversation(700'000, "the boiler broke", "goodbye forever")));
  const ItemNumber western = keep(fixture,
                                  "Gr\xFC\xDF dich, komm zur\xFC"
                                  "ck");
  CHECK(count_waiting_texts(fixture.record()).value() == 3);
  CHECK(found(fixture.record(), "hurt").empty());
  CHECK(index_all(fixture) == 0);
  CHECK(found(fixture.record(), "hurt") == std::vector{big});
  CHECK(found(fixture.record(), "hurt sorry") == std::vector{big});
  CHECK(found(fixture.record(), "07700900123") == std::vector{big});
  CHECK(found(fixture.record(), "boiler goodbye") == std::vector{wide});
  CHECK(found(fixture.record(), "zurück grüß") == std::vector{western});
  CHECK(found(fixture.record(), "chat.txt") == std::vector{western, wide, big});
  CHECK(found(fixture.record(), "boiler hurt").empty());
}

TEST_CASE("words are found together between which a part ends") {
  RecordFixture fixture;
  std::string text;
  for (int i = 0; text.size() < 400'000; ++i) text += "w" + std::to_string(i) + "-x" + std::to_string(i) + " ";
  const ItemNumber item = keep(fixture, text);
  CHECK(index_all(fixture) == 0);
  int last = 0;
  for (int i = 0; text.find("x" + std::to_string(i) + " ") != std::string::npos; i += 7) {
    const std::string both = "w" + std::to_string(i) + "-x" + std::to_string(i);
    if (found(fixture.record(), both) != std::vector{item}) FAIL(both);
    last = i;
  }
  CHECK(last > 10'000);
}

TEST_CASE("what was stopped goes on where it was, and nothing is there twice") {
  RecordFixture fixture;
  const ItemNumber item = keep(fixture, conversation(5'000'000, "in the middle", "at the end"));
  OwnRecord access(fixture.record());
  const auto stopped = index_texts(access, [](std::uint64_t done) { return done < 2'000'000; });
  CHECK(stopped.error().code == ErrorCode::cancelled);
  const auto waiting = next_waiting_text(fixture.record(), ItemNumber{}).value();
  REQUIRE(waiting.has_value());
  CHECK(waiting->next > 0);
  CHECK(found(fixture.record(), "end").empty());
  fixture.reopen();
  CHECK(index_all(fixture) == 0);
  CHECK(found(fixture.record(), "middle") == std::vector{item});
  CHECK(found(fixture.record(), "end") == std::vector{item});
  const std::string table = "search_text_" + std::to_string(static_cast<std::int64_t>(item));
  Statement rows = fixture.record()
                       .vault()
                       .database()
                       .prepare("SELECT count(*) FROM " + table + " WHERE " + table + " MATCH 'middle'")
                       .value();
  REQUIRE(rows.step().value());
  CHECK(rows.integer(0) <= 2);  // once, or a second time in what two parts share
}

TEST_CASE("an item that goes while its text is read leaves nothing in the index") {
  RecordFixture fixture;
  const ItemNumber item = keep(fixture, conversation(2'000'000, "in the middle", "at the end"));
  bool is_removed = false;
  OwnRecord access(fixture.record());
  (void)index_texts(access, [&](std::uint64_t done) {
    if (done > 1'000'000 && !is_removed) is_removed = fixture.record().remove(item).ok();
    return true;
  });
  CHECK(is_removed);
  CHECK(found(fixture.record(), "anna").empty());
  Statement rows = fixture.record()
                       .vault()
                       .database()
                       .prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'search_text!_%' ESCAPE '!'")
                       .value();
  REQUIRE(rows.step().value());
  CHECK(rows.integer(0) == 0);
}

TEST_CASE("a text that cannot be read waits, and keeps none of the others from being searched") {
  RecordFixture fixture;
  keep(fixture, conversation(600'000, "one", "two"));
  keep(fixture, conversation(600'000, "three", "four"));
  fixture.close();
  bool is_gone = false;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture.path() / "objects")) {
    if (!entry.is_regular_file() || is_gone) continue;
    std::filesystem::remove(entry.path());
    is_gone = true;
  }
  REQUIRE(is_gone);
  fixture.reopen();
  CHECK(index_all(fixture) == 1);
  CHECK(found(fixture.record(), "one").size() + found(fixture.record(), "three").size() == 1);
}
