#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/record_fixture.h"
#include "vault/store/schema.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

constexpr std::string_view kNewPassphrase = "four other random words";

ErrorCode opening_with(RecordFixture& fixture, std::string_view typed) {
  const auto opened = Record::open(fixture.surroundings(), fixture.path(), secret(typed));
  return opened ? ErrorCode::cancelled : opened.error().code;  // cancelled stands for "it opens"
}

constexpr ErrorCode kOpens = ErrorCode::cancelled;

Entry last_entry(Record& record) {
  const std::uint64_t size = record.log().head()->size;
  return parse_entry(record.log().entry_line(EntryNumber{size - 1}).value()).value();
}

}  // namespace

TEST_CASE("new keys: the old passphrase and sheet open nothing any more, everything is there, and the log says so") {
  RecordFixture fixture;
  const Bytes film = random_bytes(700 * 1024);
  const ItemNumber words = fixture.add_words("I am sorry"), file = fixture.add_file("film", film);
  REQUIRE(fixture.record().vault().save_draft(as_bytes("half a sentence")).ok());
  const crypto::PublicKey old_root = fixture.record().keys().root.public_key();
  const std::string old_head = fixture.record().log().head()->note;
  const auto code = fixture.record().replace_keys(secret(kNewPassphrase));
  REQUIRE(code.ok());

  const auto holds_everything = [&](Record& record) {
    CHECK(record.item(words)->newest().media.starts_with("text/"));
    CHECK(read_all(*record.open_version(record.item(file)->newest()).value()) == film);
    CHECK(record.vault().load_draft()->value().expose_text() == "half a sentence");
    const auto report = record.check();
    REQUIRE(report.ok());
    for (const CheckFinding& finding : report->findings) FAIL_CHECK(finding.what);
  };
  holds_everything(fixture.record());
  CHECK(fixture.record().vault().has_previous_keys());
  fixture.close();
  CHECK(opening_with(fixture, kPassphrase) == ErrorCode::wrong_passphrase);
  CHECK(opening_with(fixture, fixture.recovery_code) == ErrorCode::wrong_passphrase);
  CHECK(opening_with(fixture, code->expose_text()) == kOpens);

  auto record = Record::open(fixture.surroundings(), fixture.path(), secret(kNewPassphrase)).value();
  CHECK(record->vault().notices() == std::vector{OpenNotice::key_change_unfinished});
  holds_everything(*record);
  REQUIRE(record->vault().rewrap_objects().ok());
  CHECK_FALSE(record->vault().has_previous_keys());
  CHECK_FALSE(load_secret(record->vault().database(), "previous vault key")->has_value());
  holds_everything(*record);

  const Entry entry = last_entry(*record);
  REQUIRE(entry.type == entry_type::kKey);
  const KeyChange change = parse_key_change(entry).value();
  CHECK(change.old_root == old_root);
  CHECK(change.new_root == record->keys().root.public_key());
  CHECK(record->keys().open_checkpoint(old_head).ok());
  Addition more;
  more.kind = ItemKind::words;
  REQUIRE(record->add_text(more, "afterwards").ok());
  holds_everything(*record);
}

TEST_CASE("new keys are not made with the passphrase that somebody may know") {
  RecordFixture fixture;
  CHECK(fixture.record().replace_keys(secret("THREE random  words")).error().code == ErrorCode::usage);
  CHECK(fixture.record().replace_keys(secret("short")).error().code == ErrorCode::usage);
  fixture.reopen();
}

TEST_CASE("what the old keys could open, the new files do not open with") {
  RecordFixture fixture;
  fixture.add_file("film", random_bytes(400 * 1024));
  fixture.close();
  std::filesystem::copy(fixture.path(), fixture.folder / "before", std::filesystem::copy_options::recursive);
  fixture.reopen();
  REQUIRE(fixture.record().replace_keys(secret(kNewPassphrase)).ok());
  REQUIRE(fixture.record().vault().rewrap_objects().ok());
  fixture.close();
  // The old header over the new files: it opens, and nothing else does.
  for (const char* name : {"header", "header-2"})
    write_file(fixture.path() / name, read_file(fixture.folder / "before" / name));
  CHECK(opening_with(fixture, kPassphrase) == ErrorCode::damaged);
  write_file(fixture.path() / "records", read_file(fixture.folder / "before" / "records"));
  fixture.reopen();
  CHECK(fixture.record().check()->findings.size() == 1);  // the film
}

TEST_CASE("a change of keys that stops anywhere leaves the one state or the other, with everything in it") {
  int survived = 0;
  for (const bool and_all_after : {false, true}) {
    for (int fail_at = 0;; ++fail_at) {
      RecordFixture fixture;
      const Bytes film = random_bytes(300 * 1024);
      const ItemNumber file = fixture.add_file("film", film);
      REQUIRE(fixture.record().vault().save_draft(as_bytes("half")).ok());
      fixture.close();
      INFO("operation " << fail_at << (and_all_after ? " and all after" : " alone"));
      FaultyFiles files;
      bool acknowledged = false, done = false;
      {
        auto record = Record::open({files, fixture.clock}, fixture.path(), secret(kPassphrase)).value();
        files.operations = 0;
        files.fail_at = fail_at;
        files.and_all_after = and_all_after;
        acknowledged = record->replace_keys(secret(kNewPassphrase)).ok();
        if (acknowledged) done = record->vault().rewrap_objects().ok() && files.operations <= fail_at;
      }
      auto record = Record::open(fixture.surroundings(), fixture.path(), secret(kNewPassphrase));
      if (!record && !acknowledged) record = Record::open(fixture.surroundings(), fixture.path(), secret(kPassphrase));
      if (!record) FAIL(record.error().detail);
      REQUIRE((*record)->vault().rewrap_objects().ok());
      CHECK(read_all(*(*record)->open_version((*record)->item(file)->newest()).value()) == film);
      CHECK((*record)->vault().load_draft()->value().expose_text() == "half");
      const auto report = (*record)->check();
      REQUIRE(report.ok());
      CHECK(report->findings.empty());
      for (const auto& name : operating_system_files().list(fixture.path()).value())
        CHECK(to_utf8(name).find("next") == std::string::npos);
      ++survived;
      if (done) break;
    }
  }
  std::printf("failures while changing keys survived: %d\n", survived);
}

TEST_CASE("a branch continues the log under a name and a key of its own") {
  RecordFixture fixture;
  fixture.add_words("before");
  const std::string origin = fixture.record().keys().log.origin, head = fixture.record().log().head()->note;
  REQUIRE(fixture.record().start_branch("restored").ok());
  fixture.reopen();
  Record& record = fixture.record();
  CHECK(record.keys().log.origin.starts_with(origin + "-"));
  const Entry entry = last_entry(record);
  CHECK(entry.type == entry_type::kBranch);
  CHECK(entry.json["of"]["origin"] == origin);
  REQUIRE(record.keys().earlier_logs.size() == 1);
  CHECK(record.keys().open_checkpoint(head).ok());
  fixture.add_words("after");
  CHECK(record.check()->findings.empty());
}
