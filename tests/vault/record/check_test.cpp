#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/record_fixture.h"

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

TEST_CASE("a damaged object is found, named, and the rest still opens") {
  RecordFixture fixture;
  const ItemNumber words = fixture.add_words("words");
  const Bytes large = random_bytes(400 * 1024);
  const ItemNumber file = fixture.add_file("film", large);
  const std::string name = fixture.record().vault().objects().list().value().at(0);
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
