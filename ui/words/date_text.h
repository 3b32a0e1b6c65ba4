#pragma once

#include <cstdint>
#include <string>

#include "vault/record/said_days.h"

namespace daybook::ui {

/// `Tuesday 3 June 2025`, by the time zone of this computer on that day. Written out: 03/06 is two days in two
/// countries.
std::string day_text(std::int64_t utc_seconds);
/// `21:14`.
std::string time_text(std::int64_t utc_seconds);
/// `Tuesday 3 June 2025`, or `1 to 10 May 2025` with what is not the same said twice.
std::string days_text(const vault::DayRange& days);
/// `2 311 904 bytes` as people read sizes: `2.3 MB`.
std::string size_text(std::uint64_t bytes);

}  // namespace daybook::ui
