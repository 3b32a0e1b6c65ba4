#include "vault/intake/text_search.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace daybook::vault;

namespace {

std::vector<std::string> found(std::string_view text, std::string_view words) {
  std::vector<std::string> parts;
  for (const TextPlace& place : find_in_text(text, words))
    parts.emplace_back(text.substr(place.begin, place.end - place.begin));
  return parts;
}

}  // namespace

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

TEST_CASE("what is no text is passed over and nothing is found in the middle of a character") {
  CHECK(found("a\xFF"
              "b",
              "b") == std::vector<std::string>{"b"});
  CHECK(found("ﬁne", "fine") == std::vector<std::string>{"ﬁne"});  // a ligature, of which no half can be marked
}
