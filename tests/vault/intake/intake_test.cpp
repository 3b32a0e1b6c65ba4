#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/record_fixture.h"
#include "vault/intake/file.h"
#include "vault/intake/file_ending.h"
#include "vault/intake/media_type.h"
#include "vault/intake/words.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("the type is told by the content, not by the name") {
  const auto type = [](std::string_view bytes) { return media_type_of(as_bytes(bytes)); };
  using namespace std::string_view_literals;
  CHECK(type("\xff\xd8\xff\xe0"sv) == "image/jpeg");
  CHECK(type("\x89PNG\r\n\x1a\n"sv) == "image/png");
  CHECK(type("RIFF\0\0\0\0WEBP"sv) == "image/webp");
  CHECK(type("\0\0\0\x18"
             "ftypheic"sv) == "image/heic");
  CHECK(type("\0\0\0\x18"
             "ftypisom"sv) == "video/mp4");
  CHECK(type("OggS\0\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0OpusHead"sv) == "audio/opus");
  CHECK(type("OggS\0"sv) == "audio/ogg");
  CHECK(type("PK\3\4"sv) == "application/zip");
  CHECK(type("hello \xc3\xa4"sv) == "text/plain; charset=utf-8");
  CHECK(type("hello \xff"sv) == "text/plain; charset=unknown-8bit");
  CHECK(type("a\0b"sv) == "application/octet-stream");
  CHECK(type(""sv) == "application/octet-stream");
  CHECK(ending_for("image/jpeg") == "jpg");
  CHECK(ending_for("something/else") == "bin");
}

TEST_CASE("a text of any length that ends inside a character at the look-ahead is still text") {
  std::string text(kMediaTypeBytes - 1, 'a');
  text += "\xc3\xa4";
  CHECK(media_type_of(as_bytes(text).first(kMediaTypeBytes)) == "text/plain; charset=utf-8");
  CHECK(media_type_of(as_bytes("abc\xc3")) == "text/plain; charset=unknown-8bit");
}

TEST_CASE("a file is kept with its name, times and type, and is not touched") {
  RecordFixture fixture;
  const Path path = fixture.folder / "IMG 1.jpg";
  write_file(path, "\xff\xd8\xff picture");
  const auto before = std::filesystem::last_write_time(path);
  const auto kept = keep_file(fixture.record(), operating_system_files(), path, {{"where", "my phone"}}, false);
  REQUIRE(kept.ok());
  CHECK(kept->media == "image/jpeg");
  CHECK_FALSE(kept->changed_while_read);
  const Item item = fixture.record().item(kept->outcome.item).value();
  CHECK(item.newest().name == "IMG 1.jpg");
  CHECK(item.newest().modified == operating_system_files().facts(path)->modified_seconds);
  CHECK(std::filesystem::last_write_time(path) == before);
  CHECK(keep_file(fixture.record(), operating_system_files(), path, {}, false)->outcome.added == false);
  CHECK(keep_file(fixture.record(), operating_system_files(), path, {}, true)->outcome.same_content ==
        kept->outcome.item);
}

TEST_CASE("a file that is rewritten in place while it is read is told, though its size and its time are put back") {
  RecordFixture fixture;
  const Path path = fixture.folder / "film.mp4";
  write_file(path, std::string(9'000'000, 'a'));
  const auto time = std::filesystem::last_write_time(path);
  bool was_rewritten = false;
  const auto kept = keep_file(fixture.record(), operating_system_files(), path, {}, false, [&](std::uint64_t) {
    if (!std::exchange(was_rewritten, true)) {
      write_file(path, std::string(9'000'000, 'b'));
      std::filesystem::last_write_time(path, time);
    }
    return true;
  });
  REQUIRE(kept.ok());
  REQUIRE(was_rewritten);
  CHECK(kept->changed_while_read);
}

TEST_CASE("a file that has more bytes than was said of it is kept whole") {
  RecordFixture fixture;
  const auto kept = keep_file(fixture.record(), operating_system_files(), "/proc/kallsyms", {}, false);
  REQUIRE(kept.ok());  // a file of the system that says it has none
  CHECK(kept->size > 1'000'000);
  CHECK(fixture.record().item(kept->outcome.item)->newest().content.facts.size == kept->size);
}

TEST_CASE("a name that is not Unicode keeps its bytes") {
  RecordFixture fixture;
  const Path path = fixture.folder / std::string("caf\xe9 \xff.txt");
  write_file(path, "x");
  const auto kept = keep_file(fixture.record(), operating_system_files(), path, {}, false);
  REQUIRE(kept.ok());
  const ItemVersion version = fixture.record().item(kept->outcome.item)->newest();
  CHECK(version.name == "caf\xef\xbf\xbd \xef\xbf\xbd.txt");
  CHECK(as_text(version.name_bytes.value()) == "caf\xe9 \xff.txt");
  CHECK(fixture.record().check()->findings.empty());
}

TEST_CASE("what is no file is refused, and a stop leaves nothing") {
  RecordFixture fixture;
  CHECK(keep_file(fixture.record(), operating_system_files(), fixture.folder / "none", {}, false).error().code ==
        ErrorCode::not_found);
  CHECK(keep_file(fixture.record(), operating_system_files(), fixture.folder.path(), {}, false).error().code ==
        ErrorCode::unsupported);
  CHECK(keep_file(fixture.record(), operating_system_files(), "/dev/null", {}, false).error().code ==
        ErrorCode::unsupported);
  write_file(fixture.folder / "large", std::string(3 << 20, 'x'));
  CHECK(keep_file(fixture.record(), operating_system_files(), fixture.folder / "large", {}, false,
                  [](std::uint64_t) { return false; })
            .error()
            .code == ErrorCode::cancelled);
  CHECK(fixture.record().vault().objects().list()->objects.empty());
  CHECK(fixture.record().count().value() == 0);
}

TEST_CASE("words must be text and not empty") {
  RecordFixture fixture;
  CHECK(keep_words(fixture.record(), "", {}).error().code == ErrorCode::usage);
  CHECK(keep_words(fixture.record(), "\xff", {}).error().code == ErrorCode::malformed);
  CHECK(keep_note(fixture.record(), "n", ItemNumber{7}, {}).error().code == ErrorCode::not_found);
  CHECK(fixture.record().count().value() == 0);
}
