#include "vault/record/case_facts.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/faulty_surroundings.h"
#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

Facts facts_of(Record& record) { return current_facts(fact_versions(record).value()); }

std::uint64_t size_of_log(Record& record) { return record.log().head()->size; }

}  // namespace

TEST_CASE("a fact about the case is an entry, a change of it another, and all versions stay") {
  RecordFixture fixture;
  Record& record = fixture.record();
  REQUIRE(say_facts(record, {{fact::kOfficer, "PC 123"}, {fact::kForce, "Northshire"}}).ok());
  REQUIRE(say_facts(record, {{fact::kOfficer, "DC 77"}}).ok());
  CHECK(facts_of(record) == Facts{{"force", "Northshire"}, {"officer", "DC 77"}});
  const auto versions = fact_versions(record).value();
  REQUIRE(versions.size() == 3);
  CHECK(versions[2].version == 2);
  CHECK(versions[2].value == "DC 77");
  for (const FactVersion& said : versions) {
    const Entry entry = parse_entry(record.log().entry_line(*said.sequence).value()).value();
    CHECK(entry.type == "case");
    CHECK(entry.items.empty());
    CHECK_FALSE(said.is_taken_over);
    const std::string opening = record.opening(*said.sequence)->value();
    CHECK(entry.subject == crypto::Sha256::of(as_bytes(opening)));
    const Json json = parse_canonical(opening).value();
    CHECK(json.size() == 6);
    CHECK(json["case"] == 1);
    CHECK(json["fact"] == said.fact);
    CHECK(json["value"] == said.value);
  }
  fixture.reopen();
  CHECK(facts_of(fixture.record()) == Facts{{"force", "Northshire"}, {"officer", "DC 77"}});
  require_clean(fixture.record());
}

TEST_CASE("what a log entry about the case says stands nowhere in the log") {
  RecordFixture fixture;
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "PC Reed"}}).ok());
  for (std::uint64_t i = 0; i < size_of_log(fixture.record()); ++i) {
    const std::string line = fixture.record().log().entry_line(EntryNumber{i}).value();
    CHECK(line.find("Reed") == std::string::npos);
    CHECK(line.find("officer") == std::string::npos);
  }
}

TEST_CASE("the same again makes no entry, and an empty value takes a fact back") {
  RecordFixture fixture;
  Record& record = fixture.record();
  REQUIRE(say_facts(record, {{fact::kOfficer, "PC 123"}}).ok());
  const std::uint64_t size = size_of_log(record);
  REQUIRE(say_facts(record, {{fact::kOfficer, "PC 123"}, {fact::kContact, ""}}).ok());
  CHECK(size_of_log(record) == size);
  REQUIRE(say_facts(record, {{fact::kOfficer, ""}}).ok());
  CHECK(size_of_log(record) == size + 1);
  CHECK(facts_of(record).empty());
  CHECK(fact_versions(record)->size() == 2);
  require_clean(record);
}

TEST_CASE("only facts on the list are taken, with one of their choices where there are some") {
  RecordFixture fixture;
  Record& record = fixture.record();
  const std::uint64_t size = size_of_log(record);
  const auto code = [&](const std::string& name, const std::string& value) {
    return say_facts(record, {{"force", "Northshire"}, {name, value}}).error().code;
  };
  CHECK(code("weather", "rain") == ErrorCode::usage);
  CHECK(code(fact::kPlace, "wales") == ErrorCode::usage);
  CHECK(code(fact::kDecidedBy, "me") == ErrorCode::usage);
  CHECK(code(fact::kDecision, "They stopped it") == ErrorCode::usage);
  CHECK(code(fact::kOfficer, std::string(kMostFactBytes + 1, 'x')) == ErrorCode::too_large);
  CHECK(code(fact::kOfficer, "\xff") == ErrorCode::malformed);
  CHECK(size_of_log(record) == size);
  CHECK(say_facts(record, {{fact::kPlace, "scotland"}, {fact::kDecidedBy, "cps"}, {fact::kDecision, "stopped"}}).ok());
  CHECK(say_facts(record, {{fact::kOfficer, std::string(kMostFactBytes, 'x')}}).ok());
  for (const char* name : all_facts()) CHECK(is_fact(name));
  CHECK(all_facts().size() == 21);
}

TEST_CASE("the letter is an item that is there") {
  RecordFixture fixture;
  Record& record = fixture.record();
  const ItemNumber letter = fixture.add_file("letter.pdf", as_bytes("We have decided"));
  CHECK(say_facts(record, {{fact::kLetter, "my letter"}}).error().code == ErrorCode::usage);
  CHECK(say_facts(record, {{fact::kLetter, "1"}}).error().code == ErrorCode::usage);
  CHECK(say_facts(record, {{fact::kLetter, "000002"}}).error().code == ErrorCode::not_found);
  CHECK(say_facts(record, {{fact::kLetter, item_text(letter)}}).ok());
  REQUIRE(record.remove(letter).ok());
  CHECK(say_facts(record, {{fact::kLetter, ""}}).ok());
  CHECK(say_facts(record, {{fact::kLetter, item_text(letter)}}).error().code == ErrorCode::not_found);
}

TEST_CASE("another case is apart from the first") {
  RecordFixture fixture;
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "PC 123"}}).ok());
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "DC 77"}}, 2_case).ok());
  const auto versions = fact_versions(fixture.record()).value();
  CHECK(current_facts(versions) == Facts{{"officer", "PC 123"}});
  CHECK(current_facts(versions, 2_case) == Facts{{"officer", "DC 77"}});
  CHECK(versions[1].version == 1);
  require_clean(fixture.record());
}

TEST_CASE("facts survive a change of keys") {
  RecordFixture fixture;
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "PC 123"}}).ok());
  REQUIRE(fixture.record().replace_keys(secret("four other random words")).ok());
  CHECK(facts_of(fixture.record()) == Facts{{"officer", "PC 123"}});
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "DC 77"}}).ok());
  require_clean(fixture.record());
}

TEST_CASE("in a folder that cannot be written to, facts are shown and none is taken") {
  RecordFixture fixture;
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "PC 123"}}).ok());
  fixture.close();
  FaultyFiles files;
  files.folders_are_writable = false;
  const auto record = Record::open({files, fixture.clock}, fixture.path(), secret(kPassphrase)).value();
  CHECK(facts_of(*record) == Facts{{"officer", "PC 123"}});
  CHECK(say_facts(*record, {{fact::kOfficer, "DC 77"}}).error().code == ErrorCode::read_only);
  require_clean(*record);
}
