#include <catch2/catch_test_macros.hpp>

#include <webp/encode.h>
#include <zlib.h>

#include <chrono>

#include "tests/support/corpora.h"
#include "tests/support/made_exif.h"
#include "tests/support/made_picture.h"
#include "tests/support/read_picture.h"
#include "vault/intake/media_type.h"
#include "vault/intake/screen_picture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

// A place is found wherever it stands in a picture: who gives the file away gives it away too.
namespace {

FileSays says(const std::string& bytes) { return *read_picture(bytes).known.facts; }

const MadeExif::Directory kMaker{{0x010f, text_value("a maker of telephones")}};
const ExifValue kNorth = fractions({{50, 1}, {30, 1}, {0, 1}}), kEast = fractions({{10, 1}, {15, 1}, {0, 1}});

// EXIF data with a place so many degrees north, and with a day where one is given.
std::string at_north(std::uint32_t degrees, const char* day = nullptr) {
  MadeExif made;
  if (day != nullptr) made.exif = {{0x9003, text_value(day)}};
  made.gps = gps_directory("N", fractions({{degrees, 1}, {0, 1}, {0, 1}}), "E", kEast);
  return made.bytes();
}

std::string of_day(const char* day) {
  MadeExif made;
  made.exif = {{0x9003, text_value(day)}};
  return made.bytes();
}

const std::string& jpeg() {
  static const std::string bytes = make_jpeg(64, 48, "");
  return bytes;
}

FileSays jpeg_says(const std::vector<LinkedDirectory>& directories) {
  return says(with_exif(jpeg(), linked_exif(directories)));
}

void check_place(const FileSays& facts, std::optional<double> latitude) {
  CHECK(facts.holds_place);
  REQUIRE(facts.place.has_value() == latitude.has_value());
  if (latitude) CHECK(facts.place->latitude == *latitude);
}

std::string png() { return std::string(as_text(encode_screen(64, 48, two_colors(64, 48, 3)))); }

std::string packed(const std::string& text) {
  std::string bytes(compressBound(text.size()), '\0');
  uLongf size = bytes.size();
  compress(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size());
  bytes.resize(size);
  return bytes;
}

std::string profile(const std::string& bytes) {
  std::string text = "\nexif\n" + std::to_string(bytes.size()) + "\n";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
  }
  return text;
}

std::string with_profile(const std::string& picture, const std::string& text) {
  return with_chunk(picture, "zTXt", std::string("Raw profile type exif\0\0", 23) + packed(text), true);
}

}  // namespace

TEST_CASE("a place is found in every directory that can be reached, and told where it is that of the picture") {
  const LinkedDirectory gps{some_place()}, empty{{{0, short_value(2)}}};
  constexpr std::uint16_t kTypes[] = {3, 4, 9, 13};
  for (const std::uint16_t type : kTypes) {
    INFO(type);
    check_place(jpeg_says({{kMaker, {{0x8825, 1}}, 0, type}, gps}), 50.5);
  }
  // Two directories of GPS, of which the first tells nothing.
  check_place(jpeg_says({{kMaker, {{0x8825, 1}, {0x8825, 2}}}, empty, gps}), 50.5);
  // That of EXIF, the one within it, that of a further picture, and the chain up to its second and fourth directory.
  check_place(jpeg_says({{kMaker, {{0x8769, 1}}}, {kMaker, {{0x8825, 2}}}, gps}), std::nullopt);
  check_place(jpeg_says({{kMaker, {{0x8769, 1}}}, {kMaker, {{0xa005, 2}}}, {kMaker, {{0x8825, 3}}}, gps}),
              std::nullopt);
  check_place(jpeg_says({{kMaker, {{0x014a, 1}}}, {kMaker, {{0x8825, 2}}}, gps}), std::nullopt);
  check_place(jpeg_says({{kMaker, {}, 1}, {kMaker, {{0x8825, 2}}}, gps}), std::nullopt);
  check_place(jpeg_says({{kMaker, {}, 1}, {kMaker, {}, 2}, {kMaker, {}, 3}, {kMaker, {{0x8825, 4}}}, gps}),
              std::nullopt);
  // A first directory without an entry leads on too.
  check_place(jpeg_says({{{}, {}, 1}, {kMaker, {{0x8825, 2}}}, gps}), std::nullopt);
  // The same place twice is one; another one beside it may be the right one.
  check_place(jpeg_says({{kMaker, {{0x8825, 2}}, 1}, {kMaker, {{0x8825, 2}}}, gps}), 50.5);
  const LinkedDirectory other{gps_directory("S", kNorth, "E", kEast)};
  check_place(jpeg_says({{kMaker, {{0x8825, 2}}, 1}, {kMaker, {{0x8825, 3}}}, gps, other}), std::nullopt);
  check_place(jpeg_says({{kMaker, {{0x8825, 1}}}, {{{1, text_value("N")}, {2, kNorth}, {2, kEast}, {4, kEast}}}}),
              std::nullopt);
}

TEST_CASE("a place to go to, and a place that lies outside of the file, are places") {
  constexpr std::uint16_t kPlaces[] = {2, 4, 0x14, 0x16}, kOthers[] = {0, 1, 3, 7, 0x13, 0x1d};
  for (const std::uint16_t tag : kPlaces)
    check_place(jpeg_says({{kMaker, {{0x8825, 1}}}, {{{tag, kNorth}}}}), std::nullopt);
  for (const std::uint16_t tag : kOthers)
    CHECK_FALSE(jpeg_says({{kMaker, {{0x8825, 1}}}, {{{tag, kNorth}}}}).holds_place);
  for (const std::uint32_t outside : {3u, 100'000u, 0xffffffffu})
    check_place(jpeg_says({{{{0x8825, long_value(outside)}}}}), std::nullopt);
  CHECK_FALSE(jpeg_says({{{{0x8825, long_value(0)}}}}).holds_place);
  CHECK_FALSE(jpeg_says({{kMaker, {{0x8825, 1}}}, {}}).holds_place);
  CHECK_FALSE(jpeg_says({{gps_directory("N", kNorth, "E", kEast)}}).holds_place);  // no directory of GPS
}

TEST_CASE("directories that lead in a circle, or are very many, take no time") {
  const auto begin = std::chrono::steady_clock::now();
  CHECK_FALSE(jpeg_says({{kMaker, {}, 1}, {kMaker, {{0x8769, 0}, {0x8825, 0}}, 1}}).holds_place);
  std::vector<LinkedDirectory> pages(3001, {{{0x0100, short_value(1)}}, {}});
  for (std::size_t i = 0; i + 1 < pages.size(); ++i) pages[i].next = i + 1;
  CHECK_FALSE(says(linked_exif(pages)).holds_place);
  pages.back().to = {{0x8825, pages.size()}};
  pages.push_back({some_place(), {}});
  check_place(says(linked_exif(pages)), std::nullopt);
  // A file with more of them than are looked at may hold a place in those.
  std::vector<std::uint32_t> everywhere;
  for (std::uint32_t at = 8; at < 30'000; ++at) everywhere.push_back(at);
  std::string overlapping = linked_exif({{{{0x014a, {4, everywhere, ""}}}, {}}});
  overlapping += std::string(1'000'000, '\1');
  CHECK(says(overlapping).holds_place);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("every block of EXIF data in a JPEG counts") {
  const std::string prefix("Exif\0\0", 6), small("exif\0\0", 6), day = of_day("2024:06:03 20:15:00");
  check_place(says(with_exif(jpeg(), at_north(50), small)), 50);
  const FileSays second = says(with_exif(with_exif(jpeg(), at_north(50, "2020:01:02 03:04:05")), day));
  check_place(second, 50);
  CHECK(second.taken == "2024-06-03T20:15:00");
  check_place(says(with_exif(with_exif(jpeg(), at_north(50)), at_north(50))), 50);
  check_place(says(with_exif(with_exif(jpeg(), at_north(50)), at_north(40))), std::nullopt);
  // Two segments of which the second goes on where the first one ends, at any byte.
  const std::string whole = at_north(50, "2024:06:03 20:15:00");
  for (std::size_t at = 1; at < whole.size(); at += 5) {
    INFO(at);
    const FileSays facts = says(with_exif(with_exif(jpeg(), whole.substr(at)), whole.substr(0, at)));
    check_place(facts, 50);
    CHECK(facts.taken == "2024-06-03T20:15:00");
  }
}

TEST_CASE("every block of EXIF data in a PNG and a WebP counts") {
  const std::string day = of_day("2024:06:03 20:15:00");
  check_place(says(with_chunk(with_chunk(png(), "eXIf", at_north(50)), "eXIf", day)), 50);
  check_place(says(with_chunk(with_profile(png(), profile(at_north(50))), "eXIf", day)), 50);
  check_place(says(with_chunk(with_profile(png(), profile(at_north(50))), "eXIf", at_north(40))), std::nullopt);
  check_place(says(with_profile(with_profile(png(), profile("nothing")), profile(at_north(50)))), 50);
  check_place(says(with_chunk(png(), "zxIf", std::string(5, '\0') + packed(at_north(50)))), 50);
  check_place(says(with_chunk(png(), "tEXt", std::string("RAW profile type EXIF\0", 22) + profile(at_north(50)))), 50);
  const Bytes pixels = two_colors(60, 40, 4);
  std::uint8_t* encoded = nullptr;
  const std::size_t size = WebPEncodeRGBA(pixels.data(), 60, 40, 240, 80, &encoded);
  const std::string webp(as_text({encoded, size}));
  WebPFree(encoded);
  const std::string one = webp_with_exif(webp, 60, 40, day), other = webp_with_exif(webp, 60, 40, at_north(50));
  const FileSays both = says(one + other.substr(other.rfind("EXIF")));
  check_place(both, 50);
  CHECK(both.taken == "2024-06-03T20:15:00");
}

TEST_CASE("chunks that unpack to gigabytes keep nobody from the place, and none is taken for a file without one") {
  const std::string bomb = packed("\nexif\n 99999999\n" + std::string(40 << 20, '0'));
  std::string picture = with_chunk(png(), "eXIf", at_north(50), true);
  const auto with_bombs = [&](std::string bytes) {
    for (int i = 0; i < 60; ++i) bytes = with_chunk(bytes, "zTXt", std::string("Raw profile type exif\0\0", 23) + bomb);
    return bytes;
  };
  const auto begin = std::chrono::steady_clock::now();
  check_place(says(with_bombs(picture)), 50);
  check_place(says(with_bombs(with_profile(png(), profile(at_north(50))))), std::nullopt);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}
