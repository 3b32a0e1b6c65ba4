#include <catch2/catch_test_macros.hpp>

#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "ui/report/html_report.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE(
    "nothing that is said of the case or of people goes into a copy, and the copy matches with such entries in its "
    "log") {
  CopyFixture fixture;
  Record& record = fixture.record();
  REQUIRE(say_facts(record, {{fact::kOfficer, "PC Lapwing"}, {fact::kLetter, item_text(fixture.film)}}).ok());
  REQUIRE(describe_person(record, {"Bramble", "Brambling", "Bracken"}).ok());
  REQUIRE(record.answer(fixture.words, {{"who", "Mark"}}).ok());  // an entry after them is disclosed
  std::set<EntryNumber> at_home;
  for (const FactVersion& said : fact_versions(record).value()) at_home.insert(said.sequence.value());
  for (const PersonVersion& said : person_versions(record).value()) at_home.insert(said.sequence.value());
  REQUIRE(at_home.size() == 3);

  const Path copy = fixture.seal().file();
  CHECK(fixture.check(copy).matches());
  const auto files = unzip(copy);
  REQUIRE(files.size() > 20);
  for (const auto& [name, bytes] : files) {
    INFO(name);
    for (const char* word : {"Lapwing", "Bramble", "Brambling", "Bracken", "\"person\"", "\"case\""})
      CHECK(bytes.find(word) == std::string::npos);
  }
  for (const EntryNumber sequence : at_home) {
    for (const std::string& path :
         {copy_path::entry(sequence), copy_path::proof(sequence), copy_path::opening(sequence)})
      CHECK_FALSE(files.contains(path));
  }
}

TEST_CASE("a copy is not made when an item's history was changed to name an entry about the case") {
  CopyFixture fixture;
  REQUIRE(say_facts(fixture.record(), {{fact::kOfficer, "PC Lapwing"}}).ok());
  const auto sequence = fact_versions(fixture.record())->front().sequence.value();
  REQUIRE(fixture.record()
              .vault()
              .database()
              .execute("INSERT INTO item_entries VALUES (1, " + entry_text(sequence) + ")")
              .ok());
  CopyRequest request;
  request.contents = fixture.contents({1_item});
  request.folder = fixture.folder.path();
  CHECK(seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).error().code ==
        ErrorCode::damaged);
}
