#include "vault/intake/known_file.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/made_exif.h"
#include "tests/support/made_film.h"
#include "tests/support/made_picture.h"
#include "tests/support/record_fixture.h"
#include "vault/intake/small_picture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

FileReaders readers() { return {PictureReader(DAYBOOK_PICTURE_READER), MediaReader(DAYBOOK_MEDIA_READER)}; }

FileReaders missing() { return {PictureReader("/nowhere/picture-reader"), MediaReader("/nowhere/media-reader")}; }

ItemVersion keep(RecordFixture& fixture, const char* media, const std::string& bytes) {
  Addition addition;
  addition.media = media;
  const ItemNumber number =
      fixture.record().add(addition, store_bytes(fixture.record().vault(), as_bytes(bytes)).value())->item;
  return fixture.record().item(number)->newest();
}

// A reader that does what these commands say, within a second.
PictureReader scripted(const TemporaryFolder& folder, const std::string& commands) {
  write_file(folder / "reader", "#!/bin/sh\n" + commands + "\n");
  std::filesystem::permissions(folder / "reader", std::filesystem::perms::owner_all);
  return PictureReader(folder / "reader", std::chrono::seconds(1));
}

std::string place_exif() {
  MadeExif made;
  made.gps = some_place();
  return made.bytes();
}

}  // namespace

TEST_CASE("a picture is looked at once, and what it said is there when its reader is not") {
  RecordFixture fixture;
  const ItemVersion version = keep(fixture, "image/jpeg", make_jpeg(600, 300, make_exif(1, "2024:06:03 20:15:00")));
  CHECK(look_at_file(fixture.record(), missing(), version).error().code == ErrorCode::not_found);
  CHECK_FALSE(fixture.record().known_file(version.content)->has_value());
  OwnRecord access(fixture.record());
  look_at_files(access, readers(), {1_item, 99_item});
  fixture.reopen();
  const auto known = look_at_file(fixture.record(), missing(), version).value();
  REQUIRE((known && known->facts));
  CHECK(known->facts->width == 600);
  CHECK(known->facts->taken == "2024-06-03T20:15:00+01:00");
  CHECK(known->facts->place->latitude == 51.5);
  CHECK(known->facts->place->longitude == -0.25);
  CHECK(decode_small_picture(known->small)->width == 480);

  // What is none is remembered as that; what says nothing of itself by its type is not looked at.
  const ItemVersion odd = keep(fixture, "image/jpeg", "none");
  CHECK(look_at_file(fixture.record(), readers(), odd).value()->facts->drawn == Drawn::no_decoder);
  CHECK(look_at_file(fixture.record(), missing(), odd).value()->facts->drawn == Drawn::no_decoder);
  const ItemNumber words = fixture.add_words("words");
  CHECK_FALSE(look_at_file(fixture.record(), missing(), fixture.record().item(words)->newest())->has_value());
}

TEST_CASE("a film is looked at like a picture, and one that says nothing is not asked again") {
  RecordFixture fixture;
  const ItemVersion film = keep(fixture, "video/quicktime", made_film(user_text("\xa9xyz", "+50.5000+010.2500/")));
  CHECK(look_at_file(fixture.record(), missing(), film).error().code == ErrorCode::not_found);
  CHECK(look_at_file(fixture.record(), readers(), film).value()->facts->holds_place);
  CHECK(look_at_file(fixture.record(), missing(), film).value()->facts->place->longitude == 10.25);
  const ItemVersion silent = keep(fixture, "video/x-matroska", "nothing");
  CHECK_FALSE(look_at_file(fixture.record(), readers(), silent).value()->facts);
  CHECK_FALSE(look_at_file(fixture.record(), missing(), silent).value()->facts);
  for (const char* media : {"image/jpeg", "image/tiff", "video/mp4", "video/3gpp", "audio/mp4"})
    CHECK(says_of_itself(media));
  for (const char* media : {"text/plain", "application/pdf", "audio/mpeg", "image/svg+xml", ""})
    CHECK_FALSE(says_of_itself(media));
}

TEST_CASE("a reader that takes too long is asked another time") {
  RecordFixture fixture;
  const TemporaryFolder folder;
  const ItemVersion version = keep(fixture, "image/jpeg", make_jpeg(600, 300, place_exif()));
  const FileReaders slow{scripted(folder, "exec sleep 60"), std::nullopt};
  CHECK(look_at_file(fixture.record(), slow, version).error().code == ErrorCode::cancelled);
  CHECK_FALSE(fixture.record().known_file(version.content)->has_value());
  CHECK(look_at_file(fixture.record(), readers(), version).value()->facts->drawn == Drawn::whole);
  const ItemVersion film = keep(fixture, "video/mp4", made_film(film_header(3'800'000'000)));
  const FileReaders slow_too{std::nullopt, MediaReader(folder / "reader", std::chrono::seconds(1))};
  CHECK(look_at_file(fixture.record(), slow_too, film).error().code == ErrorCode::cancelled);
  CHECK(look_at_file(fixture.record(), readers(), film).value()->facts->taken.has_value());
}

TEST_CASE("a picture that takes too long to draw says at once what it holds, and is drawn another time") {
  RecordFixture fixture;
  const TemporaryFolder folder;
  const ItemVersion version = keep(fixture, "image/jpeg", make_jpeg(600, 300, place_exif()));
  const FileReaders slow{
      scripted(folder, std::string("[ $1 = facts ] && exec ") + DAYBOOK_PICTURE_READER + " facts\nexec sleep 60"),
      std::nullopt};
  const auto first = look_at_file(fixture.record(), slow, version).value();
  REQUIRE((first && first->facts));
  CHECK(first->facts->drawn == Drawn::not_yet);
  CHECK(first->facts->holds_place);
  CHECK(fixture.record().known_file(version.content).value()->facts->holds_place);
  CHECK(look_at_file(fixture.record(), readers(), version).value()->facts->drawn == Drawn::whole);
  CHECK(look_at_file(fixture.record(), missing(), version).value()->facts->drawn == Drawn::whole);
}

TEST_CASE("a decoder that dies takes no facts with it, and a reader that dies twice is believed") {
  RecordFixture fixture;
  const TemporaryFolder folder;
  const ItemVersion version = keep(fixture, "image/jpeg", make_jpeg(600, 300, place_exif()));
  const FileReaders dying{
      scripted(folder, std::string("[ $1 = facts ] && exec ") + DAYBOOK_PICTURE_READER + " facts\nkill -SEGV $$"),
      std::nullopt};
  const auto known = look_at_file(fixture.record(), dying, version).value();
  REQUIRE((known && known->facts));
  CHECK(known->facts->drawn == Drawn::damaged);
  CHECK(known->facts->holds_place);
  CHECK(known->facts->width == 600);
  const ItemVersion other = keep(fixture, "image/jpeg", make_jpeg(60, 30, place_exif()));
  CHECK_FALSE(look_at_file(fixture.record(), {scripted(folder, "kill -SEGV $$"), std::nullopt}, other).value()->facts);
  CHECK_FALSE(look_at_file(fixture.record(), missing(), other).value()->facts);
}
