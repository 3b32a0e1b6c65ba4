// What a copy, and the report in it, say of the files that were kept.
#include <catch2/catch_test_macros.hpp>

#include "crypto/words.h"
#include "tests/support/copy_fixture.h"
#include "vault/bundle/copy_questions.h"
#include "vault/bundle/items_json.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("the report shows what was kept, escaped, and runs nothing") {
  CopyFixture fixture;
  const ItemNumber hostile =
      fixture.add_words("<script>alert(1)</script> & \x1b[31m \xd8\xa7", {{"who", "<img src=x onerror=y>"}});
  const std::string report = unzip(fixture.seal({hostile, fixture.photo}).file()).at(copy_path::kReport);
  CHECK(report.find("<script") == std::string::npos);
  CHECK(report.find("<img") == std::string::npos);
  CHECK(report.find("&lt;script&gt;alert(1)") != std::string::npos);
  CHECK(report.find("[U+001B]") != std::string::npos);
  CHECK(report.find("photo &lt;1&gt;.jpg") != std::string::npos);
  CHECK(report.find("default-src 'none'") != std::string::npos);
  // The eight words of a key are drawn by lot from a list that has "proof" in it: they state nothing.
  std::string stated = report;
  const std::string key_words = crypto::key_words(fixture.record().keys().root.public_key());
  REQUIRE(stated.find(key_words) != std::string::npos);
  for (auto at = stated.find(key_words); at != std::string::npos; at = stated.find(key_words)) {
    stated.erase(at, key_words.size());
  }
  for (const char* word : {"proof", "authentic", "tamper-proof", "forensic", "admissible"}) {
    INFO(word);
    CHECK(stated.find(word) == std::string::npos);
  }
}

TEST_CASE("a copy says what a picture says of itself, and that it holds a place, not which") {
  CopyFixture fixture;
  KnownFile known;
  known.facts.emplace();
  known.facts->width = 4032;
  known.facts->height = 3024;
  known.facts->taken = "2024-06-03T20:15:00";
  known.facts->holds_place = true;
  known.facts->place = FileSays::Place{51.507351, -0.127758};
  known.facts->drawn = Drawn::whole;
  REQUIRE(fixture.record().keep_known_file(fixture.record().item(fixture.photo)->newest().content, known).ok());
  const SealedCopy copy = fixture.seal({fixture.photo, fixture.words});
  CHECK(fixture.check(copy.file()).matches());
  const auto files = unzip(copy.file());
  const Json items = Json::parse(files.at("bag/meta/manifest.json"))["items"];
  for (const Json& item : items) {
    if (item["item"] != item_text(fixture.photo)) {
      CHECK(item["picture"].is_null());
      continue;
    }
    CHECK(item["picture"] == Json{{"width", 4032}, {"height", 3024}, {"place_in_file", true}});
    CHECK(item["times"]["says"]["taken"] == "2024-06-03T20:15:00");
  }
  const std::string& report = files.at("bag/report/report.html");
  CHECK(report.find("4032 x 3024 pixels, taken 3 June 2024, 20:15:00 (no time zone in the file), the file holds the "
                    "place where it was taken") != std::string::npos);
  for (const auto& [path, text] : files) CHECK(text.find("51.507") == std::string::npos);
}

TEST_CASE("a copy says when a film was made, asks about its place, and lists a picture of unknown size without one") {
  CopyFixture fixture;
  KnownFile known;
  FileSays& facts = known.facts.emplace();
  facts.taken = "2024-06-03T18:15:00+00:00";
  facts.is_of_file = true;
  facts.holds_place = true;
  REQUIRE(fixture.record().keep_known_file(fixture.record().item(fixture.film)->newest().content, known).ok());
  KnownFile unread;
  unread.facts.emplace().taken = "2024-06-03T20:15:00";
  unread.facts->has_unread_zone = true;
  unread.facts->drawn = Drawn::damaged;
  REQUIRE(fixture.record().keep_known_file(fixture.record().item(fixture.photo)->newest().content, unread).ok());

  SnapshotRequest request = fixture.contents({fixture.film, fixture.photo});
  request.places_accepted.clear();
  CHECK(copy_questions(fixture.record(), request)->places == std::vector<ItemNumber>{fixture.film});
  CHECK(preview_snapshot(fixture.record(), request).error().code == ErrorCode::not_decided);

  const SealedCopy copy = fixture.seal({fixture.film, fixture.photo});
  CHECK(fixture.check(copy.file()).matches());
  const auto files = unzip(copy.file());
  const Json items = Json::parse(files.at("bag/meta/manifest.json"))["items"];
  for (const Json& item : items) {
    CHECK(item["picture"].is_null());
    const bool is_film = item["item"] == item_text(fixture.film);
    CHECK(item["times"]["says"]["taken"] == (is_film ? "2024-06-03T18:15:00+00:00" : "2024-06-03T20:15:00"));
  }
  const std::string& report = files.at("bag/report/report.html");
  CHECK(report.find("file made 3 June 2024, 18:15:00 UTC, the file holds a place that this program cannot read") !=
        std::string::npos);
  CHECK(report.find("taken 3 June 2024, 20:15:00 (its time zone cannot be read)") != std::string::npos);
}

TEST_CASE("the time of a file outside of the years 0 to 9999 stands in no copy as another, and is told") {
  CopyFixture fixture;
  Addition addition;
  addition.media = "image/jpeg";
  addition.name = "odd.jpg";
  addition.modified = 910'692'730'085;  // a day of the year 30828
  addition.created = std::int64_t{1} << 62;
  auto stored = store_bytes(fixture.record().vault(), as_bytes("pixels of another day")).value();
  const ItemNumber odd = fixture.record().add(addition, std::move(stored))->item;
  CHECK(fixture.record().item(odd)->newest().modified == addition.modified);
  CHECK(fixture.record().check()->findings.empty());
  const SealedCopy copy = fixture.seal({odd});
  CHECK(fixture.check(copy.file()).matches());
  const auto files = unzip(copy.file());
  const Json item = Json::parse(files.at("bag/meta/manifest.json"))["items"][0];
  CHECK(item["times"]["says"].empty());
  CHECK_FALSE(item["versions"][0].contains("modified"));
  const std::string& report = files.at("bag/report/report.html");
  CHECK(report.find("a time of the file lies outside of the years 0 to 9999, and is not usable") != std::string::npos);
  CHECK(report.find("30828") == std::string::npos);
}
