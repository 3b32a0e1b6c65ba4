#include "vault/bundle/unfinished_copies.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/record_fixture.h"
#include "vault/record/hand_over.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("what is left of a copy that was not finished goes, and nothing that stands beside it") {
  RecordFixture fixture;
  fixture.add_words("one");
  const Path stick = fixture.folder / "stick";
  std::filesystem::create_directory(stick);
  Json description = Json::object();
  description["purpose"] = "for the police";
  const CopyTicket ticket = fixture.record().begin_copy(to_utf8(stick), description).value();
  const std::string stem = copy_stem(ticket.bundle);
  const std::vector<std::string> rests{stem + ".zip.unfinished", stem + ".age.001.unfinished",
                                       stem + ".age.002.unfinished"};
  const std::vector<std::string> others{stem + ".zip", "copy-00000000.zip.unfinished", "holiday.jpg"};
  OwnRecord before(fixture.record());
  CHECK(remove_unfinished_copies(before, operating_system_files())->empty());  // it is being made
  std::filesystem::rename(stick, fixture.folder / "away");
  fixture.reopen();  // as after a crash, and the stick is not there
  std::filesystem::rename(fixture.folder / "away", stick);
  for (const std::string& name : rests) write_file(stick / name, "what nobody has read back");
  for (const std::string& name : others) write_file(stick / name, "not ours to remove");
  OwnRecord access(fixture.record());
  const auto removed = remove_unfinished_copies(access, operating_system_files()).value();
  REQUIRE(removed.size() == 1);
  CHECK(removed[0].copy.purpose == "for the police");
  CHECK(removed[0].is_gone);
  for (const std::string& name : rests) CHECK_FALSE(std::filesystem::exists(stick / name));
  for (const std::string& name : others) CHECK(std::filesystem::exists(stick / name));
  CHECK(remove_unfinished_copies(access, operating_system_files())->empty());
}

TEST_CASE("a rest that cannot be removed is told, and a medium that is not there is passed over") {
  RecordFixture fixture;
  fixture.add_words("one");
  const Path stick = fixture.folder / "stick";
  std::filesystem::create_directory(stick);
  const CopyTicket ticket = fixture.record().begin_copy(to_utf8(stick), Json::object()).value();
  const Path rest = stick / (copy_stem(ticket.bundle) + ".zip.unfinished");
  std::filesystem::create_directory(rest);
  write_file(rest / "inside", "x");
  fixture.reopen();
  OwnRecord access(fixture.record());
  const auto removed = remove_unfinished_copies(access, operating_system_files()).value();
  REQUIRE(removed.size() == 1);
  CHECK_FALSE(removed[0].is_gone);
  std::filesystem::remove_all(stick);
  CHECK(remove_unfinished_copies(access, operating_system_files())->empty());
}
