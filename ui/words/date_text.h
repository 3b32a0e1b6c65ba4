#pragma once

#include <cstdint>
#include <string>

#include "vault/record/said_days.h"

namespace daybook::ui {

/// A day for people, by this computer's time zone: `Tuesday 3 June 2025`. The month is written out, because 03/06 is
/// two days in two countries. `utc_seconds` here and below are seconds since 1970.
std::string day_text(std::int64_t utc_seconds);
/// The same by a clock that was so many minutes ahead of UTC, which may be any that a stranger wrote.
std::string day_text(std::int64_t utc_seconds, int offset_minutes);
/// A time of day for people, by this computer's time zone: `21:14`.
std::string time_text(std::int64_t utc_seconds);
/// Days for people: `Tuesday 3 June 2025`, or `1 to 10 May 2025`, where month and year stand twice only if they differ.
std::string days_text(const vault::DayRange& days);
/// A size for people, in units of 1000: `2.3 MB` for 2,311,904 bytes.
std::string size_text(std::uint64_t bytes);

}  // namespace daybook::ui
