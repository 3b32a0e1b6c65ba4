#include "vault/record/file_time.h"

#include <catch2/catch_test_macros.hpp>

#include "vault/log/clock.h"

using namespace daybook;
using namespace daybook::vault;

TEST_CASE("a time that a file says has a clock and may have a difference from UTC") {
  const auto plain = parse_file_time("2024-06-03T20:15:00");
  REQUIRE(plain);
  CHECK(plain->local_seconds == parse_utc("2024-06-03T20:15:00Z"));
  CHECK_FALSE(plain->offset_minutes);
  const auto east = parse_file_time("2024-06-03T20:15:00+05:45");
  REQUIRE(east);
  CHECK(east->local_seconds == plain->local_seconds);
  CHECK(east->offset_minutes == 345);
  CHECK(parse_file_time("0000-01-01T00:00:00-03:30")->offset_minutes == -210);
}

TEST_CASE("whatever is not wholly such a time is none") {
  for (const char* text : {"", "2024-06-03", "2024-06-03 20:15:00", "2024-06-31T20:15:00", "2024-06-03T20:15:00Z",
                           "2024-06-03T20:15:00+2:00", "2024-06-03T20:15:00+02:0x", "2024-06-03T20:15:00+02:000",
                           "2024-06-03T20:15:00 02:00"}) {
    INFO(text);
    CHECK_FALSE(parse_file_time(text));
  }
}
