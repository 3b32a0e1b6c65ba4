#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daybook::vault {

/// What this computer's clocks say at one moment.
struct Instant {
  std::int64_t utc_seconds;     // since 1970, by the wall clock
  int offset_minutes;           // local time minus UTC
  std::int64_t uptime_seconds;  // since the system started, sleep included
  std::string boot_id;          // another one after each start of the system, or empty when unknown
};

/// The only way in which the program learns the time, so that tests can have a clock of their own.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};

/// The clock of this computer. The object has no state and lives as long as the program.
Clock& system_clock();

/// Local time minus UTC at a moment, by this computer's time zone. The moment counts, because the difference changes
/// over the year.
int local_offset_minutes(std::int64_t utc_seconds);

/// Days since 1970 by the local calendar. Two moments of one local day have the same number.
std::int32_t local_day(std::int64_t utc_seconds);

/// Whether a time lies in the years 0000 to 9999, the only ones that have a form of twenty signs. File systems can hold
/// others, which are then told to be not usable.
bool is_usable_time(std::int64_t utc_seconds);
/// A moment as entries of the log have it: `2026-11-21T10:00:00Z`. The time must be usable.
std::string format_utc(std::int64_t utc_seconds);
/// Seconds since 1970 of a text as format_utc() makes it, or nothing for every other text.
std::optional<std::int64_t> parse_utc(std::string_view text);
/// A moment for people, in English and in local time: `21 November 2026, 10:00:00 (+01:00)`.
std::string format_for_people(std::int64_t utc_seconds, int offset_minutes);

}  // namespace daybook::vault
