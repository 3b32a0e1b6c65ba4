#include "vault/record/found_places.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

using Parts = std::vector<std::string>;

Parts found(std::string_view text, std::string_view query) {
  Parts parts;
  for (const FoundPlace& place : find_places(text, query))
    parts.emplace_back(text.substr(place.begin, place.end - place.begin));
  return parts;
}

}  // namespace

TEST_CASE("words that were searched for are found whatever their case and accents, the last one by its beginning") {
  CHECK(found("I LOVE you. love, lovely", "love you") == Parts{"LOVE", "you", "love"});
  CHECK(found("I LOVE you. love, lovely", "love") == Parts{"LOVE", "love", "love"});
  CHECK(found("lovely love", "lovely lov") == Parts{"lovely", "lov"});
  CHECK(found("Café, cafe\xCC\x81!", "CAFE") == Parts{"Café", "cafe\xCC\x81"});
  CHECK(found("Café cafe\xCC\x81s", "caf\xC3\xA9") == Parts{"Café", "cafe\xCC\x81"});
  CHECK(found("STRASSE und Straße", "straße") == Parts{"STRASSE", "Straße"});
  CHECK(found("привет ПРИВЕТ", "Привет").size() == 2);
  CHECK(found("glove", "love").empty());  // the index finds words, not what stands within them
  CHECK(found("nothing", "").empty());
  CHECK(found("nothing", " ... ").empty());
  CHECK(found("", "a").empty());
  CHECK(found("\xFF\xFE call\xFF me", "call me") == Parts{"call\xFF", "me"});
}

TEST_CASE("what is written without blanks is found in its order, and overlapping places are one") {
  CHECK(found("我把它留着。", "把它") == Parts{"把它"});
  CHECK(found("我把它留着。", "它把").empty());
  CHECK(found("love-you or love you, you love", "love-you") == Parts{"love-you", "love you"});
  CHECK(found("aa aa aa", "aa-aa") == Parts{"aa aa aa"});
}

// The same rule as that of the index: what finds an item is what is marked in it, and what finds none marks nothing.
TEST_CASE("where the index finds an item by its words, a place is found in them, and else none") {
  RecordFixture fixture;
  const char* texts[] = {"I never meant to hurt you",
                         "Ça va? ÇA VA!",
                         "где ты, Где?",
                         "أين أنت؟ اتصلي بي",
                         "我把它留着。",
                         "दिल और दाल",
                         "cafe\xCC\x81 at 9pm",
                         "snake_case and under_score",
                         "mother-in-law's phone"};
  const char* queries[] = {"hurt",  "hur",    "urt",         "ca va",        "ГДЕ",   "أنت", "把它",  "它把",
                           "दिल",   "दाल",    "cafe",        "café",         "9",     "pm",  "snake", "snake_case",
                           "score", "in-law", "law's phone", "phone mother", "under_"};
  for (const char* text : texts) fixture.add_words(text);
  for (const char* query : queries) {
    ListQuery wanted;
    wanted.words = query;
    const auto listed = fixture.record().list(wanted).value();
    for (const char* text : texts) {
      const bool is_listed =
          std::any_of(listed.begin(), listed.end(), [&](const ListedItem& item) { return item.beginning == text; });
      INFO(query << " in " << text);
      CHECK(is_listed == !find_places(text, query).empty());
    }
  }
}
