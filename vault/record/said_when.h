#pragma once

#include <cstdint>
#include <string>

#include "vault/record/when_range.h"

namespace daybook::vault {

// The one reader of what people say of a time, for the window, the terminal, the search and the report. It reads
// English. Words become tokens (when_tokens, when_figures), a phrase (when_phrase), days (when_days), and a range
// (when_range).

/// What somebody's words mean: one time, several among which only she can choose, or nothing that is understood. What
/// is not certain is never guessed: a wrong day is worse than none.
struct WhenRead {
  std::vector<SaidTime> readings;  // each once, the likeliest first

  const SaidTime* time() const { return readings.size() == 1 ? &readings[0] : nullptr; }
  bool is_ambiguous() const { return readings.size() > 1; }
  bool is_understood() const { return !readings.empty(); }
};

/// A moment by this computer's calendar and clock. `utc_seconds` are seconds since 1970.
LocalMoment local_moment(std::int64_t utc_seconds);

/// Reads what somebody said at a moment, or what kept_when() made of it. `3 May 2025, 22:41`, `5.5.2025`,
/// `between 3 and 5 May 2025`, `early May 2025` are one time whenever they are said. `yesterday` and `3 May` count from
/// the moment, and are not understood without one. `12/05/25` and, mostly, `last Tuesday` are several times. What has
/// not happened at that moment is left out where something else can be meant.
WhenRead read_when(std::string_view words, const std::optional<LocalMoment>& said_at);
/// True when there is nothing that the words can mean but what has not happened yet at this moment.
bool is_ahead(const WhenRead& read, const LocalMoment& now);

/// A time in English, which read_when() reads as the same time at any moment: `Saturday 3 May 2025, 22:41`,
/// `3 to 5 May 2025`.
std::string said_text(const SaidTime& said);

/// Words as the record keeps them, so that they mean the same time years later: as she wrote them where they say it
/// alone, else with the time behind them, `yesterday [read as Saturday 3 May 2025]`.
std::string kept_when(std::string_view words, const SaidTime& said);
/// The same for words that are one time at this moment, which is not ahead of it. All other words stay as they are.
std::string kept_when(std::string_view words, const LocalMoment& said_at);
/// The words that she wrote, without what kept_when() put behind them.
std::string_view own_words(std::string_view kept);

}  // namespace daybook::vault
