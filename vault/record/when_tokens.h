#pragma once

#include <string>

#include "vault/record/when_figures.h"

namespace daybook::vault {

/// One word of what somebody says of a time, with what is known of it alone.
struct WhenToken {
  enum class Kind {
    word,        // `text`, which the grammar may know
    number,      // `value`, written in so many `figures`: a day, a year or an hour
    ordinal,     // `value`: 3rd
    short_year,  // `value`, all four figures: '25
    month,       // `value` from 1
    weekday,     // `value` from 0, Monday
    dates,       // `dates`: what a date in figures can mean
    clock,       // `clock`
    dash,
  };
  Kind kind = Kind::word;
  std::string text{};
  int value = 0;
  std::size_t figures = 0;
  std::vector<FigureDate> dates{};
  ClockTime clock{};

  bool is(std::string_view word) const { return kind == Kind::word && text == word; }
};

/// The tokens of a text, in English. Large and small letters are one, and blanks, commas and full stops part words. Am
/// and pm, o'clock, and the quarters of an hour are already part of the time of day beside which they stand. Empty when
/// there are more than forty words, or one is longer than sixty bytes.
std::vector<WhenToken> when_tokens(std::string_view text);

}  // namespace daybook::vault
