#include "vault/intake/text_search.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace daybook;
using namespace daybook::vault;

namespace {

std::vector<std::string> found(std::string_view text, std::string_view words) {
  std::vector<std::string> parts;
  for (const TextPlace& place : find_in_text(text, words))
    parts.emplace_back(text.substr(place.begin, place.end - place.begin));
  return parts;
}

}  // namespace

TEST_CASE("a number is found in a text however it is grouped, and other figures are not") {
  CHECK(found("ring +44 7700 900 123 or 07700900123", "07700 900123") ==
        std::vector<std::string>{"44 7700 900 123", "07700900123"});
  CHECK(found("ring +44 7700 900 124", "07700 900123").empty());
  CHECK(found("07700 900123", "07700 900123") == std::vector<std::string>{"07700 900123"});
  CHECK(found("call 07700 900123", "call 07700 900123") == std::vector<std::string>{"call 07700 900123"});
}

TEST_CASE("words are found whatever their case, their accents and the blanks between them") {
  CHECK(found("Where are you? where ARE\n you", "where are you") ==
        std::vector<std::string>{"Where are you", "where ARE\n you"});
  CHECK(found("Zażółć, café, cafe\xCC\x81!", "cafe") == std::vector<std::string>{"café", "cafe\xCC\x81"});
  CHECK(found("STRASSE und Straße", "straße") == std::vector<std::string>{"STRASSE", "Straße"});
  CHECK(found("привет ПРИВЕТ", "Привет").size() == 2);
  CHECK(found("aaaa", "aa").size() == 2);
  CHECK(found("nothing", "").empty());
  CHECK(found("nothing", " \n ").empty());
  CHECK(found("", "a").empty());
}

TEST_CASE("vowel signs of other scripts make another word") {
  CHECK(found("दिल", "दाल").empty());
  CHECK(found("दिल दाल", "दाल").size() == 1);
  CHECK(found("মা", "মি").empty());
}

TEST_CASE("a search through a long text goes on at its other end, and says so") {
  std::string long_text;
  for (int line = 0; line < 2000; ++line)
    long_text += line == 300 || line == 1700 ? "here it IS\n" : "nothing to see in this line\n";
  MemorySource memory(as_bytes(long_text));
  const std::shared_ptr<ByteSource> source(&memory, [](ByteSource*) {});
  const TextPieces pieces(source, TextEncoding::utf8, 0);
  const auto find = [&](std::string_view words, bool forwards, std::size_t piece, std::uint32_t from) {
    return find_in_pieces(pieces, words, forwards, piece, from).value();
  };
  const auto first = find("it is", true, 0, 0);
  REQUIRE(first);
  CHECK_FALSE(first->is_around_an_end);
  CHECK(pieces.read(first->piece)->substr(first->place.begin, 5) == "it IS");
  const auto second = find("it is", true, first->piece, first->place.end);
  REQUIRE(second);
  CHECK(second->piece > first->piece);
  const auto around = find("it is", true, second->piece, second->place.end);
  REQUIRE(around);
  CHECK(around->is_around_an_end);
  CHECK(around->piece == first->piece);
  const auto back = find("it is", false, second->piece, second->place.begin);
  REQUIRE(back);
  CHECK(back->piece == first->piece);
  CHECK_FALSE(back->is_around_an_end);
  CHECK(find("it is", false, first->piece, first->place.begin)->is_around_an_end);
  CHECK_FALSE(find("nowhere", true, 3, 17));
  CHECK_FALSE(find("nowhere", false, 3, 17));
  CHECK(find_in_pieces(pieces, "it is", true, 0, 0, [](std::uint64_t) { return false; }).error().code ==
        ErrorCode::cancelled);
}

TEST_CASE("what is no text is passed over and nothing is found in the middle of a character") {
  CHECK(found("a\xFF"
              "b",
              "b") == std::vector<std::string>{"b"});
  CHECK(found("ﬁne", "fine") == std::vector<std::string>{"ﬁne"});  // a ligature, of which no half can be marked
}
