#pragma once

#include <cstdint>

#include "vault/record/when_phrase.h"

namespace daybook::vault {

/// A moment by the local calendar and clock.
struct LocalMoment {
  std::int32_t day = 0;  // since 1 January 1970
  int minute = 0;        // after midnight
};

/// One way to understand what words leave open. A phrase looks only at what it leaves open itself.
struct WhenChoice {
  FigureOrder order = FigureOrder::day_first;  // of a date in figures
  int year = 0;                                // where none is written
  bool from_evening_before = false;            // before dawn, "today" may be the day that has not ended with sleep yet
  bool is_afternoon = false;                   // "at 11"
  bool takes_other_days = false;               // the second of two readings of the days: "last Tuesday"
  bool takes_other_night = false;              // the second of the two midnights, or nights, of a day
};

/// What one phrase means under a choice.
struct WhenSpan {
  std::int32_t first = 0, last = 0;  // days
  std::optional<int> minute;         // of `first`, which is then `last` too
};

/// What a phrase means under a choice; nothing where it means nothing then. `said_at` is the moment in which it is
/// said. Without it nothing is read that counts from it.
std::optional<WhenSpan> when_span(const WhenPhrase& phrase, const WhenChoice& choice,
                                  const std::optional<LocalMoment>& said_at);

}  // namespace daybook::vault
