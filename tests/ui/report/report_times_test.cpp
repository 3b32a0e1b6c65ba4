#include "ui/report/report_times.h"

#include <catch2/catch_test_macros.hpp>

#include "vault/log/clock.h"

using namespace daybook::ui;
using daybook::vault::parse_utc;

TEST_CASE("every time has one form, with the zone, and the other day where UTC has one") {
  const std::int64_t evening = *parse_utc("2026-06-03T19:02:00Z");
  CHECK(moment_text(evening, 60) == "3 June 2026, 20:02:00 (+01:00), 19:02:00 UTC");
  CHECK(moment_text(evening, 0) == "3 June 2026, 19:02:00 UTC");
  CHECK(moment_text(*parse_utc("2026-01-01T23:30:00Z"), 60) ==
        "2 January 2026, 00:30:00 (+01:00), 1 January 2026, 23:30:00 UTC");
  CHECK(moment_text(evening, -210) == "3 June 2026, 15:32:00 (-03:30), 19:02:00 UTC");
  CHECK(utc_text(evening) == "3 June 2026, 19:02:00 UTC");
  CHECK(report_day(*parse_utc("2026-01-01T23:30:00Z"), 60) == "2 January 2026");
}

TEST_CASE("what a picture says of its time keeps its zone, and says where it has none") {
  CHECK(taken_text("2025-09-15T07:42:07+01:00") == "15 September 2025, 07:42:07 (+01:00), 06:42:07 UTC");
  CHECK(taken_text("2025-09-15T07:42:07") == "15 September 2025, 07:42:07 (no time zone in the file)");
  CHECK(taken_text("2025-09-15T07:42:07", true) == "15 September 2025, 07:42:07 (its time zone cannot be read)");
  CHECK(taken_text("2025-09-15T07:42:07-09:30") == "15 September 2025, 07:42:07 (-09:30), 17:12:07 UTC");
}

TEST_CASE("spans and lengths are in words") {
  CHECK(span_text(871'320) == "10 days, 2 hours, 2 minutes");
  CHECK(span_text(1) == "1 second");
  CHECK(span_text(0) == "0 seconds");
  CHECK(span_text(3'661) == "1 hour, 1 minute, 1 second");
  CHECK(length_text(2'500) == "2.5 s");
  CHECK(length_text(59'400) == "59 s");
  CHECK(length_text(59'600) == "1 min 00 s");
  CHECK(length_text(3'723'000) == "1 h 02 min 03 s");
}
