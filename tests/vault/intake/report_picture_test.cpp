#include <webp/decode.h>

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"
#include "vault/intake/picture.h"
#include "vault/intake/screen_picture.h"
#include "vault/intake/small_picture.h"
#include "vault/sandbox/one_answer.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

Result<ReducedPicture> read(ByteView bytes, std::uint32_t most_side, const char* program = DAYBOOK_PICTURE_READER) {
  MemorySource source(bytes);
  return PictureReader(program).read(source, most_side);
}

// Rows of black strokes on white, two pixels wide and four apart, as a screen of small letters has them.
Bytes strokes(std::uint32_t width, std::uint32_t height) {
  Bytes rgb(std::size_t{width} * height * 3, 255);
  for (std::size_t i = 0; i < rgb.size(); ++i) {
    if (i / 3 % width % 6 < 2) rgb[i] = 0;
  }
  return encode_screen(width, height, rgb);
}

// A program in the place of one without keys, which writes this to its pipe for answers.
std::filesystem::path liar(const TemporaryFolder& folder, const std::string& commands) {
  write_file(folder / "liar", "#!/bin/sh\n" + commands + "\n");
  std::filesystem::permissions(folder / "liar", std::filesystem::perms::owner_all);
  return folder / "liar";
}

}  // namespace

TEST_CASE("a screen for a report is reduced to 1,600 pixels, and a small one is left as it is") {
  const ReducedPicture screen = read(strokes(1170, 2532), kReportPictureSide).value();
  CHECK(screen.facts.height == 2532);
  CHECK(screen.width == 739);
  CHECK(screen.height == 1600);
  const ReducedPicture small = read(strokes(640, 480), kReportPictureSide).value();
  CHECK(small.width == 640);
  CHECK(small.height == 480);
  CHECK(read(strokes(640, 480), 1)->rgba.size() == 4);
}

TEST_CASE("a HEIC for a report is the picture itself and not the thumbnail in its file") {
  const std::string heic = read_file(test_data() / "media/thumbnail.heic");
  const ReducedPicture small = read(as_bytes(heic), kSmallPictureSide).value();
  CHECK(small.facts.width == 2000);
  CHECK(small.width == 320);
  const ReducedPicture large = read(as_bytes(heic), kReportPictureSide).value();
  CHECK(large.facts.width == 2000);
  CHECK(large.width == 1600);
  CHECK(large.height == 1200);
}

TEST_CASE("a picture-reader that gives more pixels than it was asked for is not believed") {
  const TemporaryFolder folder;
  const Bytes screen = strokes(1700, 900);
  const std::string more = liar(folder, std::string("exec ") + DAYBOOK_PICTURE_READER + " 1600").string();
  CHECK(read(screen, 1600, more.c_str()).ok());
  CHECK(read(screen, 1599, more.c_str()).error().code == ErrorCode::unsupported);
  CHECK(read(screen, 480, more.c_str()).error().code == ErrorCode::unsupported);
}

TEST_CASE("a picture-reader that is asked for no size, or for an odd one, reads nothing") {
  const Bytes screen = strokes(64, 48);
  MemorySource source(screen);
  const auto ask = [&](std::vector<std::string> arguments) {
    return sandbox::ask_once(DAYBOOK_PICTURE_READER, source, {std::chrono::seconds(5)}, std::move(arguments)).ok();
  };
  CHECK(ask({"64"}));
  for (const char* odd : {"", "0", "1601", "64x", " 64", "-1", "99999999999"}) CHECK_FALSE(ask({odd}));
  CHECK_FALSE(ask({}));
  CHECK_FALSE(ask({"64", "64"}));
}

TEST_CASE("an answer in pieces comes back whole, and one above its bound or without end does not") {
  const TemporaryFolder folder;
  MemorySource source(as_bytes("anything"));
  const auto ask = [&](const std::string& commands, std::size_t most_bytes) {
    return sandbox::ask_once(liar(folder, "exec >&4\n" + commands), source, {std::chrono::seconds(5), most_bytes});
  };
  const std::string pieces = R"(printf '\002\003\000\000\000abc\001\002\000\000\000de')";
  CHECK(as_text(ask(pieces, 5).value()) == "abcde");
  CHECK_FALSE(ask(pieces, 4).ok());
  CHECK_FALSE(ask(R"(printf '\002\003\000\000\000abc')", 5).ok());
  CHECK_FALSE(ask(R"(printf '\003\003\000\000\000abc')", 5).ok());
  CHECK_FALSE(ask(R"(while printf '\002\000\000\000\000'; do :; done)", 5).ok());
  CHECK_FALSE(ask(R"(while printf '\002\001\000\000\000a'; do :; done)", 5).ok());
}

TEST_CASE("a picture for a report is the same bytes every time, of the same size, and as transparent") {
  ReducedPicture picture = read(strokes(1170, 2532), kReportPictureSide).value();
  for (std::size_t at = 3; at < picture.rgba.size() / 2; at += 4) picture.rgba[at] = 0;
  const Bytes bytes = encode_report_picture(picture);
  CHECK(bytes == encode_report_picture(picture));
  int width = 0, height = 0;
  std::uint8_t* pixels = WebPDecodeRGBA(bytes.data(), bytes.size(), &width, &height);
  REQUIRE(pixels != nullptr);
  CHECK(width == 739);
  CHECK(height == 1600);
  CHECK(pixels[3] == 0);
  // A stroke is still a stroke: what is left of black and white is nearly what the reduced picture has.
  std::uint64_t difference = 0;
  for (std::size_t at = picture.rgba.size() / 2; at < picture.rgba.size(); at += 4)
    difference += static_cast<std::uint64_t>(std::abs(int{pixels[at]} - int{picture.rgba[at]}));
  CHECK(difference / (picture.rgba.size() / 8) < 8);
  WebPFree(pixels);
  CHECK(encode_report_picture({}).empty());
}
