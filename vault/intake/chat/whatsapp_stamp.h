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
  std::array<unsigned, 3> fields{};   // of the date, as they stand
  std::array<unsigned, 3> figures{};  // how many figures each has
  char separator = '/';               // between them
  Calendar calendar = Calendar::ours;
  std::size_t year_at = 2;  // which of the fields the year is
  bool is_time_first = false, has_comma = false, has_seconds = false;
  unsigned hour = 0, minute = 0, second = 0;
  Half half = Half::none;
  std::size_t at_begin = 0, at_end = 0;  // in the line: the date and the time as written
  std::size_t size = 0;                  // of all of it: what follows is the sender or a text of the program

  /// Stamps of one export have the same form.
  std::uint32_t form() const;
  /// Whether two have the same form but for the figures of the year.
  bool differs_only_in_year(const WhatsappStamp& other) const;
};
/// The stamp at the beginning of a line, or nothing.
std::optional<WhatsappStamp> read_whatsapp_stamp(std::string_view line);

/// The time that a stamp says when its date is read in this order, or nothing where the calendar has no such day.
std::optional<LocalTime> time_of(const WhatsappStamp& stamp, DateOrder order);
/// Whether the date itself says in which order it stands: the year comes first, or one of day and month is over 12.
bool is_order_clear(const WhatsappStamp& stamp);

/// The bytes of a mark that only says in which direction a text runs, or of a byte order mark, at the beginning of a
/// text; 0 where there is none. Telephones put them before and behind what they write themselves.
std::size_t mark_size(std::string_view text);
/// A text without the marks at its beginning.
std::string_view without_marks(std::string_view text);

}  // namespace daybook::vault
