#pragma once

#include <date/date.h>
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <span>
#include <string>

#include "vault/record/said_when.h"

namespace daybook::test {

/// Words, and everything that they can mean: `2025-05-03`, `2025-05-03 22:41`, `2025-05-01 to 2025-05-31`, with ` | `
/// between two readings, `ahead: ` before what has not happened, and nothing for what is not understood.
struct SaidRow {
  const char *words, *means;
};

inline std::string day_and_minute(std::int32_t day, const std::optional<int>& minute) {
  const std::string text = date::format("%F", date::sys_days(date::days(day)));
  return minute ? text + fmt::format(" {:02}:{:02}", *minute / 60, *minute % 60) : text;
}

inline std::string means(const vault::WhenRead& read) {
  std::string text;
  for (const vault::SaidTime& said : read.readings) {
    text += (text.empty() ? "" : " | ") + day_and_minute(said.first, said.from);
    if (said.first != said.last || said.from != said.until) text += " to " + day_and_minute(said.last, said.until);
  }
  return text;
}

/// Wednesday 4 June 2025, 15:00.
inline vault::LocalMoment afternoon_of_4_june() {
  return {date::sys_days(date::year(2025) / 6 / 4).time_since_epoch().count(), 15 * 60};
}

/// Holds the rows against the reader, as if they were said at this moment. What is kept of each reading is the same
/// time for a reader who knows no moment, and begins with her words.
inline void check_rows(std::span<const SaidRow> rows, const vault::LocalMoment& said_at) {
  for (const SaidRow& row : rows) {
    INFO(row.words);
    const vault::WhenRead read = vault::read_when(row.words, said_at);
    CHECK((vault::is_ahead(read, said_at) ? "ahead: " : "") + means(read) == row.means);
    for (const vault::SaidTime& said : read.readings) {
      const std::string kept = vault::kept_when(row.words, said);
      INFO(kept);
      CHECK(vault::read_when(kept, std::nullopt).readings == std::vector{said});
      CHECK(vault::own_words(kept) == row.words);
    }
  }
}

}  // namespace daybook::test
