#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/golden_record.h"
#include "tests/support/older_record.h"
#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

KnownFile a_picture() {
  KnownFile known;
  FileSays& facts = known.facts.emplace();
  facts.width = 4032;
  facts.height = 3024;
  facts.taken = "2024-06-03T20:15:00";
  facts.has_unread_zone = true;
  facts.holds_place = true;
  facts.place = FileSays::Place{51.5, -0.25};
  facts.drawn = Drawn::in_part;
  known.small = {1, 2, 3};
  return known;
}

}  // namespace

TEST_CASE("what is known of a file is kept once, and goes with the item") {
  RecordFixture fixture;
  const ItemNumber number = fixture.add_file("photo.jpg", as_bytes("pixels"));
  const ContentRef content = fixture.record().item(number)->newest().content;
  CHECK_FALSE(fixture.record().known_file(content)->has_value());
  REQUIRE(fixture.record().keep_known_file(content, a_picture()).ok());
  REQUIRE(fixture.record().keep_known_file(content, {}).ok());  // a second look changes nothing
  const auto known = fixture.record().known_file(content).value();
  REQUIRE((known && known->facts && known->facts->place));
  CHECK(known->facts->width == 4032);
  CHECK(known->facts->height == 3024);
  CHECK(known->facts->taken == "2024-06-03T20:15:00");
  CHECK(known->facts->has_unread_zone);
  CHECK_FALSE(known->facts->is_of_file);
  CHECK(known->facts->holds_place);
  CHECK(known->facts->place->longitude == -0.25);
  CHECK(known->facts->drawn == Drawn::in_part);
  CHECK(known->small == Bytes{1, 2, 3});
  CHECK(fixture.record().check()->findings.empty());

  REQUIRE(fixture.record().remove(number).ok());
  CHECK_FALSE(fixture.record().known_file(content)->has_value());
  REQUIRE(
      fixture.record().keep_known_file(content, a_picture()).ok());  // read while it was removed: nothing comes back
  CHECK_FALSE(fixture.record().known_file(content)->has_value());
}

TEST_CASE("a file that says nothing, one that holds a place that cannot be read, and a film are told apart") {
  RecordFixture fixture;
  const auto kept = [&](const char* name, const KnownFile& known) {
    const ItemNumber number = fixture.add_file(name, as_bytes(name));
    const ContentRef content = fixture.record().item(number)->newest().content;
    REQUIRE(fixture.record().keep_known_file(content, known).ok());
    return fixture.record().known_file(content).value().value();
  };
  const KnownFile nothing = kept("nothing", {});
  CHECK_FALSE(nothing.facts.has_value());
  CHECK(nothing.small.empty());
  KnownFile known;
  known.facts.emplace().holds_place = true;
  known.facts->drawn = Drawn::damaged;
  const KnownFile place = kept("place", known);
  REQUIRE(place.facts.has_value());
  CHECK(place.facts->width == 0);
  CHECK(place.facts->holds_place);
  CHECK_FALSE(place.facts->place.has_value());
  CHECK_FALSE(place.facts->taken.has_value());
  known.facts.emplace().taken = "2024-06-03T20:15:00+00:00";
  known.facts->is_of_file = true;
  const KnownFile film = kept("film", known);
  REQUIRE(film.facts.has_value());
  CHECK(film.facts->is_of_file);
  CHECK(film.facts->drawn == Drawn::no_decoder);
  CHECK_FALSE(film.facts->holds_place);
}

TEST_CASE("a picture that was not drawn yet gives way to what a later look finds, and nothing else does") {
  RecordFixture fixture;
  const ContentRef content = fixture.record().item(fixture.add_file("a.jpg", as_bytes("pixels")))->newest().content;
  KnownFile late;
  late.facts.emplace().holds_place = true;
  late.facts->drawn = Drawn::not_yet;
  REQUIRE(fixture.record().keep_known_file(content, late).ok());
  CHECK(fixture.record().known_file(content).value()->facts->holds_place);
  REQUIRE(fixture.record().keep_known_file(content, a_picture()).ok());
  CHECK(fixture.record().known_file(content).value()->facts->drawn == Drawn::in_part);
  REQUIRE(fixture.record().keep_known_file(content, late).ok());
  CHECK(fixture.record().known_file(content).value()->facts->drawn == Drawn::in_part);
}

TEST_CASE("every way in which a picture is drawn has a name of its own") {
  for (const Drawn drawn : {Drawn::whole, Drawn::in_part, Drawn::first_of_several, Drawn::not_yet,
                            Drawn::too_many_pixels, Drawn::no_decoder, Drawn::damaged})
    CHECK(parse_drawn(to_text(drawn)) == drawn);
  CHECK_FALSE(parse_drawn("").has_value());
}

TEST_CASE("a picture that two items share stays until the second goes") {
  RecordFixture fixture;
  const ItemNumber one = fixture.add_file("a.jpg", as_bytes("pixels")),
                   two = fixture.add_file("b.jpg", as_bytes("pixels"));
  const ContentRef content = fixture.record().item(one)->newest().content;
  REQUIRE(fixture.record().keep_known_file(content, a_picture()).ok());
  REQUIRE(fixture.record().remove(one).ok());
  CHECK(fixture.record().known_file(content)->has_value());
  REQUIRE(fixture.record().remove(two).ok());
  CHECK_FALSE(fixture.record().known_file(content)->has_value());
}

TEST_CASE("a record of version 1 is brought up to date when it is opened, and stays so") {
  GoldenRecord older(1);
  for (int round = 0; round < 2; ++round) {
    const auto record = older.open().value();
    const ContentRef content = record->item(4_item)->newest().content;
    CHECK(record->known_file(content)->has_value() == (round == 1));
    REQUIRE(record->keep_known_file(content, a_picture()).ok());
    CHECK(record->check()->findings.empty());
  }
}

TEST_CASE("a record of version 1 opens where nothing can be written, and is as it was") {
  GoldenRecord older(1);
  FaultyFiles read_only;
  read_only.folders_are_writable = false;
  const std::string before = read_file(older.path() / "records");
  {
    const auto record = older.open(read_only).value();
    const ContentRef content = record->item(4_item)->newest().content;
    CHECK_FALSE(record->known_file(content)->has_value());
    CHECK(record->keep_known_file(content, a_picture()).error().code == ErrorCode::read_only);
  }
  CHECK(read_file(older.path() / "records") == before);
}

TEST_CASE("a record of version 1 survives a failure at every statement of its first opening") {
  // Made into one here: that of the fixture has a password hash that takes its time.
  RecordFixture fixture;
  const ItemNumber photo = fixture.add_file("photo.jpg", as_bytes("pixels"));
  REQUIRE(make_older(fixture.record().vault().database(), 1).ok());
  fixture.close();
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
    if (Record::open(failing, path, secret(kPassphrase)) && faulty.statements <= fail_at) statements = fail_at;
    const auto record = Record::open(fixture.surroundings(), path, secret(kPassphrase)).value();
    CHECK(record->check()->findings.empty());
    CHECK(record->keep_known_file(record->item(photo)->newest().content, a_picture()).ok());
  }
  CHECK(statements > 5);
  CHECK(statements < 1000);
}
