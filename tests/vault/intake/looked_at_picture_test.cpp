#include "vault/intake/looked_at_picture.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdio>
#include <random>

#include "tests/support/corpora.h"
#include "tests/support/made_picture.h"
#include "tests/support/seed.h"
#include "vault/intake/screen_picture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

const PictureReader& reader() {
  static const PictureReader reader(DAYBOOK_PICTURE_READER);
  return reader;
}

Result<LookedAtPicture> look_at(std::string_view bytes, std::uint32_t side = 800) {
  MemorySource source(as_bytes(bytes));
  return LookedAtPicture::open(reader(), source, side);
}

// The whole picture in a size, put together from its parts.
ReducedPicture all_of(LookedAtPicture& picture, std::uint32_t width, std::uint32_t height) {
  ReducedPicture whole;
  whole.width = width;
  whole.height = height;
  whole.rgba.resize(std::size_t{width} * height * 4);
  for (std::uint32_t y = 0; y < height; y += kMostPartSide) {
    for (std::uint32_t x = 0; x < width; x += kMostPartSide) {
      const PicturePart part{
          width, height, x, y, std::min(kMostPartSide, width - x), std::min(kMostPartSide, height - y)};
      const Bytes pixels = picture.part(part).value();
      for (std::uint32_t row = 0; row < part.height; ++row)
        std::copy_n(&pixels[std::size_t{row} * part.width * 4], std::size_t{part.width} * 4,
                    &whole.rgba[((std::size_t{y} + row) * width + x) * 4]);
    }
  }
  return whole;
}

// A PNG whose every pixel tells its place.
std::string numbered_png(std::uint32_t width, std::uint32_t height) {
  std::string plain;
  for (std::uint32_t y = 0; y < height; ++y)
    for (std::uint32_t x = 0; x < width; ++x)
      for (const std::uint32_t value : {x, y, x / 256 * 16 + y / 256}) plain += static_cast<char>(value);
  return std::string(as_text(encode_screen(width, height, as_bytes(plain))));
}

}  // namespace

TEST_CASE("a picture is given pixel by pixel as it is, wherever it is looked at") {
  auto picture = look_at(numbered_png(1000, 700)).value();
  CHECK(picture.width() == 1000);
  CHECK(picture.height() == 700);
  const Bytes pixels = picture.part({1000, 700, 613, 401, 2, 3}).value();
  REQUIRE(pixels.size() == 24);
  for (std::uint32_t row = 0; row < 3; ++row) {
    const std::uint32_t y = 401 + row;
    CHECK(pixels[row * 8] == 613 % 256);
    CHECK(pixels[row * 8 + 1] == y % 256);
    CHECK(pixels[row * 8 + 2] == 613 / 256 * 16 + y / 256);
    CHECK(pixels[row * 8 + 4] == 614 % 256);
  }
}

TEST_CASE("the parts of a picture make the same whole as the picture that is read at once, turned as it asks") {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    INFO("orientation " << orientation);
    const std::string jpeg = make_jpeg(1100, 900, make_exif(orientation, ""));
    MemorySource source(as_bytes(jpeg));
    const ReducedPicture once = reader().read(source, 1000).value();
    auto picture = look_at(jpeg, 1000).value();
    CHECK(picture.width() == once.facts.width);
    CHECK(picture.height() == once.facts.height);
    CHECK(all_of(picture, once.width, once.height).rgba == once.rgba);
  }
}

TEST_CASE("a photograph gets sharper as it is looked at closer, and smaller again") {
  const std::string jpeg = make_jpeg(4000, 3000, make_exif(6, ""));
  auto picture = look_at(jpeg, 600).value();
  CHECK(picture.width() == 3000);
  CHECK(picture.height() == 4000);
  for (const std::uint32_t width : {450u, 900u, 1500u, 3000u, 300u}) {
    const std::uint32_t height = width * 4 / 3;
    const ReducedPicture whole = all_of(picture, width, height);
    CHECK(is_red(whole, width / 4, height / 4));
    CHECK_FALSE(is_red(whole, width / 4, height * 3 / 4));
    CHECK_FALSE(is_red(whole, width * 15 / 16, height / 4));  // white
  }
}

TEST_CASE("what is no picture cannot be looked at, and a reader that is not there is told") {
  for (const char* other : {"", "no picture at all", "\xff\xd8\xff", "GIF89a", "RIFFxxxxWEBP", "abcdftypheic"})
    CHECK(look_at(other).error().code == ErrorCode::unsupported);
  const std::string jpeg = make_jpeg(30, 20, "");
  MemorySource source(as_bytes(jpeg));
  CHECK(LookedAtPicture::open(PictureReader("/nowhere/picture-reader"), source, 800).error().code ==
        ErrorCode::not_found);
  CHECK(LookedAtPicture::open(PictureReader("/bin/false"), source, 800).error().code == ErrorCode::unsupported);
  CHECK(LookedAtPicture::open(PictureReader("/bin/echo"), source, 800).error().code == ErrorCode::unsupported);
}

TEST_CASE("mutated pictures that are looked at cost a picture and never the program") {
  const char* given = std::getenv("DAYBOOK_SWEEP");
  const std::size_t rounds = given != nullptr ? 30'000 : 200;
  std::mt19937_64 random(seed());
  std::vector<std::string> originals{make_jpeg(900, 700, make_exif(6, "")), numbered_png(90, 70)};
  for (const auto& file : pictures_of_others()) {
    if (std::filesystem::file_size(file) < 100'000) originals.push_back(read_file(file));
  }
  std::size_t shown = 0, parts = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    std::string bytes = originals[random() % originals.size()];
    for (std::size_t changes = random() % 8; changes > 0 && !bytes.empty(); --changes)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    auto picture = look_at(bytes, static_cast<std::uint32_t>(1 + random() % 1600));
    if (!picture) {
      REQUIRE(picture.error().code == ErrorCode::unsupported);
      continue;
    }
    ++shown;
    for (int i = 0; i < 4; ++i) {
      const auto below = [&](std::uint32_t most) { return static_cast<std::uint32_t>(random() % most); };
      PicturePart part{1 + below(picture->width()), 1 + below(picture->height())};
      part.x = below(part.whole_width);
      part.y = below(part.whole_height);
      part.width = 1 + below(std::min(kMostPartSide, part.whole_width - part.x));
      part.height = 1 + below(std::min(kMostPartSide, part.whole_height - part.y));
      const auto pixels = picture->part(part);
      if (!pixels) break;
      ++parts;
      REQUIRE(pixels->size() == std::size_t{4} * part.width * part.height);
    }
  }
  std::printf("mutated pictures looked at: %zu, shown %zu, %zu parts, deaths of this program 0\n", rounds, shown,
              parts);
}

TEST_CASE("what it costs to look at a large photograph", "[.][figures]") {
  const std::string jpeg = make_jpeg(8000, 6000, "");
  const auto now = [] { return std::chrono::steady_clock::now(); };
  const auto since = [&](auto begin) { return std::chrono::duration<double, std::milli>(now() - begin).count(); };
  auto begin = now();
  auto picture = look_at(jpeg, 1000).value();
  (void)all_of(picture, 1000, 750);
  std::printf("48 megapixels, %zu bytes: in the window's size %.0f ms", jpeg.size(), since(begin));
  begin = now();
  (void)picture.part({8000, 6000, 3000, 3000, 384, 384}).value();
  std::printf(", first part in full size %.0f ms", since(begin));
  begin = now();
  (void)picture.part({8000, 6000, 3400, 3000, 384, 384}).value();
  std::printf(", the next part %.1f ms\n", since(begin));
}
