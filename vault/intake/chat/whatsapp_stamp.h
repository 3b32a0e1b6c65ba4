#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "vault/intake/chat/chat.h"
#include "vault/intake/chat/half_days.h"

namespace daybook::vault {

/// What stands at the beginning of a message in an export of WhatsApp, before its sender: a date and a time as the
/// telephone writes them, in the figures and the calendar of its language.
struct WhatsappStamp {
  /// What closes it: `[...] `, `... - `, `...: `, or nothing but a blank.
  enum class Close { bracket, dash, colon, blank };
  using Half = HalfDay::Half;
  enum class Calendar { ours, buddhist, reiwa, heisei, hijri };

  Close close = Close::dash;
  std::array<unsigned, 3> fields{};  // of the date, as they stand
  char separator = '/';              // between them
  Calendar calendar = Calendar::ours;
  std::size_t year_at = 2;     // which of the fields the year is
  bool has_long_year = false;  // it has three figures or four
  bool is_time_first = false, has_seconds = false;
  unsigned hour = 0, minute = 0, second = 0;
  Half half = Half::none;
  std::uint8_t language = 0;             // of the word for the half of the day
  std::size_t at_begin = 0, at_end = 0;  // in the line: the date and the time as written
  std::size_t size = 0;                  // of all of it: what follows is the sender or a text of the program
  std::uint32_t shape = 0;               // a hash of all that is no figure, and differs between two telephones only

  /// Stamps of one export have the same form.
  std::uint32_t form() const;
  /// Whether two have the same form but for the figures of the year.
  bool differs_only_in_year(const WhatsappStamp& other) const;
  /// The hour of its day, counted from midnight. There is none over 23.
  unsigned hour_of_day() const {
    constexpr unsigned kNoon = 12, kEndOfNight = 6;
    if (half == Half::none || hour > kNoon) return hour;
    const bool is_behind_midnight = half == Half::before || (half == Half::night && hour % kNoon < kEndOfNight);
    return hour % kNoon + (is_behind_midnight ? 0 : kNoon);
  }
  /// Whether two have the same date.
  bool is_of_date(const WhatsappStamp& other) const {
    return fields[0] == other.fields[0] && fields[1] == other.fields[1] && fields[2] == other.fields[2] &&
           year_at == other.year_at && has_long_year == other.has_long_year && calendar == other.calendar;
  }
};
/// The stamp at the beginning of a line, or nothing.
std::optional<WhatsappStamp> read_whatsapp_stamp(std::string_view line);

/// The bytes of a mark that only says in which direction a text runs, or of a byte order mark, at the beginning of a
/// text; 0 where there is none. Telephones put them before and behind what they write themselves.
inline std::size_t mark_size(std::string_view text) {
  if (text.size() < 3) return 0;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (at(0) == 0xEF) return at(1) == 0xBB && at(2) == 0xBF ? 3 : 0;  // U+FEFF
  if (at(0) != 0xE2) return 0;
  const bool is_mark = (at(1) == 0x80 && (at(2) == 0x8E || at(2) == 0x8F || (at(2) >= 0xAA && at(2) <= 0xAE))) ||
                       (at(1) == 0x81 && at(2) >= 0xA6 && at(2) <= 0xA9);
  return is_mark ? 3 : 0;  // U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069
}
/// A text without the marks at its beginning.
std::string_view without_marks(std::string_view text);

}  // namespace daybook::vault
