#include "vault/bundle/copy_questions.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/copy_fixture.h"
#include "vault/bundle/snapshot.h"
#include "vault/record/helper.h"

using namespace daybook;
using namespace daybook::test;
using namespace daybook::vault;

namespace {

CopyQuestions ask(CopyFixture& fixture, SnapshotRequest request) {
  return copy_questions(fixture.record(), request).value();
}

}  // namespace

TEST_CASE("a note beside a chosen item is asked about until it is chosen or left out") {
  CopyFixture fixture;
  SnapshotRequest request;
  request.items = {fixture.words};
  CHECK_FALSE(ask(fixture, request).is_decided());
  CHECK(ask(fixture, request).notes.front().note == fixture.note);
  request.notes_left_out = {fixture.note};
  CHECK(ask(fixture, request).is_decided());
  request = {};
  request.items = {fixture.words, fixture.note};
  CHECK(ask(fixture, request).is_decided());
  // A note beside that note is the next question.
  const ItemNumber second = fixture.add_note("I wrote this in the kitchen", fixture.note);
  CHECK(ask(fixture, request).notes.front().note == second);
  REQUIRE(fixture.record().remove(second).ok());
  CHECK(ask(fixture, request).is_decided());
}

TEST_CASE("what is asked of earlier versions, helpers and people is what would go along") {
  CopyFixture fixture;
  SnapshotRequest request = fixture.contents({fixture.words, fixture.note});
  CopyQuestions open = ask(fixture, request);
  REQUIRE(open.earlier.size() == 2);  // the first answer to "who", the first version of the note
  CHECK(open.earlier[0].question == "who");
  CHECK(open.earlier[0].text == "Mark");
  CHECK(open.earlier[1].question.empty());
  CHECK(open.earlier[1].text == "He came back at eight");
  CHECK(open.people == std::vector<std::string>{"Mark", "Mark B."});
  CHECK(open.helpers.empty());

  // What stays at home names nobody.
  request.newest_only = true;
  CHECK(ask(fixture, request).people == std::vector<std::string>{"Mark B."});
  request.newest_only = false;

  REQUIRE(fixture.record().answer(fixture.words, helper_answers("Kestrel", "IDVA", true)).ok());
  open = ask(fixture, request);
  CHECK(open.helpers == std::vector{fixture.words});
  CHECK(open.earlier.size() == 2);
}

TEST_CASE("a picture or film of which nobody knows whether it holds a place is asked about like one that does") {
  CopyFixture fixture;
  const auto add = [&](const char* media, const char* bytes) {
    Addition addition;
    addition.media = media;
    return fixture.record().add(addition, store_bytes(fixture.record().vault(), as_bytes(bytes)).value())->item;
  };
  const auto keep = [&](ItemNumber item, const KnownFile& known) {
    REQUIRE(fixture.record().keep_known_file(fixture.record().item(item)->newest().content, known).ok());
  };
  const ItemNumber picture = add("image/png", "pixels"), film = add("video/mp4", "pictures"),
                   text = add("text/plain", "x"), empty = add("image/jpeg", "");
  SnapshotRequest request;
  request.items = {picture, film, text, empty};
  CHECK(ask(fixture, request).places == std::vector{picture, film});  // neither was ever looked at
  CHECK(preview_snapshot(fixture.record(), request).error().code == ErrorCode::not_decided);
  // The reader of the picture was ended, and the film is of a kind that says nothing.
  keep(picture, {});
  keep(film, {});
  CHECK(ask(fixture, request).places == std::vector{picture});
  CHECK(preview_snapshot(fixture.record(), request).error().code == ErrorCode::not_decided);
  request.places_accepted = {picture};
  CHECK(ask(fixture, request).is_decided());
  CHECK(preview_snapshot(fixture.record(), request).ok());
  // One that its reader told to be damaged was looked through, and holds none.
  const ItemNumber odd = add("image/png", "no pixels");
  KnownFile damaged;
  damaged.facts.emplace().drawn = Drawn::damaged;
  keep(odd, damaged);
  request.items = {odd};
  CHECK(ask(fixture, request).is_decided());
}

TEST_CASE("an item that was removed is no part of a copy, and the error names it") {
  CopyFixture fixture;
  REQUIRE(fixture.record().remove(fixture.words).ok());
  SnapshotRequest request;
  request.items = {fixture.words};
  CHECK(copy_questions(fixture.record(), request).error().code == ErrorCode::not_found);
}

TEST_CASE("an answer that was taken back goes along as taken back, with what was said before") {
  CopyFixture fixture;
  REQUIRE(fixture.record().answer(fixture.words, {{"when", ""}}).ok());
  const auto files = unzip(fixture.seal({fixture.words}).file());
  const std::string& report = files.at(copy_path::kReport);
  CHECK(report.find("taken back 24 November 2025") != std::string::npos);
  CHECK(report.find("2 June") != std::string::npos);
  CHECK(files.at(copy_path::kItems).find("\"keeper\":null") != std::string::npos);
}
