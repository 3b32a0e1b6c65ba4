// An older state of the database that somebody puts in the place of the present one, and secret keys that lie in no
// page of the database while the record is open.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/memory_search.h"
#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

namespace fs = std::filesystem;

// A record of which every day's files are kept beside it.
struct Days : RecordFixture {
  void keep(const char* day) {
    close();
    fs::copy(path(), folder / day, fs::copy_options::recursive);
    reopen();
  }
  // Puts files of an earlier day in the place of those of today, and opens the record.
  void put_back(const char* day, std::initializer_list<const char*> names) {
    close();
    for (const char* name : names)
      fs::copy_file(folder / day / name, path() / name, fs::copy_options::overwrite_existing);
    reopen();
  }
  bool tells_older_state() {
    const auto& notices = record().vault().notices();
    return std::find(notices.begin(), notices.end(), OpenNotice::records_older_than_key) != notices.end();
  }
};

}  // namespace

TEST_CASE("a database of an earlier day that was put back is told at every opening") {
  Days days;
  days.add_words("where are you");
  days.keep("monday");
  days.add_words("i am sorry");
  days.reopen();
  CHECK_FALSE(days.tells_older_state());
  days.put_back("monday", {"records"});
  CHECK(days.tells_older_state());
  days.reopen();
  CHECK(days.tells_older_state());
  days.add_words("something else");  // as many entries as before, but not the same
  days.add_words("and more");
  days.reopen();
  CHECK(days.tells_older_state());
}

TEST_CASE(
    "an older database that was written over the open one is told at the next openings, whatever is saved in between") {
  for (const bool keeps_time : {false, true}) {
    Days days;
    for (int i = 0; i < 40; ++i) days.add_words("of monday " + std::to_string(i));
    days.keep("monday");
    for (int i = 0; i < 40; ++i) days.add_words("of tuesday " + std::to_string(i));
    const fs::path records = days.path() / "records";
    const auto time = fs::last_write_time(records);
    fs::copy_file(days.folder / "monday" / "records", records, fs::copy_options::overwrite_existing);
    if (keeps_time) fs::last_write_time(records, time);
    Addition words;
    words.kind = ItemKind::words;
    for (int i = 0; i < 3; ++i) CHECK((!days.record().add_text(words, "of today").ok() || keeps_time));
    for (int opening = 0; opening < 2; ++opening) {
      days.close();
      auto opened = Record::open(days.surroundings(), days.path(), secret(kPassphrase));
      const bool is_told = !opened.ok() || !(*opened)->vault().notices().empty();
      CHECK(is_told);
    }
  }
}

TEST_CASE("headers that know of fewer entries, as after a crash, are no older state, and follow at the next opening") {
  Days days;
  days.add_words("where are you");
  days.keep("monday");
  days.add_words("i am sorry");
  days.put_back("monday", {"header", "header-2"});
  CHECK_FALSE(days.tells_older_state());
  days.keep("tuesday");  // the headers have followed by now
  days.put_back("monday", {"records"});
  CHECK(days.tells_older_state());
}

TEST_CASE("headers and database of one day together are a valid older record, and only newer stored files show it") {
  Days days;
  days.add_words("where are you");
  days.keep("monday");
  days.add_file("voice.ogg", random_bytes(300'000));
  days.put_back("monday", {"header", "header-2", "records"});
  CHECK_FALSE(days.tells_older_state());
  CHECK(days.record().check().value().unknown_objects.size() == 1);
}

TEST_CASE("a record under new keys knows the head of its log, too") {
  Days days;
  days.add_words("where are you");
  REQUIRE(days.record().replace_keys(secret("other words for other keys")).ok());
  REQUIRE(days.record().vault().rewrap_objects().ok());
  days.close();
  const auto open = [&] {
    return Record::open(days.surroundings(), days.path(), secret("other words for other keys")).value();
  };
  fs::copy_file(days.path() / "records", days.folder / "monday");
  Addition words;
  words.kind = ItemKind::words;
  REQUIRE(open()->add_text(words, "i am sorry").ok());
  fs::copy_file(days.folder / "monday", days.path() / "records", fs::copy_options::overwrite_existing);
  const auto record = open();
  REQUIRE(record->vault().notices().size() == 1);
  CHECK(record->vault().notices().front() == OpenNotice::records_older_than_key);
}

TEST_CASE("while a record is open its secret keys lie in locked memory alone") {
  skip_under_sanitizers();
  RecordFixture fixture;
  fixture.add_words("where are you");
  fixture.reopen();
  const RecordKeys& keys = fixture.record().keys();
  // As often as a key that never was in a database: only where it is held.
  const auto never_kept = crypto::SigningKey::generate();
  const int held = hits_in_memory(Needle(never_kept.seed().expose()));
  REQUIRE(held > 0);
  CHECK(hits_in_memory(Needle(keys.root.seed().expose())) == held);
  CHECK(hits_in_memory(Needle(keys.log.key.seed().expose())) == held);
  const auto text = keys.identity.to_secret_text();
  CHECK(hits_in_memory(Needle(text.expose())) == 1);  // that of this test
}

TEST_CASE(
    "older headers that were put back after a change of passphrase are opened by the sheet, and by no passphrase") {
  Days days;
  days.add_words("where are you");
  days.keep("monday");
  REQUIRE(days.record().vault().change_passphrase(secret("a newer passphrase of mine")).ok());
  days.close();
  for (const char* name : {"header", "header-2"})
    fs::copy_file(days.folder / "monday" / name, days.path() / name, fs::copy_options::overwrite_existing);
  const auto open = [&](std::string_view typed) {
    return Record::open(days.surroundings(), days.path(), secret(typed));
  };
  CHECK(open("a newer passphrase of mine").error().code == ErrorCode::wrong_passphrase);
  CHECK(open(kPassphrase).error().code == ErrorCode::older_header);
  {
    const auto record = open(days.recovery_code).value();
    REQUIRE(record->vault().notices().size() == 1);
    CHECK(record->vault().notices().front() == OpenNotice::older_header_replaced);
    REQUIRE(record->vault().change_passphrase(secret("the newest passphrase of mine")).ok());
  }
  CHECK(open(kPassphrase).error().code == ErrorCode::wrong_passphrase);
  CHECK(open("the newest passphrase of mine").value()->vault().notices().empty());
}

TEST_CASE("headers that a crash left with different heads are both good, and nothing is said of them") {
  Days days;
  days.add_words("where are you");
  days.keep("monday");
  days.add_words("i am sorry");
  days.put_back("monday", {"header-2"});
  CHECK(days.record().vault().notices().empty());
  days.put_back("monday", {"header"});
  CHECK(days.record().vault().notices().empty());
}
