#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

/// What stands at the beginning of a message in an export of WhatsApp, before its sender: a date and a time as the
/// telephone writes them, in the figures and the calendar of its language.
struct WhatsappStamp {
  /// What closes it: `[...] `, `... - `, `...: `, or nothing but a blank.
  enum class Close { bracket, dash, colon, blank };
  enum class Half { none, before_noon, after_noon };
  enum class Calendar { ours, buddhist, reiwa, heisei };

  Close close = Close::dash;
  std::array<unsigned, 3> fields{};  // of the date, as they stand
  char separator = '/';              // between them
  Calendar calendar = Calendar::ours;
  std::size_t year_at = 2;     // which of the fields the year is
  bool has_long_year = false;  // it has three figures or four
  bool is_time_first = false, has_comma = false, has_seconds = false;
  bool has_word = false;  // between the date and the time
  unsigned hour = 0, minute = 0, second = 0;
  Half half = Half::none;
  std::size_t at_begin = 0, at_end = 0;  // in the line: the date and the time as written
  std::size_t size = 0;                  // of all of it: what follows is the sender or a text of the program

  /// Stamps of one export have the same form.
  std::uint32_t form() const;
  /// Whether two have the same form but for the figures of the year.
  bool differs_only_in_year(const WhatsappStamp& other) const;
  /// The hour of its day, counted from midnight. There is none over 23.
  unsigned hour_of_day() const {
    if (half == Half::before_noon && hour == 12) return 0;
    return half == Half::after_noon && hour < 12 ? hour + 12 : hour;
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
