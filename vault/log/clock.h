#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daybook::vault {

/// One look at this computer's clocks.
struct Instant {
  std::int64_t utc_seconds;     // since 1970, by the wall clock
  int offset_minutes;           // local time minus UTC
  std::int64_t uptime_seconds;  // since the system started, sleep included
  std::string boot_id;          // differs after each start; empty when unknown
};

/// The only way in which the program learns the time; tests have their own.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};

Clock& system_clock();

/// Local time minus UTC at that moment, by this computer's time zone: it differs over the year.
int local_offset_minutes(std::int64_t utc_seconds);

/// Days since 1970 by the local calendar: equal for two moments of one day.
std::int32_t local_day(std::int64_t utc_seconds);

/// `2026-11-21T10:00:00Z`.
std::string format_utc(std::int64_t utc_seconds);
/// The same back; nothing else is accepted.
std::optional<std::int64_t> parse_utc(std::string_view text);
/// `21 November 2026, 10:00:00 (+01:00)`, for people.
std::string format_for_people(std::int64_t utc_seconds, int offset_minutes);

}  // namespace daybook::vault
