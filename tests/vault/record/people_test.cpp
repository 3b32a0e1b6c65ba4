#include "vault/record/people.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

std::map<PersonNumber, Description> people_of(Record& record) {
  return current_people(person_versions(record).value());
}

}  // namespace

TEST_CASE("a person has a number, and each description is an entry of which all versions stay") {
  RecordFixture fixture;
  Record& record = fixture.record();
  const PersonNumber alex = describe_person(record, {"Alex", "", ""}).value();
  const PersonNumber sam = describe_person(record, {"Sam", "", "our neighbour"}).value();
  CHECK(describe_person(record, {"Alex", "Lex, 07700 900123", "my former partner"}).value() == alex);
  CHECK(sam != alex);
  const std::map<PersonNumber, Description> expected{{alex, {"Alex", "Lex, 07700 900123", "my former partner"}},
                                                     {sam, {"Sam", "", "our neighbour"}}};
  CHECK(people_of(record) == expected);
  const auto versions = person_versions(record).value();
  REQUIRE(versions.size() == 3);
  CHECK(versions[2].version == 2);
  for (const PersonVersion& said : versions) {
    const std::string line = record.log().entry_line(*said.sequence).value();
    const Entry entry = parse_entry(line).value();
    CHECK(entry.type == "person");
    CHECK(line.find(said.said.name) == std::string::npos);
    const std::string opening = record.opening(*said.sequence)->value();
    CHECK(entry.subject == crypto::Sha256::of(as_bytes(opening)));
    const Json json = parse_canonical(opening).value();
    CHECK(json.size() == 7);
    CHECK(json["person"] == said.person);
    CHECK(json["relation"] == said.said.relation);
  }
  fixture.reopen();
  CHECK(people_of(fixture.record()) == expected);
  require_clean(fixture.record());
}

TEST_CASE("the same description again makes no entry") {
  RecordFixture fixture;
  const PersonNumber alex = describe_person(fixture.record(), {"Alex", "Lex", ""}).value();
  const std::uint64_t size = fixture.record().log().head()->size;
  CHECK(describe_person(fixture.record(), {"Alex", "Lex", ""}).value() == alex);
  CHECK(describe_person(fixture.record(), alex, {"Alex", "Lex", ""}).ok());
  CHECK(fixture.record().log().head()->size == size);
}

TEST_CASE("a person gets another name, is taken back, and the number is given to nobody else") {
  RecordFixture fixture;
  Record& record = fixture.record();
  const PersonNumber alex = describe_person(record, {"Alex", "Lex", ""}).value();
  const PersonNumber sam = describe_person(record, {"Sam", "", ""}).value();
  CHECK(describe_person(record, sam, {"Alex", "", ""}).error().code == ErrorCode::already_exists);
  CHECK(describe_person(record, sam, {"", "x", ""}).error().code == ErrorCode::usage);
  CHECK(describe_person(record, {"", "", ""}).error().code == ErrorCode::usage);
  CHECK(describe_person(record, {std::string(kMostDescriptionBytes + 1, 'x'), "", ""}).error().code ==
        ErrorCode::too_large);
  CHECK(describe_person(record, 9_person, {"Kim", "", ""}).error().code == ErrorCode::not_found);
  REQUIRE(describe_person(record, alex, {"Alexander", "Lex", ""}).ok());
  CHECK(people_of(record).at(alex).name == "Alexander");
  REQUIRE(describe_person(record, sam, {}).ok());
  CHECK_FALSE(people_of(record).contains(sam));
  CHECK(describe_person(record, {"Sam", "", ""}).value() != sam);
  require_clean(record);
}

TEST_CASE("who is described stands in one list with who is only named, under any of their names") {
  RecordFixture fixture;
  fixture.add_words("one", {{"who", "Lex"}});
  fixture.add_words("two", {{"who", "Alex"}, {"people", "Kim\nSam"}});
  REQUIRE(describe_person(fixture.record(), {"Alex", " Lex ,07700 900123\nAl", "my former partner"}).ok());
  REQUIRE(describe_person(fixture.record(), {"Zoe", "", ""}).ok());
  const auto everyone = everybody(fixture.record()).value();
  REQUIRE(everyone.size() == 4);
  CHECK(everyone[0].said.name == "Alex");
  CHECK(everyone[0].number == 1_person);
  CHECK(everyone[0].items == 2);
  CHECK(everyone[0].said.relation == "my former partner");
  CHECK(everyone[1].said.name == "Kim");
  CHECK_FALSE(everyone[1].number);
  CHECK(everyone[2].said.name == "Sam");
  CHECK(everyone[3].said.name == "Zoe");
  CHECK(everyone[3].items == 0);
}

TEST_CASE("an item counts once for whoever it names in several ways, and for both where two share a name") {
  RecordFixture fixture;
  fixture.add_words("one", {{"who", "ALEX"}, {"people", "Lex\n07700 900123"}});
  REQUIRE(describe_person(fixture.record(), {"Alex", "Lex, 07700 900123", ""}).ok());
  REQUIRE(describe_person(fixture.record(), {"Bea", "Lex", ""}).ok());
  const auto everyone = everybody(fixture.record()).value();
  REQUIRE(everyone.size() == 2);
  CHECK(everyone[0].items == 1);
  CHECK(everyone[1].items == 1);
}

TEST_CASE("names are parted at commas and lines, without blanks around them") {
  CHECK(names_in(" Lex ,07700 900123\nAl,, ") == std::vector<std::string>{"Lex", "07700 900123", "Al"});
  CHECK(names_in("").empty());
}
