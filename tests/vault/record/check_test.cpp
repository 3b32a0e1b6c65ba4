#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/record_fixture.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("a check finds what was changed behind the log's back, and says where") {
  RecordFixture fixture;
  const ItemNumber words = fixture.add_words("words", {{"who", "Mark"}});
  const ItemNumber file = fixture.add_file("film", random_bytes(400 * 1024));
  Database& database = fixture.record().vault().database();
  const auto finds = [&](const std::string& sql, ItemNumber item) {
    INFO(sql);
    REQUIRE(database.execute(sql).ok());
    const auto report = fixture.record().check();
    REQUIRE(report.ok());
    REQUIRE_FALSE(report->findings.empty());
    bool named = false;
    for (const CheckFinding& finding : report->findings) named |= finding.item == item;
    CHECK(named);
  };
  SECTION("an answer") { finds("UPDATE answers SET value = 'John'", words); }
  SECTION("a name") { finds("UPDATE versions SET name = 'x' WHERE item = 2", file); }
  SECTION("a time") { finds("UPDATE versions SET modified = 5 WHERE item = 2", file); }
  SECTION("a content") { finds("UPDATE contents SET bytes = x'00' WHERE object IS NULL", words); }
  SECTION("an opening") {
    finds(
        "UPDATE openings SET line = x'7b7d' WHERE item = 1 AND sequence = (SELECT sequence FROM versions WHERE item = "
        "1)",
        words);
  }
  SECTION("a vanished answer") { finds("DELETE FROM answers", words); }
  SECTION("an item's kind") { finds("UPDATE items SET kind = 'note' WHERE id = 1", words); }
}

TEST_CASE("a check finds what was changed of case and people, and says where") {
  RecordFixture fixture;
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "PC 123"}}).ok());
  REQUIRE(describe_person(fixture.record(), {"Alex", "Lex", ""}).ok());
  const auto number = entry_text(*fact_versions(fixture.record())->front().sequence);
  require_clean(fixture.record());
  Database& database = fixture.record().vault().database();
  const auto finds = [&](const std::string& sql, const std::string& said) {
    INFO(sql);
    REQUIRE(database.execute(sql).ok());
    const auto report = fixture.record().check();
    REQUIRE(report.ok());
    REQUIRE(report->findings.size() == 1);
    CHECK(report->findings[0].what == said);
  };
  const std::string case_row = "what is said of the case (officer, version 1)", person_row = "person 1, version 1,";
  SECTION("a value") { finds("UPDATE facts SET value = 'PC 124'", case_row + " differs from its log entry " + number); }
  SECTION("a case number") {
    finds("UPDATE facts SET case_number = 2", case_row + " differs from its log entry " + number);
  }
  SECTION("typed earlier") {
    finds("UPDATE facts SET taken_over = 1", case_row + " differs from its log entry " + number);
  }
  SECTION("a vanished fact") {
    finds("DELETE FROM facts", "what log entry " + number + " says of the case is not there any more");
  }
  SECTION("a fact without an entry") {
    finds("INSERT INTO facts VALUES (1, 'force', 1, 0, 'Northshire', 0)",
          "what is said of the case (force, version 1) has no entry in the log");
  }
  SECTION("a missing opening") {
    finds("DELETE FROM openings WHERE sequence = " + number, "what log entry " + number + " was about is missing");
  }
  SECTION("a name") { finds("UPDATE people SET name = 'John'", person_row + " differs from its log entry 2"); }
  SECTION("who they are") { finds("UPDATE people SET relation = 'x'", person_row + " differs from its log entry 2"); }
  SECTION("a vanished person") {
    finds("DELETE FROM people", "what log entry 2 says of a person is not there any more");
  }
  SECTION("a person without an entry") {
    finds("INSERT INTO people VALUES (2, 1, 0, 'Sam', '', '', 0)", "person 2, version 1, has no entry in the log");
  }
}

TEST_CASE("a damaged object is found, named, and the rest still opens") {
  RecordFixture fixture;
  const ItemNumber words = fixture.add_words("words");
  const Bytes large = random_bytes(400 * 1024);
  const ItemNumber file = fixture.add_file("film", large);
  const std::string name = fixture.record().vault().objects().list().value().objects.at(0);
  const Path path = fixture.path() / "objects" / name.substr(0, 2) / name;
  const std::string good = read_file(path);
  for (std::size_t at : {std::size_t{0}, std::size_t{80}, std::size_t{100000}, good.size() - 1}) {
    std::string bad = good;
    bad[at] ^= 1;
    write_file(path, bad);
    const auto report = fixture.record().check();
    REQUIRE(report.ok());
    REQUIRE(report->findings.size() == 1);
    CHECK(report->findings[0].item == file);
  }
  CHECK(text_of(fixture.record(), words) == "words");
  write_file(path, good.substr(0, good.size() - 65552));
  CHECK(fixture.record().check()->findings.size() == 1);
  write_file(path, good);
  require_clean(fixture.record());
  write_file(fixture.path() / "objects" / name.substr(0, 2) / (name.substr(0, 31) + (name[31] == '0' ? '1' : '0')),
             "x");
  CHECK(fixture.record().check()->unknown_objects.size() == 1);
  fixture.reopen();
  CHECK(fixture.record().check()->unknown_objects.size() == 1);  // never deleted: not on our list
}

TEST_CASE("a page that nothing uses is no damage, and every other page is") {
  RecordFixture fixture;
  for (int i = 0; i < 10; ++i) fixture.add_words("kept " + std::to_string(i));
  const ItemNumber gone = fixture.add_words(std::string(100'000, 'a'));
  REQUIRE(fixture.record().remove(gone).ok());
  std::int64_t unused = 0;
  {
    Statement count = fixture.record().vault().database().prepare("PRAGMA freelist_count").value();
    REQUIRE(count.step().value());
    unused = count.integer(0);
  }
  fixture.close();
  const Path path = fixture.path() / "records";
  const std::string good = read_file(path);
  constexpr std::size_t kPage = 4096;
  std::int64_t untold = 0;
  for (std::size_t at = 0; at < good.size(); at += kPage) {
    std::string bad = good;
    bad[at + 100] ^= 1;
    write_file(path, bad);
    const auto record = Record::open(fixture.surroundings(), fixture.path(), secret(kPassphrase));
    if (!record) continue;
    const auto report = (*record)->check();
    untold += report && report->findings.empty() ? 1 : 0;
    if (!report || !report->findings.empty()) continue;
    CHECK(found(**record, "kept").size() == 10);
  }
  CHECK(untold > 5);
  CHECK(untold <= unused);
}
