#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("the wrong passphrase, the recovery code, a changed passphrase") {
  RecordFixture fixture;
  const ItemNumber item = fixture.add_words("kept");
  const auto opens = [&](std::string_view text) {
    return Record::open(fixture.surroundings(), fixture.path(), secret(text));
  };
  CHECK(opens(kPassphrase).error().code == ErrorCode::in_use);
  fixture.close();
  CHECK(opens("three random word").error().code == ErrorCode::wrong_passphrase);
  CHECK(opens("THREE   Random words ").ok());
  const std::string old_header = read_file(fixture.path() / "header");
  {
    auto record = opens(fixture.recovery_code).value();
    CHECK(record->vault().unlocked_with() == SlotKind::recovery);
    CHECK(text_of(*record, item) == "kept");
    CHECK(record->vault().change_passphrase(secret("short")).error().code == ErrorCode::usage);
    REQUIRE(record->vault().change_passphrase(secret("quite another one")).ok());
  }
  CHECK(opens(kPassphrase).error().code == ErrorCode::wrong_passphrase);
  {
    auto record = opens("quite another one").value();
    CHECK(text_of(*record, item) == "kept");
    const auto code = record->vault().replace_recovery_code();
    REQUIRE(code.ok());
    CHECK(code->expose_text() != fixture.recovery_code);
  }
  CHECK(opens(fixture.recovery_code).error().code == ErrorCode::wrong_passphrase);

  SECTION("an old header put back is refused and named") {
    write_file(fixture.path() / "header", old_header);
    write_file(fixture.path() / "header-2", old_header);
    CHECK(opens(kPassphrase).error().code == ErrorCode::older_header);
  }
  SECTION("one damaged or missing header copy is repaired") {
    const auto are_whole = [&] {
      const std::string first = read_file(fixture.path() / "header"), second = read_file(fixture.path() / "header-2");
      return first == second && Vault::open_header(as_bytes(first), secret("quite another one")).ok();
    };
    for (std::size_t at = 0; at < kHeaderSize; at += 7) {
      std::string bad = read_file(fixture.path() / "header");
      bad[at] ^= 1;
      write_file(fixture.path() / (at % 2 == 0 ? "header" : "header-2"), bad);
      const auto record = opens("quite another one");
      REQUIRE(record.ok());
      CHECK((*record)->vault().notices() == std::vector{OpenNotice::header_copy_repaired});
      CHECK(are_whole());
    }
    std::filesystem::remove(fixture.path() / "header");
    CHECK(opens("quite another one").ok());
    CHECK(are_whole());
  }
}

TEST_CASE("nothing is made where something is, and nothing opens where nothing is") {
  RecordFixture fixture;
  CHECK(Record::create(fixture.surroundings(), fixture.path(), secret(kPassphrase)).error().code ==
        ErrorCode::already_exists);
  CHECK(Record::open(fixture.surroundings(), fixture.folder / "nowhere", secret(kPassphrase)).error().code ==
        ErrorCode::not_found);
  std::filesystem::create_directory(fixture.folder / "empty");
  CHECK(Record::create(fixture.surroundings(), fixture.folder / "empty", secret(kPassphrase)).ok());
}

TEST_CASE("a folder that cannot be written to opens and says so") {
  RecordFixture fixture;
  const ItemNumber item = fixture.add_words("kept");
  fixture.close();
  FaultyFiles files;
  files.folders_are_writable = false;
  const Surroundings surroundings{files, fixture.clock};
  {
    auto record = Record::open(surroundings, fixture.path(), secret(kPassphrase)).value();
    CHECK(record->vault().notices() == std::vector{OpenNotice::read_only});
    CHECK(text_of(*record, item) == "kept");
    Addition addition;
    CHECK(record->add_text(addition, "more").error().code == ErrorCode::read_only);
    CHECK(record->answer(item, {{"who", "x"}}).error().code == ErrorCode::read_only);
    CHECK(record->vault().change_passphrase(secret("another passphrase")).error().code == ErrorCode::read_only);
    require_clean(*record);
  }
  write_file(fixture.path() / "records-journal", "left by a crash");
  CHECK(Record::open(surroundings, fixture.path(), secret(kPassphrase)).error().code == ErrorCode::read_only);
}
