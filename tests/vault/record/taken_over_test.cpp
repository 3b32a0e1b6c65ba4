#include "vault/record/taken_over.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/golden_record.h"
#include "tests/support/older_record.h"
#include "tests/support/record_fixture.h"
#include "vault/record/preferences.h"
#include "vault/store/schema.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

const Facts kOldCase{{"contact", "101, extension 77"}, {"decision_told", "They stopped it on 12 June 2025"},
                     {"force", "Northshire Police"},   {"next_contact", "she will ring on Monday"},
                     {"officer", "PC 123, Anna Reed"}, {"reference", "12/3456/25"},
                     {"reported", "3 June 2024"}};
const std::map<PersonNumber, Description> kOldPeople{{1_person, {"Alex", "Lex, 07700 900123", "my former partner"}},
                                                     {2_person, {"Sam", "", "our neighbour"}},
                                                     {3_person, {"Dr Okafor", "", ""}}};

void require_old_case_and_people(Record& record) {
  const auto facts = fact_versions(record).value();
  CHECK(current_facts(facts) == kOldCase);
  const auto people = person_versions(record).value();
  CHECK(current_people(people) == kOldPeople);
  for (const FactVersion& said : facts) CHECK(said.is_taken_over);
  for (const PersonVersion& said : people) CHECK(said.is_taken_over);
}

// A record of version 2 of the tables, made here with the cheap password hash, to be opened many times.
struct CheapOlderRecord : RecordFixture {
  CheapOlderRecord() {
    Database& database = record().vault().database();
    REQUIRE(make_older(database, 2).ok());
    REQUIRE(set_setting(database, "case", R"({"decision":"They stopped it","force":"","officer":"PC 123"})").ok());
    REQUIRE(set_setting(database, "people", R"([{"also":"Lex","name":"Alex","relation":""}])").ok());
    close();
  }
  void require_kept(Record& record) {
    CHECK(current_facts(fact_versions(record).value()) ==
          Facts{{"decision_told", "They stopped it"}, {"officer", "PC 123"}});
    CHECK(current_people(person_versions(record).value()) ==
          std::map<PersonNumber, Description>{{1_person, {"Alex", "Lex", ""}}});
  }
};

}  // namespace

TEST_CASE("case and people of a record of version 2 become entries at the first opening, and only then") {
  GoldenRecord older(2, "record-with-case");
  std::uint64_t size = 0;
  for (int round = 0; round < 2; ++round) {
    const auto record = older.open().value();
    require_old_case_and_people(*record);
    require_clean(*record);
    CHECK_FALSE(get_setting(record->vault().database(), "case")->has_value());
    CHECK_FALSE(get_setting(record->vault().database(), "people")->has_value());
    CHECK(preferences(*record)->value() == R"({"theme":1})");
    const std::uint64_t now = record->log().head()->size;
    if (round == 1) CHECK(now == size);
    size = now;
    const FactVersion said = fact_versions(*record)->front();
    const Entry entry = parse_entry(record->log().entry_line(said.sequence.value()).value()).value();
    CHECK(entry.type == "case");
    CHECK(parse_canonical(record->opening(*said.sequence)->value()).value()["taken_over"] == true);
  }
}

TEST_CASE("what was taken over is changed like anything else, and then has its day") {
  GoldenRecord older(2, "record-with-case");
  const auto record = older.open().value();
  REQUIRE(say_facts(*record, {{fact::kOfficer, "DC 77"}}).ok());
  REQUIRE(describe_person(*record, {"Sam", "Sammy", "our neighbour"}).ok());
  const FactVersion officer = fact_versions(*record)->back();
  CHECK(officer.version == 2);
  CHECK_FALSE(officer.is_taken_over);
  CHECK(person_versions(*record)->back().person == 2_person);
  require_clean(*record);
}

TEST_CASE("where nothing can be written, the old settings are shown as they are") {
  GoldenRecord older(2, "record-with-case");
  FaultyFiles read_only;
  read_only.folders_are_writable = false;
  const std::string before = read_file(older.path() / "records");
  {
    const auto record = older.open(read_only).value();
    require_old_case_and_people(*record);
    for (const FactVersion& said : fact_versions(*record).value()) CHECK_FALSE(said.sequence);
    CHECK(everybody(*record)->size() >= 3);
    CHECK(say_facts(*record, {{fact::kOfficer, "DC 77"}}).error().code == ErrorCode::read_only);
    CHECK(describe_person(*record, {"Kim", "", ""}).error().code == ErrorCode::read_only);
    CHECK(keep_preferences(*record, "{}").error().code == ErrorCode::read_only);
    require_clean(*record);
  }
  CHECK(read_file(older.path() / "records") == before);
}

TEST_CASE("a failure at any statement of the first opening loses nothing of case and people") {
  CheapOlderRecord fixture;
  int statements = 1000;
  for (int fail_at = 0; fail_at < statements; ++fail_at) {
    INFO("statement " << fail_at);
    const Path path = fixture.folder / "older";
    std::filesystem::remove_all(path);
    std::filesystem::copy(fixture.path(), path, std::filesystem::copy_options::recursive);
    FaultyStatements faulty;
    faulty.fail_at = fail_at;
    Surroundings failing = fixture.surroundings();
    failing.gate = &faulty;
    {
      const auto record = Record::open(failing, path, secret(kPassphrase));
      if (record && faulty.statements <= fail_at) statements = fail_at;
      faulty.fail_at = -1;
      if (record) fixture.require_kept(**record);
    }
    const auto record = Record::open(fixture.surroundings(), path, secret(kPassphrase)).value();
    fixture.require_kept(*record);
    require_clean(*record);
    CHECK(fact_versions(*record)->front().sequence);
  }
  CHECK(statements > 20);
  CHECK(statements < 1000);
}

TEST_CASE("what could not be taken over at the opening has its place before what is said next") {
  CheapOlderRecord fixture;
  struct NoNewTables final : StatementGate {
    bool is_full = true;
    Result<void> before(std::string_view sql) override {
      if (is_full && sql.starts_with("CREATE TABLE main.")) return Error{ErrorCode::disk_full, "made to fail"};
      return {};
    }
  } gate;
  Surroundings surroundings = fixture.surroundings();
  surroundings.gate = &gate;
  {
    const auto record = Record::open(surroundings, fixture.path(), secret(kPassphrase)).value();
    fixture.require_kept(*record);
    require_clean(*record);
    CHECK(say_facts(*record, {{fact::kOfficer, "DC 77"}}).error().code == ErrorCode::disk_full);
    CHECK(describe_person(*record, {"Kim", "", ""}).error().code == ErrorCode::disk_full);
    fixture.require_kept(*record);
    gate.is_full = false;
    REQUIRE(say_facts(*record, {{fact::kOfficer, "DC 77"}}).ok());
    REQUIRE(describe_person(*record, {"Kim", "", ""}).ok());
    CHECK(record->check()->findings.empty());
  }
  fixture.reopen();
  const auto facts = fact_versions(fixture.record()).value();
  REQUIRE(facts.size() == 3);
  CHECK(facts.back().value == "DC 77");
  CHECK(facts.back().version == 2);
  CHECK(current_people(person_versions(fixture.record()).value()).at(2_person).name == "Kim");
  require_clean(fixture.record());
}

TEST_CASE("an old setting that cannot be read stays where it is and hides nothing") {
  RecordFixture fixture;
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "PC 123"}}).ok());
  REQUIRE(set_setting(fixture.record().vault().database(), "case", "not JSON").ok());
  fixture.reopen();
  CHECK(current_facts(fact_versions(fixture.record()).value()) == Facts{{"officer", "PC 123"}});
  CHECK(get_setting(fixture.record().vault().database(), "case")->value() == "not JSON");
}
