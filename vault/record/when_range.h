#pragma once

#include <cstdint>

#include "vault/record/when_days.h"

namespace daybook::vault {

/// A time as somebody says it: days, and the time of day where it is said.
struct SaidTime {
  std::int32_t first = 0, last = 0;  // days since 1 January 1970 by the calendar; both belong to it
  std::optional<int> from, until;    // minutes after midnight of `first` and of `last`; the same for one moment
  std::int32_t named_last = 0;       // the first day of what was named last: of June in "May to June"
  /// Whether both are the same time, in whatever words.
  bool operator==(const SaidTime& other) const {
    return first == other.first && last == other.last && from == other.from && until == other.until;
  }
};

/// Everything that words can mean, each once, the likeliest first. Empty where any word is not understood, or where
/// they can mean more than kMostReadings things. `said_at` is the moment in which they are said: without it, nothing is
/// read that counts from it, and no year is added where none is written.
std::vector<SaidTime> when_readings(std::string_view words, const std::optional<LocalMoment>& said_at);
constexpr std::size_t kMostReadings = 6;

/// True for what has not begun yet at this moment, or ends with something that has not.
bool is_ahead(const SaidTime& said, const LocalMoment& now);

}  // namespace daybook::vault
