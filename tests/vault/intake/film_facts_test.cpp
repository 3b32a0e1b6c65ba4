#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "tests/support/corpora.h"
#include "tests/support/made_film.h"
#include "vault/intake/film_boxes.h"
#include "vault/intake/media_facts.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

Result<MediaFacts> read(ByteSource& source) { return MediaReader(DAYBOOK_MEDIA_READER).read(source); }

FileSays says(const std::string& film) {
  MemorySource source(as_bytes(film));
  const auto facts = read(source);
  REQUIRE((facts || facts.error().code == ErrorCode::unsupported));
  return facts ? facts->says.value_or(FileSays()) : FileSays();
}

bool is_at(const FileSays& facts, double latitude, double longitude) {
  return facts.holds_place && facts.place && std::abs(facts.place->latitude - latitude) < 1e-6 &&
         std::abs(facts.place->longitude - longitude) < 1e-6;
}

const char* kDate = "com.apple.quicktime.creationdate";
const char* kPlace = "com.apple.quicktime.location.ISO6709";
constexpr std::uint64_t k1970 = 2'082'844'800, kJune3 = k1970 + 1'717'438'500;  // 2024-06-03T18:15:00Z

// A film of any size of which most is zeros that stand nowhere.
class SparseFilm final : public ByteSource {
 public:
  SparseFilm(std::string front, std::uint64_t zeros, std::string back)
      : m_front(std::move(front)), m_zeros(zeros), m_back(std::move(back)) {}
  std::uint64_t size() const override { return m_front.size() + m_zeros + m_back.size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    REQUIRE(offset + target.size() <= size());
    for (std::size_t i = 0; i < target.size(); ++i) target[i] = at(offset + i);
    bytes_read += target.size();
    return {};
  }
  std::uint64_t bytes_read = 0;

 private:
  std::uint8_t at(std::uint64_t offset) const {
    if (offset < m_front.size()) return static_cast<std::uint8_t>(m_front[static_cast<std::size_t>(offset)]);
    offset -= m_front.size();
    return offset < m_zeros ? 0 : static_cast<std::uint8_t>(m_back[static_cast<std::size_t>(offset - m_zeros)]);
  }
  std::string m_front;
  std::uint64_t m_zeros;
  std::string m_back;
};

}  // namespace

TEST_CASE("a film says when it was made by its header, in UTC") {
  for (const int version : {0, 1}) {
    const FileSays facts = says(made_film(film_header(kJune3, version)));
    CHECK(facts.taken == "2024-06-03T18:15:00+00:00");
    CHECK(facts.is_of_file);
    CHECK_FALSE(facts.holds_place);
  }
  CHECK(says(made_film(film_header(k1970))).taken == "1970-01-01T00:00:00+00:00");
  CHECK(says(made_film(film_header(k1970 + 253'402'300'799, 1))).taken == "9999-12-31T23:59:59+00:00");
  CHECK(says(made_film(film_header(k1970 + 1'709'251'199))).taken == "2024-02-29T23:59:59+00:00");
  for (const std::uint64_t none : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{2'082'844'799}})
    CHECK_FALSE(says(made_film(film_header(none))).taken.has_value());
  for (const std::uint64_t none : {k1970 + 253'402'300'800, ~std::uint64_t{0}})
    CHECK_FALSE(says(made_film(film_header(none, 1))).taken.has_value());
}

TEST_CASE("what a telephone wrote when it filmed comes before the header") {
  for (const bool has_version : {false, true}) {
    const std::string apple =
        apple_metadata({{kDate, "2024-06-03T20:15:00+0200"}, {kPlace, "+50.5000+010.2500+100.000/"}}, has_version);
    const FileSays facts = says(made_film(film_header(kJune3 + 86'400) + apple));
    CHECK(facts.taken == "2024-06-03T20:15:00+02:00");
    CHECK_FALSE(facts.is_of_file);
    CHECK(is_at(facts, 50.5, 10.25));
  }
  CHECK(says(made_film(apple_metadata({{kDate, "2024-06-03T20:15:00Z"}}))).taken == "2024-06-03T20:15:00+00:00");
  const FileSays unread = says(made_film(apple_metadata({{kDate, "2024-06-03T20:15:00+9900"}})));
  CHECK(unread.taken == "2024-06-03T20:15:00");
  CHECK(unread.has_unread_zone);
  CHECK_FALSE(says(made_film(film_box("free", "") + apple_metadata({{kDate, "2024-06-03T20:15:00 local"}}))).taken);
  const FileSays none = says(made_film(film_header(kJune3) + apple_metadata({{kDate, "yesterday"}})));
  CHECK(none.taken == "2024-06-03T18:15:00+00:00");
  CHECK(none.is_of_file);
  CHECK(says(made_film(apple_metadata({{"com.apple.quicktime.location.name", "Home"}}))).holds_place);
}

TEST_CASE("a place in a film is told in every spelling, and coordinates only where they are understood") {
  struct Row {
    const char* text;
    double latitude, longitude;
  };
  for (const Row& row : {Row{"+50.5000+010.2500/", 50.5, 10.25},
                         {"-50.5-010.25", -50.5, -10.25},
                         {"+50.5000+010.2500+100.000/", 50.5, 10.25},
                         {"+50.5+010.25+100CRSWGS_84/", 50.5, 10.25},
                         {"+5030+01015/", 50.5, 10.25},
                         {"+5030.0-01015.0/", 50.5, -10.25},
                         {"+503000+0101500/", 50.5, 10.25},
                         {"-503000.0+0101500.0+8/", -50.5, 10.25},
                         {"+00+010.25/", 0, 10.25},
                         {"+50.5-0.25/", 50.5, -0.25}}) {
    INFO(row.text);
    CHECK(is_at(says(made_film(user_text("\xa9xyz", row.text))), row.latitude, row.longitude));
    CHECK(is_at(says(made_film(apple_metadata({{kPlace, row.text}}))), row.latitude, row.longitude));
  }
  for (const char* odd : {"+00.0000+000.0000/", "50.5 10.25", "+90.1+010/", "+50+180.5/", "+5060+01015/", "+50.5",
                          "+505+010/", "+50.5+010.25x", "somewhere", "+50.5+0101/"}) {
    INFO(odd);
    const FileSays facts = says(made_film(user_text("\xa9xyz", odd)));
    CHECK(facts.holds_place);
    CHECK_FALSE(facts.place.has_value());
  }
  CHECK_FALSE(says(made_film(film_header(kJune3) + user_text("\xa9xyz", ""))).holds_place);
  CHECK(is_at(says(made_film(user_place(50.5, 10.25))), 50.5, 10.25));
  CHECK(is_at(says(made_film(user_place(-50.5, -10.25, "Home"))), -50.5, -10.25));
  const FileSays cut = says(made_film(film_box("udta", film_box("loci", std::string(4, '\0') + "\x15\xc7Home"))));
  CHECK(cut.holds_place);
  CHECK_FALSE(cut.place.has_value());
}

TEST_CASE("a place is found in any part of a film, and places that differ are held and not told") {
  const std::string text = "+50.5000+010.2500/", place = user_text("\xa9xyz", text), other = user_place(10, 10),
                    metadata = apple_metadata({{kPlace, text}}, true), ftyp = film_box("ftyp", "qt  "),
                    value = film_box("data", std::string(8, '\0') + text);
  const std::string in_user_data = place.substr(8), end(4, '\0');
  for (const std::string& film :
       {made_film(film_box("trak", place)), made_film(film_box("trak", apple_metadata({{kPlace, text}}))),
        ftyp + metadata + film_box("moov", film_header(kJune3)),
        made_film(film_header(kJune3)) + film_box("moov", place), made_film(film_box("udta", end + in_user_data)),
        made_film(film_box("udta", film_box("free", "") + end + in_user_data)),
        made_film(film_box("udta", in_user_data + end)), made_film(film_box("udta", apple_metadata({{kPlace, text}}))),
        made_film(film_header(kJune3) + high_first(0, 4) + "udta" + in_user_data),
        made_film(film_box("udta", film_box("meta", end + film_box("ilst", film_box("\xa9xyz", value))))),
        made_film(place + metadata), made_film(place + user_place(50.5, 10.25))}) {
    INFO(film);
    CHECK(is_at(says(film), 50.5, 10.25));
  }
  const std::string freeform =
      film_box("----", film_box("mean", end + "com.apple.iTunes") + film_box("name", end + "Location") + value);
  for (const std::string& film :
       {made_film(film_box("udta", film_box("meta", end + film_box("ilst", freeform)))),
        made_film(apple_metadata({{"location", text}})), made_film(place + other), made_film(other + metadata),
        made_film(film_box("trak", place)) + film_box("moov", other), made_film(other + place + other)}) {
    INFO(film);
    CHECK(says(film).holds_place);
    CHECK_FALSE(says(film).place.has_value());
  }
  CHECK_FALSE(says(made_film(film_header(kJune3) + film_box("udta", end + film_box("name", text)))).holds_place);
  std::string deep = place;
  for (int i = 0; i < 20'000; ++i) deep = film_box("trak", deep);
  CHECK(is_at(says(made_film(deep)), 50.5, 10.25));
}

TEST_CASE("a film that was cut off says what is still there, and not how long it is") {
  const std::string film = made_film(film_header(kJune3) + user_text("\xa9xyz", "+50.5000+010.2500/"));
  MemorySource source(as_bytes(film));
  CHECK(read(source)->milliseconds == 2500);
  const std::string cut = film + high_first(1000, 4) + "mdat12345";
  MemorySource short_source(as_bytes(cut));
  const auto facts = read(short_source).value();
  CHECK_FALSE(facts.milliseconds.has_value());
  CHECK(is_at(facts.says.value(), 50.5, 10.25));
}

TEST_CASE("a film of any size is asked without its pictures and sounds") {
  constexpr std::uint64_t kZeros = std::uint64_t{300} << 20;
  const std::string moov = made_film(film_header(kJune3) + user_text("\xa9xyz", "+50.5000+010.2500/")).substr(12);
  for (const std::string& header :
       {high_first(kZeros + 8, 4) + "mdat", high_first(1, 4) + "mdat" + high_first(kZeros + 16, 8)}) {
    SparseFilm film(film_box("ftyp", "qt  ") + header, kZeros, moov);
    const auto facts = read(film);
    REQUIRE(facts.ok());
    CHECK(facts->milliseconds == 2500);
    CHECK(facts->says->taken == "2024-06-03T18:15:00+00:00");
    CHECK(is_at(facts->says.value(), 50.5, 10.25));
    CHECK(film.bytes_read < 2000);
  }
  // One that ends within its pictures is not told to be whole.
  SparseFilm cut(film_box("ftyp", "qt  ") + moov + high_first(kZeros + 100, 4) + "mdat", kZeros, "");
  const auto facts = read(cut);
  REQUIRE(facts.ok());
  CHECK_FALSE(facts->milliseconds.has_value());
  CHECK(facts->says->holds_place);
  SparseFilm no_film("no film at all", kZeros, "");
  CHECK(read(no_film).error().code == ErrorCode::too_large);
}

TEST_CASE("what is left of a film is read in any pieces, and has its bounds") {
  const std::string moov = film_box("moov", "what it says");
  SparseFilm film(film_box("ftyp", "qt  ") + high_first(1008, 4) + "mdat", 1000, moov + film_box("free", "gap"));
  const auto left = film_without_content(film).value();
  REQUIRE(left != nullptr);
  const std::string expected = film_box("ftyp", "qt  ") + film_box("mdat", "") + moov + film_box("mdat", "");
  REQUIRE(left->size() == expected.size());
  for (std::size_t size = 1; size <= expected.size(); ++size) {
    std::string seen;
    for (std::size_t at = 0; at < expected.size(); at += size) {
      Bytes piece(std::min(size, expected.size() - at));
      REQUIRE(left->read_at(at, piece).ok());
      seen += as_text(piece);
    }
    REQUIRE(seen == expected);
  }
  Bytes beyond(2);
  CHECK_FALSE(left->read_at(expected.size() - 1, beyond).ok());
  std::string many = film_box("ftyp", "qt  ");
  for (int i = 0; i < 10'001; ++i) many += film_box("free", "");
  MemorySource too_many(as_bytes(many));
  CHECK(film_without_content(too_many).value() == nullptr);
  constexpr std::uint64_t kMuch = std::uint64_t{65} << 20;
  SparseFilm much(film_box("ftyp", "qt  ") + high_first(kMuch + 8, 4) + "moov", kMuch, "");
  CHECK(film_without_content(much).value() == nullptr);
  for (const std::string& odd : {std::string("\0\0\0\7ftyp", 8), std::string("\0\0\0\1ftyp\0\0\0\0\0\0\0\7", 16)}) {
    MemorySource source(as_bytes(odd));
    CHECK(film_without_content(source).ok());
  }
}
