#include <catch2/catch_test_macros.hpp>

#include "vault/log/clock.h"
#include "vault/log/entry.h"

using namespace daybook;
using namespace daybook::vault;

TEST_CASE("canonical JSON is RFC 8785 for strings and integers") {
  CHECK(to_canonical(Json{{"b", 1}, {"a", "\u20ac\n\x01\"\\"}}) ==
        "{\"a\":\"\xe2\x82\xac\\n\\u0001\\\"\\\\\",\"b\":1}");
  CHECK(parse_canonical("{\"a\":1,\"b\":[true,null,-5]}").ok());
  for (const char* bad :
       {"{\"b\":1,\"a\":1}", "{\"a\": 1}", "{\"a\":1}\n", "{\"a\":1.0}", "{\"a\":1e2}", "{\"a\":1,\"a\":1}",
        "{\"a\":\"\\u0041\"}", "{\"a\":9007199254740993}", "{\"\xc3\xa4\":1}", "{\"a\":\"\xff\"}", "", "{", "nul"}) {
    INFO(bad);
    CHECK_FALSE(parse_canonical(bad).ok());
  }
  CHECK_FALSE(parse_json(std::string(100000, '[')).ok());
  CHECK_FALSE(parse_json(std::string(100000, '[') + std::string(100000, ']')).ok());
}

TEST_CASE("times have one spelling") {
  CHECK(format_utc(0) == "1970-01-01T00:00:00Z");
  CHECK(parse_utc("2026-11-21T10:00:00Z") == 1795255200);
  CHECK(format_utc(1795255200) == "2026-11-21T10:00:00Z");
  CHECK(format_utc(-1) == "1969-12-31T23:59:59Z");
  for (const char* bad : {"2026-02-29T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21 10:00:00Z",
                          "2026-11-21T10:00:60Z", "2026-11-21T10:00:00", "x"})
    CHECK_FALSE(parse_utc(bad).has_value());
  CHECK(format_for_people(1795255200, 60) == "21 November 2026, 11:00:00 (+01:00)");
  CHECK(format_for_people(1795255200, -210) == "21 November 2026, 06:30:00 (-03:30)");
}

TEST_CASE("the hour that comes twice in autumn is told by its offset from UTC") {
  const char* before = std::getenv("TZ");
  const std::string saved = before != nullptr ? before : "";
  ::setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0", 1);  // London, without the help of installed zone files
  ::tzset();
  const std::int64_t change = *parse_utc("2026-10-25T01:00:00Z");
  CHECK(format_for_people(change - 1800, local_offset_minutes(change - 1800)) == "25 October 2026, 01:30:00 (+01:00)");
  CHECK(format_for_people(change + 1800, local_offset_minutes(change + 1800)) == "25 October 2026, 01:30:00 (+00:00)");
  const std::int64_t spring = *parse_utc("2026-03-29T01:00:00Z");
  CHECK(local_offset_minutes(spring - 1) == 0);
  CHECK(local_offset_minutes(spring) == 60);
  before != nullptr ? ::setenv("TZ", saved.c_str(), 1) : ::unsetenv("TZ");
  ::tzset();
}

TEST_CASE("item numbers are read with and without zeros") {
  CHECK(parse_item("000123") == ItemNumber{123});
  CHECK(parse_item("7") == ItemNumber{7});
  for (const char* bad : {"", "0", "-1", "1x", "99999999999999999999"}) CHECK_FALSE(parse_item(bad).has_value());
  CHECK(item_text(ItemNumber{1234567}) == "1234567");
}

TEST_CASE("an entry lacking anything is refused") {
  const std::string good =
      R"({"item":"000001","offset":0,"prev":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","salt":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","seq":1,"time":"2026-11-21T10:00:00Z","type":"add","v":1})";
  REQUIRE(parse_entry(good).ok());
  const Json json = Json::parse(good);
  for (const auto& [name, value] : json.items()) {
    if (name == "item") continue;
    Json without = json;
    without.erase(name);
    INFO(name);
    CHECK_FALSE(parse_entry(to_canonical(without)).ok());
  }
  Json later = json;
  later["v"] = 2;
  CHECK_FALSE(parse_entry(to_canonical(later)).ok());
}

TEST_CASE("two openings of the same thing differ") {
  CHECK(make_opening({{"item", "000001"}}) != make_opening({{"item", "000001"}}));
}
