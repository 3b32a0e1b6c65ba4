#include "vault/record/search_numbers.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"
#include "vault/record/found_places.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("a number is found however it is grouped, and with the country or the zero before it") {
  RecordFixture fixture;
  const char* spellings[] = {"+44 7700 900 123",
                             "+44 (0)7700 900123",
                             "07700 900123",
                             "07700900123",
                             "447700900123",
                             "+447700900123",
                             "0044 7700 900123",
                             "(07700) 900-123",
                             "07700.900.123",
                             "+44\xC2\xA0"
                             "7700\xC2\xA0"
                             "900123"};
  for (const char* text : spellings) {
    const ItemNumber item = fixture.add_words("call me on " + std::string(text) + " now");
    for (const char* query : spellings) {
      INFO(query << " in " << text);
      CHECK(found(fixture.record(), query).front() == item);
      CHECK_FALSE(find_places(text, query).empty());
    }
    CHECK(found(fixture.record(), "7700900123").front() == item);
    CHECK(found(fixture.record(), "call 07700 900123").front() == item);
    CHECK(found(fixture.record(), "0770090").front() == item);  // while it is still being typed
    CHECK(found(fixture.record(), "07700900124").empty());
    CHECK(found(fixture.record(), "call 07700 900124").empty());
  }
}

TEST_CASE("a number is found behind a day or a time, and groups of a number one by one") {
  RecordFixture fixture;
  const ItemNumber item = fixture.add_words("2025-05-03 22 07700 900123 12 missed calls");
  CHECK(found(fixture.record(), "07700900123") == std::vector{item});
  CHECK(found(fixture.record(), "7700 900 123") == std::vector{item});
  CHECK(found(fixture.record(), "900123 missed") == std::vector{item});
  CHECK(found(fixture.record(), "20250503") == std::vector{item});
  CHECK(found(fixture.record(), "missed 12") == std::vector{item});
  const ItemNumber account = fixture.add_words("account 1234 5678, sort code 20-00-00");
  CHECK(found(fixture.record(), "12345678") == std::vector{account});
  CHECK(found(fixture.record(), "200000") == std::vector{account});
}

TEST_CASE("figures that no number parts stay apart") {
  RecordFixture fixture;
  fixture.add_words("flat 12, 34567");  // a comma
  fixture.add_words("1: 23456");        // a colon
  fixture.add_words("12\n34567");       // another line
  CHECK(found(fixture.record(), "1234567").empty());
  CHECK(found(fixture.record(), "123456").empty());
}

TEST_CASE("the places of a number are those of its groups") {
  const std::string text = "from +44 7700 900 123, at 9";
  const auto places = find_places(text, "07700900123");
  REQUIRE(places.size() == 1);
  CHECK(text.substr(places[0].begin, places[0].end - places[0].begin) == "44 7700 900 123");
}
