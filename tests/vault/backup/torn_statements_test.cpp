#include "vault/backup/torn_statements.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdio>

#include "tests/support/corpora.h"
#include "tests/support/record_fixture.h"
#include "vault/backup/salvage.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// Long enough that each version lies on pages of its own.
const std::string kOld(6000, 'O'), kNew(6000, 'N');

const Facts kFactsNow{{fact::kForce, kNew}, {fact::kOfficer, "PC NEW"}};

struct TornRecord : RecordFixture {
  TornRecord() {
    REQUIRE(say_facts(record(), {{fact::kOfficer, "PC OLD"}}).ok());
    REQUIRE(say_facts(record(), {{fact::kContact, "a wrong number"}, {fact::kForce, kOld}}).ok());
    REQUIRE(describe_person(record(), {"Kim", "", kOld}).ok());
    REQUIRE(describe_person(record(), {"Alex", "", "then"}).ok());
    REQUIRE(describe_person(record(), {"Gone", "", ""}).ok());
    REQUIRE(say_facts(record(), {{fact::kForce, kNew}}).ok());
    REQUIRE(say_facts(record(), {{fact::kOfficer, "PC NEW"}, {fact::kContact, ""}}).ok());
    REQUIRE(describe_person(record(), {"Kim", "", kNew}).ok());
    REQUIRE(describe_person(record(), {"Alex", "", "now"}).ok());
    REQUIRE(describe_person(record(), 3_person, Description()).ok());
    close();
    m_whole = read_file(path() / "records");
  }
  std::size_t pages() const { return m_whole.size() / kPage; }

  // One bit of this page is another one, as when a sector goes bad.
  SalvageReport salvage_without(std::size_t page) {
    std::string bytes = m_whole;
    bytes[page * kPage + 100] ^= 1;
    write_file(path() / "records", bytes);
    std::filesystem::remove_all(folder / "new");
    into.reset();
    REQUIRE(Record::create(surroundings(), folder / "new", secret(kPassphrase)).ok());
    into = Record::open(surroundings(), folder / "new", secret(kPassphrase)).value();
    return salvage_record(surroundings(), {path(), std::nullopt}, secret(kPassphrase), folder / "scratch", *into)
        .value();
  }
  Facts facts() { return current_facts(fact_versions(*into).value()); }
  // By name: their numbers are new.
  std::map<std::string, std::string> people() {
    std::map<std::string, std::string> all;
    for (const auto& [number, said] : current_people(person_versions(*into).value())) all[said.name] = said.relation;
    return all;
  }

  std::unique_ptr<Record> into;

 private:
  static constexpr std::size_t kPage = 4096;
  std::string m_whole;
};

}  // namespace

TEST_CASE("whichever page is torn, nothing older passes silently for what was said last") {
  TornRecord record;
  const std::map<std::string, std::string> people_now{{"Kim", kNew}, {"Alex", "now"}};
  std::size_t opened = 0, whole = 0;
  for (std::size_t page = 1; page < record.pages(); ++page) {
    INFO("page " << page << " of " << record.pages());
    const SalvageReport report = record.salvage_without(page);
    if (!report.database_opened) continue;
    ++opened;
    if (report.lacks_statements) continue;
    ++whole;
    CHECK(record.facts() == kFactsNow);
    CHECK(record.people() == people_now);
    CHECK(report.facts == 2);
    CHECK(report.people == 2);
    CHECK(report.unread_facts + report.unread_people == 0);
    require_clean(*record.into);
  }
  std::printf("one page torn: all of what was said came back in %zu of %zu records that opened\n", whole, opened);
  CHECK(opened > 20);
  CHECK(whole > opened * 3 / 4);
}

TEST_CASE("the opening of an entry says what its row says") {
  RecordFixture fixture;
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "PC 123"}}).ok());
  REQUIRE(describe_person(fixture.record(), {"Kim", "K", "a friend"}).ok());
  const FactVersion said = fact_versions(fixture.record()).value().at(0);
  const auto opening = fixture.record().opening(*said.sequence).value();
  const auto fact = fact_in_opening(*opening, *said.sequence);
  REQUIRE(fact);
  CHECK(fact->fact == said.fact);
  CHECK(fact->value == said.value);
  CHECK(fact->of == said.of);
  CHECK_FALSE(person_in_opening(*opening, *said.sequence));
  const PersonVersion person = person_versions(fixture.record()).value().at(0);
  const auto described = person_in_opening(*fixture.record().opening(*person.sequence).value(), *person.sequence);
  REQUIRE(described);
  CHECK(described->said == person.said);
  CHECK(described->person == person.person);
  for (const char* text : {"", "{}", "[]", "{\"case\":1,\"fact\":2,\"value\":\"x\"}"}) {
    CHECK_FALSE(fact_in_opening(text, 1_entry));
    CHECK_FALSE(person_in_opening(text, 1_entry));
  }
}
