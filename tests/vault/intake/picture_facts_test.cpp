#include <catch2/catch_test_macros.hpp>

#include <webp/encode.h>
#include <zlib.h>

#include "tests/support/corpora.h"
#include "tests/support/made_exif.h"
#include "tests/support/made_picture.h"
#include "tests/support/read_picture.h"
#include "vault/intake/known_file.h"
#include "vault/intake/media_type.h"
#include "vault/intake/screen_picture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

FileSays says(const std::string& bytes) {
  const NewFile read = read_picture(bytes);
  CHECK(read.pixels.has_value() == is_drawn(read.known.facts->drawn));
  CHECK(read.known.small.empty() == !read.pixels.has_value());
  return *read.known.facts;
}

const std::string kTime = "2024:06:03 20:15:00";

MadeExif dated(const std::string& time = kTime) {
  MadeExif made;
  made.exif = {{0x9003, text_value(time)}};
  return made;
}

// A picture in whose EXIF data there are a day with a zone and a place.
std::string good_exif(bool is_big_endian = true) {
  MadeExif made = dated();
  made.exif.emplace_back(0x9011, text_value("+02:00"));
  made.gps = some_place();
  return made.bytes(is_big_endian);
}

void check_good(const FileSays& facts, std::uint32_t width, std::uint32_t height, Drawn drawn) {
  CHECK(facts.width == width);
  CHECK(facts.height == height);
  CHECK(facts.taken == "2024-06-03T20:15:00+02:00");
  CHECK_FALSE(facts.is_of_file);
  CHECK_FALSE(facts.has_unread_zone);
  CHECK(facts.holds_place);
  REQUIRE(facts.place.has_value());
  CHECK(facts.place->latitude == 50.5);
  CHECK(facts.place->longitude == 10.25);
  CHECK(facts.drawn == drawn);
}

std::string png(std::uint32_t width, std::uint32_t height) {
  return std::string(as_text(encode_screen(width, height, two_colors(width, height, 3))));
}

std::string webp() {
  const Bytes pixels = two_colors(60, 40, 4);
  std::uint8_t* encoded = nullptr;
  const std::size_t size = WebPEncodeRGBA(pixels.data(), 60, 40, 240, 80, &encoded);
  std::string bytes(as_text({encoded, size}));
  WebPFree(encoded);
  return bytes;
}

FileSays jpeg_says(const MadeExif& made) { return says(with_exif(make_jpeg(64, 48, ""), made.bytes())); }

// A profile as text, as older programs put EXIF data into PNG files.
std::string profile(const std::string& bytes) {
  std::string text = "\nexif\n" + std::to_string(bytes.size()) + "\n";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
    if (text.size() % 73 == 0) text += '\n';
  }
  return text;
}

std::string packed(const std::string& text) {
  std::string bytes(compressBound(text.size()), '\0');
  uLongf size = bytes.size();
  compress(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size());
  bytes.resize(size);
  return bytes;
}

}  // namespace

TEST_CASE("a picture that no decoder draws says its size, its day and that it holds a place") {
  check_good(says(make_ink_jpeg(64, 48, good_exif())), 64, 48, Drawn::no_decoder);
  const std::string whole = with_chunk(png(64, 48), "eXIf", good_exif());
  check_good(says(whole.substr(0, whole.size() - 20)), 64, 48, Drawn::damaged);
  check_good(says(webp_with_exif(webp(), 60, 40, good_exif(), true)), 60, 40, Drawn::no_decoder);
  std::string large = with_exif(make_jpeg(64, 48, ""), good_exif());
  const std::size_t frame = large.find("\xff\xc0");
  large.replace(frame + 5, 4, "\x2e\xe0\x2e\xe0");  // 12,000 x 12,000
  check_good(says(large), 12'000, 12'000, Drawn::too_many_pixels);
  const std::string head = with_exif(make_jpeg(64, 48, ""), good_exif());
  check_good(says(head.substr(0, head.find("\xff\xda"))), 64, 48, Drawn::damaged);
}

TEST_CASE("a picture of which a part is missing is drawn, and says so; one of several says that too") {
  const std::string jpeg = with_exif(make_jpeg(640, 480, ""), good_exif());
  check_good(says(jpeg), 640, 480, Drawn::whole);
  check_good(says(jpeg.substr(0, jpeg.size() * 2 / 3)), 640, 480, Drawn::in_part);
  check_good(says(jpeg.substr(0, jpeg.size() - 2) + "more bytes\xff\xd9"), 640, 480, Drawn::whole);
  CHECK(says(make_gif(1)).drawn == Drawn::whole);
  CHECK(says(make_gif(3)).drawn == Drawn::first_of_several);
  CHECK(says(make_gif(1).substr(0, make_gif(1).size() - 1)).drawn == Drawn::in_part);
}

TEST_CASE("a TIFF file tells its facts in both orders of bytes, and is not drawn") {
  for (const bool is_big_endian : {true, false}) {
    MadeExif made = dated();
    made.first = {{0x0100, short_value(3000)}, {0x0101, long_value(2000)}, {0x0112, short_value(6)}};
    made.exif.emplace_back(0x9011, text_value("+02:00"));
    made.gps = some_place();
    check_good(says(made.bytes(is_big_endian)), 2000, 3000, Drawn::no_decoder);
    made.first.emplace_back(0x00fe, long_value(1));  // the first directory has a reduced picture
    CHECK(says(made.bytes(is_big_endian)).width == 0);
  }
  CHECK(shown_as(ItemKind::file, media_type_of(as_bytes(dated().bytes()))) == ShownAs::picture);
}

TEST_CASE("EXIF data are found wherever programs put them") {
  const std::string prefix("Exif\0\0", 6), jpeg = make_jpeg(64, 48, ""), exif = good_exif();
  check_good(says(with_exif(jpeg, exif)), 64, 48, Drawn::whole);
  check_good(says(with_exif(jpeg, good_exif(false))), 64, 48, Drawn::whole);
  check_good(says(with_exif(with_exif(jpeg, exif), std::string(2, '\0'))), 64, 48, Drawn::whole);
  check_good(says(with_exif(with_exif(jpeg, exif), MadeExif().bytes())), 64, 48, Drawn::whole);
  for (const std::string& block : {exif, prefix + exif}) {
    check_good(says(with_chunk(png(64, 48), "eXIf", block)), 64, 48, Drawn::whole);
    check_good(says(with_chunk(png(64, 48), "eXIf", block, true)), 64, 48, Drawn::whole);
    check_good(says(webp_with_exif(webp(), 60, 40, block)), 60, 40, Drawn::whole);
    const std::string text = profile(block), keyword("Raw profile type exif\0", 22);
    check_good(says(with_chunk(png(64, 48), "tEXt", keyword + text)), 64, 48, Drawn::whole);
    check_good(says(with_chunk(png(64, 48), "zTXt", keyword + std::string(1, '\0') + packed(text))), 64, 48,
               Drawn::whole);
    check_good(says(with_chunk(png(64, 48), "iTXt", keyword + std::string("\0\0en\0\0", 6) + text)), 64, 48,
               Drawn::whole);
    check_good(says(with_chunk(png(64, 48), "iTXt", keyword + std::string("\1\0en\0\0", 6) + packed(text))), 64, 48,
               Drawn::whole);
  }
  const std::string cut = webp_with_exif(webp(), 60, 40, exif);
  const FileSays left = says(cut.substr(0, cut.size() - 2));  // the last seconds of the place are gone with its end
  CHECK(left.taken == "2024-06-03T20:15:00+02:00");
  CHECK(left.holds_place);
  CHECK_FALSE(left.place.has_value());
}

TEST_CASE("EXIF data beyond 64 KiB of a block, and texts of other types, are read") {
  MadeExif made;
  made.first = {{0x010e, text_value(std::string(70'000, 'x'))}};
  made.exif = {{0x9003, text_value(kTime, 7)}, {0x9011, text_value("+02:00", 1)}};
  made.gps = some_place();
  check_good(says(with_chunk(png(64, 48), "eXIf", made.bytes())), 64, 48, Drawn::whole);
}

TEST_CASE("any spelling of a place is told, and coordinates only where number and letter are understood") {
  struct Row {
    const char* what;
    MadeExif::Directory gps;
    std::optional<std::pair<double, double>> place;
  };
  const ExifValue north = fractions({{50, 1}, {30, 1}, {0, 1}}), east = fractions({{10, 1}, {15, 1}, {0, 1}});
  const ExifValue zero = fractions({{0, 1}, {0, 1}, {0, 1}}),
                  minus = fractions({{0xffffffce, 1}, {30, 1}, {0, 1}}, true);
  const std::pair good{50.5, 10.25};
  const Row rows[] = {
      {"as the standard says", gps_directory("N", north, "E", east), good},
      {"small letters", gps_directory("s", north, "w", east), std::pair{-50.5, -10.25}},
      {"capital letters", gps_directory("S", north, "W", east), std::pair{-50.5, -10.25}},
      {"signed fractions",
       gps_directory("N", fractions({{50, 1}, {30, 1}, {0, 1}}, true), "E",
                     fractions({{10, 1}, {15, 1}, {0, 1}}, true)),
       good},
      {"no seconds",
       gps_directory("N", fractions({{50, 1}, {30, 1}, {0, 0}}), "E", fractions({{10, 1}, {15, 1}, {0, 0}})), good},
      {"two parts", gps_directory("N", fractions({{50, 1}, {30, 1}}), "E", fractions({{10, 1}, {15, 1}})), good},
      {"one part", gps_directory("N", fractions({{505, 10}}), "E", fractions({{1025, 100}})), good},
      {"an odd letter", gps_directory("X", north, "?", east), std::nullopt},
      {"a blank letter", gps_directory(" ", north, " ", east), std::nullopt},
      {"two letters", gps_directory("NE", north, "E", east), std::nullopt},
      {"no letters", {{2, north}, {4, east}}, std::nullopt},
      {"latitude alone", {{1, text_value("N")}, {2, north}}, std::nullopt},
      {"longitude alone", {{3, text_value("E")}, {4, east}}, std::nullopt},
      {"a sign beside the letter", gps_directory("N", minus, "E", east), std::nullopt},
      {"degrees without a value", gps_directory("N", fractions({{50, 0}, {30, 1}, {0, 1}}), "E", east), std::nullopt},
      {"minutes without a value", gps_directory("N", fractions({{50, 1}, {0, 0}, {0, 1}}), "E", east), std::nullopt},
      {"nothing has a value", gps_directory("N", fractions({{0, 0}, {0, 0}, {0, 0}}), "E", east), std::nullopt},
      {"too many minutes", gps_directory("N", fractions({{50, 1}, {90, 1}, {0, 1}}), "E", east), std::nullopt},
      {"beyond the pole", gps_directory("N", fractions({{120, 1}, {0, 1}, {0, 1}}), "E", east), std::nullopt},
      {"four parts", gps_directory("N", fractions({{50, 1}, {30, 1}, {0, 1}, {0, 1}}), "E", east), std::nullopt},
      {"text", gps_directory("N", text_value("50.5"), "E", text_value("10.25")), std::nullopt},
      {"zero degrees of both", gps_directory("N", zero, "E", zero), std::nullopt},
      {"on the equator", gps_directory("N", zero, "E", east), std::pair{0.0, 10.25}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    MadeExif made;
    made.gps = row.gps;
    const FileSays facts = jpeg_says(made);
    CHECK(facts.holds_place);
    REQUIRE(facts.place.has_value() == row.place.has_value());
    if (!row.place) continue;
    CHECK(facts.place->latitude == row.place->first);
    CHECK(facts.place->longitude == row.place->second);
  }
  CHECK_FALSE(jpeg_says(dated()).holds_place);
  MadeExif other = dated();
  other.gps = {{29, text_value("2024:06:03")}};  // a day by satellite is no place
  CHECK_FALSE(jpeg_says(other).holds_place);
}

TEST_CASE("a time is told with its zone where that is understood, and a zone that is not is told to be unread") {
  struct Row {
    const char *time, *zone, *taken;
    bool is_unread;
  };
  const Row rows[] = {
      {"2024:06:03 20:15:00", "", "2024-06-03T20:15:00", false},
      {"2024:06:03 20:15:00", "+02:00", "2024-06-03T20:15:00+02:00", false},
      {"2024:06:03 20:15:00", "-03:30", "2024-06-03T20:15:00-03:30", false},
      {"2024:06:03 20:15:00", "+0200", "2024-06-03T20:15:00+02:00", false},
      {"2024:06:03 20:15:00", "+02", "2024-06-03T20:15:00+02:00", false},
      {"2024:06:03 20:15:00", "Z", "2024-06-03T20:15:00+00:00", false},
      {"2024:06:03 20:15:00", "+00:00", "2024-06-03T20:15:00+00:00", false},
      {"2024:06:03 20:15:00", "+14:00", "2024-06-03T20:15:00+14:00", false},
      {"2024:06:03 20:15:00", "+14:01", "2024-06-03T20:15:00", true},
      {"2024:06:03 20:15:00", "+26:00", "2024-06-03T20:15:00", true},
      {"2024:06:03 20:15:00", "+99:99", "2024-06-03T20:15:00", true},
      {"2024:06:03 20:15:00", "+02:60", "2024-06-03T20:15:00", true},
      {"2024:06:03 20:15:00", "CEST", "2024-06-03T20:15:00", true},
      {"2024:06:03 20:15:00", "02:00", "2024-06-03T20:15:00", true},
      {"2024:06:03 20:15:00", "   :  ", "2024-06-03T20:15:00", false},
      {"2024:06:03 20:15:00", "      ", "2024-06-03T20:15:00", false},
      {"2024:06:03 20:15:00", "00:00", "2024-06-03T20:15:00", false},
      {"2024:06:03 20:15:00+02:00", "", "2024-06-03T20:15:00+02:00", false},
      {"2024:06:03 20:15:00Z", "", "2024-06-03T20:15:00+00:00", false},
      {"2024:06:03 20:15:00-0330", "", "2024-06-03T20:15:00-03:30", false},
      {"2024:06:03 20:15:00.25", "", "2024-06-03T20:15:00", false},
      {"2024:06:03 20:15:00.25+02:00", "", "2024-06-03T20:15:00+02:00", false},
      {"2024:06:03 20:15:00+99:99", "", "2024-06-03T20:15:00", true},
      {"2024:06:03 08:15:00 PM", "", "", false},
      {"2024:06:03 08:15:00PM", "+02:00", "", false},
      {"2024:06:03 20:15:00 hello", "", "", false},
      {"2024:06:03 20:15:000", "", "", false},
      {"2024:06:03 20:15:00:00", "", "", false},
      {"2024:06:03 20:15:00.25 PM", "", "", false},
      {"2024:06:03 20:15:00  ", "", "2024-06-03T20:15:00", false},
      {"2024:06:03 20:15:00+02:00", "+02:00", "2024-06-03T20:15:00+02:00", false},
      {"2024:06:03 20:15:00+02:00", "+03:00", "2024-06-03T20:15:00", true},
      {"2024:06:03 20:15:00+02:00", "+99:99", "2024-06-03T20:15:00+02:00", false},
      {"2024:02:29 23:59:59", "", "2024-02-29T23:59:59", false},
      {"9999:12:31 23:59:59", "", "9999-12-31T23:59:59", false},
      {"0001:01:01 00:00:00", "", "0001-01-01T00:00:00", false},
      {"0000:01:01 00:00:00", "+02:00", "", false},
      {"0000:00:00 00:00:00", "", "", false},
      {"    :  :     :  :  ", "", "", false},
      {"2023:02:29 10:00:00", "", "", false},
      {"2024:06:31 10:00:00", "", "", false},
      {"2024:13:01 10:00:00", "", "", false},
      {"2024:06:03 24:00:00", "", "", false},
      {"2016:12:31 23:59:60", "", "", false},
      {"2024-06-03 20:15:00", "", "", false},
      {"2024:06:03", "", "", false},
  };
  for (const Row& row : rows) {
    INFO(row.time << " " << row.zone);
    MadeExif made = dated(row.time);
    if (*row.zone != 0) made.exif.emplace_back(0x9011, text_value(row.zone));
    const FileSays facts = jpeg_says(made);
    CHECK(facts.taken.value_or("") == row.taken);
    CHECK(facts.has_unread_zone == row.is_unread);
    CHECK_FALSE(facts.is_of_file);
  }
}

TEST_CASE("when a picture was made digital stands in for when it was taken, under its own name") {
  MadeExif made;
  made.exif = {{0x9004, text_value(kTime)}, {0x9011, text_value("+05:00")}, {0x9012, text_value("+02:00")}};
  FileSays facts = jpeg_says(made);
  CHECK(facts.taken == "2024-06-03T20:15:00+02:00");
  CHECK(facts.is_of_file);
  made.exif.insert(made.exif.begin(), {0x9003, text_value("2020:01:02 03:04:05")});
  facts = jpeg_says(made);
  CHECK(facts.taken == "2020-01-02T03:04:05+05:00");
  CHECK_FALSE(facts.is_of_file);
  MadeExif changed;
  changed.first = {{0x0132, text_value(kTime)}};  // when the file was changed last says nothing of that
  CHECK_FALSE(jpeg_says(changed).taken.has_value());
}

TEST_CASE("an orientation of either type of number turns a picture, and an odd one does not") {
  for (const auto& [value, is_turned] :
       {std::pair(short_value(6), true), {long_value(8), true}, {short_value(0), false}, {short_value(9), false}}) {
    MadeExif made;
    made.first = {{0x0112, value}};
    const FileSays facts = jpeg_says(made);
    CHECK(facts.width == (is_turned ? 48 : 64));
    CHECK(facts.height == (is_turned ? 64 : 48));
  }
}
