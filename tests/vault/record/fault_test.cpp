#include <catch2/catch_test_macros.hpp>

#include "tests/support/faulty_surroundings.h"
#include "tests/support/record_fixture.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// What a keeper does in one sitting. Returns at the first failure; `acknowledged` holds what was said to be saved.
struct Sitting {
  Bytes large = random_bytes(300 * 1024);
  std::vector<ItemNumber> acknowledged;
  bool said_officer = false, described_alex = false;
  bool passphrase_changed = false;

  Result<void> run(const Surroundings& surroundings, const Path& path) {
    TRY_ASSIGN(auto record, Record::open(surroundings, path, secret(kPassphrase)));
    Addition words;
    words.kind = ItemKind::words;
    words.answers = {{"who", "Mark"}};
    TRY_ASSIGN(const AddOutcome first, record->add_text(words, "a threat"));
    acknowledged.push_back(first.item);
    TRY_ASSIGN(auto content, store_bytes(record->vault(), large));
    Addition file;
    file.name = "film";
    TRY_ASSIGN(const AddOutcome second, record->add(file, std::move(content)));
    acknowledged.push_back(second.item);
    TRY(record->answer(first.item, {{"when", "June"}}));
    TRY(say_facts(*record, {{fact::kOfficer, "PC 123"}}));
    said_officer = true;
    TRY(describe_person(*record, {"Alex", "", ""}));
    described_alex = true;
    TRY(record->vault().save_draft(as_bytes("unfinished")));
    TRY(record->vault().change_passphrase(secret("another passphrase")));
    passphrase_changed = true;
    record->viewed(first.item);
    return record->note_views();
  }
};

// Whatever happened, the record opens with one of the two passphrases, and everything acknowledged is there.
void require_survived(RecordFixture& fixture, const Sitting& sitting) {
  auto opened = Record::open(fixture.surroundings(), fixture.path(), secret(kPassphrase));
  if (!opened || sitting.passphrase_changed) {
    if (opened) FAIL("the old passphrase still opens after the change was acknowledged");
    opened = Record::open(fixture.surroundings(), fixture.path(), secret("another passphrase"));
  }
  if (!opened) FAIL("does not open: " << opened.error().detail);
  Record& record = **opened;
  for (const ItemNumber number : sitting.acknowledged) {
    const auto item = record.item(number);
    REQUIRE(item.ok());
    auto source = record.open_version(item->newest());
    REQUIRE(source.ok());
    if (item->kind == ItemKind::file) CHECK(read_all(**source) == sitting.large);
  }
  if (sitting.said_officer) CHECK(current_facts(fact_versions(record).value())["officer"] == "PC 123");
  if (sitting.described_alex) CHECK(current_people(person_versions(record).value())[1_person].name == "Alex");
  const auto report = record.check();
  REQUIRE(report.ok());
  for (const CheckFinding& finding : report->findings) UNSCOPED_INFO(finding.what);
  CHECK(report->findings.empty());
  CHECK(report->unknown_objects.empty());
}

}  // namespace

TEST_CASE("a failure of any file operation loses nothing that was acknowledged") {
  int survived = 0;
  for (const ErrorCode failure : {ErrorCode::input_output, ErrorCode::disk_full}) {
    for (const bool and_all_after : {false, true}) {
      for (int fail_at = 0;; ++fail_at) {
        RecordFixture fixture;
        fixture.close();
        FaultyFiles files;
        files.fail_at = fail_at;
        files.failure = failure;
        files.and_all_after = and_all_after;
        Sitting sitting;
        INFO("operation " << fail_at << (and_all_after ? " and all after" : " alone"));
        const auto result = sitting.run({files, fixture.clock}, fixture.path());
        require_survived(fixture, sitting);
        ++survived;
        if (files.operations <= fail_at) {
          REQUIRE(result.ok());
          break;
        }
      }
    }
  }
  std::printf("file failures survived: %d\n", survived);
}

TEST_CASE("a failure of any statement loses nothing that was acknowledged") {
  int survived = 0;
  for (int fail_at = 0;; ++fail_at) {
    RecordFixture fixture;
    fixture.close();
    FaultyStatements statements;
    statements.fail_at = fail_at;
    Sitting sitting;
    INFO("statement " << fail_at);
    const auto result = sitting.run({operating_system_files(), fixture.clock, &statements}, fixture.path());
    require_survived(fixture, sitting);
    ++survived;
    if (statements.statements <= fail_at) {
      REQUIRE(result.ok());
      break;
    }
  }
  std::printf("statement failures survived: %d\n", survived);
}

TEST_CASE("a failure while a record is being made leaves nothing under its name") {
  for (int fail_at = 0;; ++fail_at) {
    TemporaryFolder folder;
    FakeClock clock;
    FaultyFiles files;
    files.fail_at = fail_at;
    files.and_all_after = false;
    const auto code = Record::create({files, clock}, folder / "record", secret(kPassphrase));
    if (code) {
      CHECK(Record::open({operating_system_files(), clock}, folder / "record", secret(kPassphrase)).ok());
      break;
    }
    INFO("operation " << fail_at);
    // Only the very last step, the sync of the folder around it, may fail with the record already there.
    if (std::filesystem::exists(folder / "record")) {
      CHECK(Record::open({operating_system_files(), clock}, folder / "record", secret(kPassphrase)).ok());
    } else {
      CHECK(std::filesystem::is_empty(folder.path()));
    }
  }
}

TEST_CASE("a failure of any statement while a record is being made leaves nothing") {
  for (int fail_at = 0;; ++fail_at) {
    TemporaryFolder folder;
    FakeClock clock;
    FaultyStatements statements;
    statements.fail_at = fail_at;
    INFO("statement " << fail_at);
    if (Record::create({operating_system_files(), clock, &statements}, folder / "record", secret(kPassphrase))) {
      CHECK(fail_at > 10);
      break;
    }
    CHECK(std::filesystem::is_empty(folder.path()));
  }
}
