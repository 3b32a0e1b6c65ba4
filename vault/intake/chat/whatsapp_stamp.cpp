#include "vault/intake/chat/whatsapp_stamp.h"

#include <utf8proc.h>

#include "vault/intake/chat/half_days.h"
#include "vault/record/figures.h"

namespace daybook::vault {
namespace {

using Half = WhatsappStamp::Half;
using Calendar = WhatsappStamp::Calendar;
using Close = WhatsappStamp::Close;

// The bytes of the letter, with the signs that stand on it, at the beginning of a text; 0 where there is none.
std::size_t letter_size(std::string_view text) {
  std::size_t size = 0;
  for (bool has_letter = false;;) {
    utf8proc_int32_t letter = 0;
    const auto* const at = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + size;
    const auto bytes = utf8proc_iterate(at, static_cast<utf8proc_ssize_t>(text.size() - size), &letter);
    if (bytes <= 0) return size;
    const auto category = utf8proc_category(letter);
    const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    const bool is_sign = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
    if (has_letter ? !is_sign : !is_letter) return size;
    has_letter = true;
    size += static_cast<std::size_t>(bytes);
  }
}

// Goes through a line from its beginning. Each take...() says whether it was there, and stands behind it then.
class Cursor {
 public:
  explicit Cursor(std::string_view line) : m_line(line) {}
  std::size_t at() const { return m_at; }
  std::string_view rest() const { return m_line.substr(m_at); }
  void go_to(std::size_t at) { m_at = at; }
  bool take(std::string_view text) {
    if (!rest().starts_with(text)) return false;
    m_at += text.size();
    return true;
  }
  void skip_marks() {
    while (const std::size_t size = mark_size(rest())) m_at += size;
  }
  bool take_blank() {
    const std::size_t size = blank_size(rest());
    m_at += size;
    return size > 0;
  }
  void skip_blanks() {
    while (take_blank()) {
    }
  }
  // A word of one to six letters of any script, with a full stop behind it or not.
  bool take_word() {
    constexpr int kMostLetters = 6;
    const std::size_t begin = m_at;
    int letters = 0;
    for (; letters <= kMostLetters; ++letters) {
      const std::size_t size = letter_size(rest());
      if (size == 0) break;
      m_at += size;
    }
    if (letters > 0 && letters <= kMostLetters) return take("."), true;
    m_at = begin;
    return false;
  }
  // A whole number of at most four figures. Stands behind the last one.
  bool take_number(unsigned& value, unsigned& figures) {
    value = figures = 0;
    while (figures < 5) {
      const auto figure = take_figure();
      if (!figure) break;
      value = value * 10 + *figure;
      ++figures;
    }
    return figures > 0 && figures < 5;
  }

 private:
  std::optional<unsigned> take_figure() {
    const std::string_view left = rest();
    if (left.empty()) return std::nullopt;
    const auto first = static_cast<unsigned char>(left[0]);
    if (first >= '0' && first <= '9') {
      ++m_at;
      return first - '0';
    }
    if (first < 0x80) return std::nullopt;
    const auto figure = figure_at(left);
    if (!figure) return std::nullopt;
    m_at += figure->bytes;
    return figure->value;
  }

  std::string_view m_line;
  std::size_t m_at = 0;
};

// The era of Japan before a year, which counts from its own beginning.
void take_era(Cursor& cursor, std::size_t field, WhatsappStamp& stamp) {
  const Calendar era = cursor.take("R") ? Calendar::reiwa : cursor.take("H") ? Calendar::heisei : Calendar::ours;
  if (era == Calendar::ours) return;
  stamp.calendar = era;
  stamp.year_at = field;
}

bool take_date(Cursor& cursor, WhatsappStamp& stamp) {
  std::array<unsigned, 3> figures{};
  for (std::size_t i = 0; i < 3; ++i) {
    cursor.skip_marks();
    if (i != 1) take_era(cursor, i, stamp);
    if (!cursor.take_number(stamp.fields[i], figures[i])) return false;
    cursor.skip_marks();
    if (figures[i] >= 3) stamp.year_at = i;
    if (i == 2) break;
    const std::string_view rest = cursor.rest();
    const char separator = rest.empty() ? '\0' : rest[0];
    if ((separator != '/' && separator != '.' && separator != '-') || (i == 1 && separator != stamp.separator))
      return false;
    stamp.separator = separator;
    cursor.take({&separator, 1});
    cursor.take_blank();
  }
  stamp.has_long_year = figures[stamp.year_at] >= 3;
  if (stamp.separator == '.') (void)cursor.take(".");
  const std::size_t behind = cursor.at();
  const bool has_blank = cursor.take_blank();
  if (has_blank && (cursor.take("BE") || cursor.take("B.E.")))
    stamp.calendar = Calendar::buddhist;
  else if (!has_blank || !(cursor.take("г.") || cursor.take("г")))  // a year, in Bulgarian and Russian
    cursor.go_to(behind);
  return true;
}

bool take_half(Cursor& cursor, Half& half) {
  const auto found = half_day_at(cursor.rest());
  if (!found) return false;
  half = found->is_after_noon ? Half::after_noon : Half::before_noon;
  cursor.go_to(cursor.at() + found->bytes);
  return true;
}

// What stands between the hour and the minute. In the French of Canada that is `22 h 58`. Empty where it is none.
std::string_view take_behind_hour(Cursor& cursor) {
  for (const std::string_view separator : {":", "."}) {
    if (cursor.take(separator)) return separator;
  }
  cursor.skip_blanks();
  if (!cursor.take("h")) return "";
  cursor.skip_blanks();
  return "h";
}

bool take_behind_minute(Cursor& cursor, std::string_view separator) {
  if (separator != "h") return cursor.take(separator);
  cursor.skip_blanks();
  if (!cursor.take("min")) return false;
  cursor.skip_blanks();
  return true;
}

// Signs of the unit, which say no more than that it is a time.
void take_behind_time(Cursor& cursor, std::string_view separator, bool has_seconds) {
  const std::size_t end = cursor.at();
  cursor.skip_blanks();
  const bool has_sign = separator == "h" ? cursor.take(has_seconds ? "s" : "min")
                                         : cursor.take("ч.") || cursor.take("ч") || cursor.take("Uhr");
  if (!has_sign) cursor.go_to(end);
}

bool take_time(Cursor& cursor, WhatsappStamp& stamp) {
  cursor.skip_marks();
  if (take_half(cursor, stamp.half)) cursor.skip_blanks();
  unsigned figures = 0;
  if (!cursor.take_number(stamp.hour, figures) || figures > 2) return false;
  const std::string_view separator = take_behind_hour(cursor);
  if (separator.empty()) return false;
  if (!cursor.take_number(stamp.minute, figures) || figures != 2) return false;
  const std::size_t behind = cursor.at();
  if (take_behind_minute(cursor, separator) && cursor.take_number(stamp.second, figures) && figures == 2) {
    stamp.has_seconds = true;
  } else {
    cursor.go_to(behind);
    stamp.second = 0;
  }
  take_behind_time(cursor, separator, stamp.has_seconds);
  const std::size_t end = cursor.at();
  cursor.skip_marks();
  cursor.skip_blanks();
  if (stamp.half != Half::none || !take_half(cursor, stamp.half)) cursor.go_to(end);
  return stamp.hour < 25 && stamp.minute < 60 && stamp.second < 61;
}

// What stands between the date and the time. Telephones of some languages write a word there: `03/05/2025 à 22:58` in
// French, `klo` in Finnish. It stands in every stamp of an export, or in none.
bool take_between(Cursor& cursor, WhatsappStamp& stamp) {
  cursor.skip_marks();
  stamp.has_comma = cursor.take(",") || cursor.take("\xd8\x8c") || cursor.take("\xe3\x80\x81");
  cursor.skip_marks();
  const bool has_blank = cursor.take_blank();
  cursor.skip_blanks();
  cursor.skip_marks();
  const std::size_t begin = cursor.at();
  if (has_blank && !half_day_at(cursor.rest()) && cursor.take_word()) {
    stamp.has_word = cursor.take_blank();
    if (!stamp.has_word) cursor.go_to(begin);
    cursor.skip_blanks();
  }
  return stamp.has_comma || has_blank;
}

bool take_parts(Cursor& cursor, WhatsappStamp& stamp) {
  const WhatsappStamp clean = stamp;
  const std::size_t begin = cursor.at();
  if (take_date(cursor, stamp) && take_between(cursor, stamp) && take_time(cursor, stamp)) return true;
  stamp = clean;
  cursor.go_to(begin);
  stamp.is_time_first = true;
  return take_time(cursor, stamp) && cursor.take(",") && cursor.take_blank() && take_date(cursor, stamp);
}

bool take_close(Cursor& cursor, bool has_bracket, WhatsappStamp& stamp) {
  cursor.skip_marks();
  if (has_bracket) {
    stamp.close = Close::bracket;
    return cursor.take("]") && cursor.take_blank();
  }
  const std::size_t begin = cursor.at();
  stamp.close = Close::colon;
  if (cursor.take(": ")) return true;
  const bool has_blank = cursor.take_blank();
  stamp.close = Close::dash;
  if ((cursor.take("-") || cursor.take("\xe2\x80\x93")) && (cursor.take_blank() || cursor.rest().empty())) return true;
  cursor.go_to(begin);
  stamp.close = Close::blank;
  return has_blank && cursor.take_blank();
}

constexpr unsigned kYearBit = 20;

}  // namespace

std::uint32_t WhatsappStamp::form() const {
  const auto kind = [](auto value, unsigned at) { return static_cast<std::uint32_t>(value) << at; };
  return kind(close, 0) | kind(is_time_first, 2) | kind(has_comma, 3) | kind(has_seconds, 4) |
         kind(half != Half::none, 5) | kind(has_word, 6) | kind(static_cast<unsigned char>(separator), 8) |
         kind(year_at, 16) | kind(has_long_year, kYearBit);
}

bool WhatsappStamp::differs_only_in_year(const WhatsappStamp& other) const {
  return (form() ^ other.form()) == 1u << kYearBit;
}

std::optional<WhatsappStamp> read_whatsapp_stamp(std::string_view line) {
  Cursor cursor(line);
  cursor.skip_marks();
  const bool has_bracket = cursor.take("[");
  if (has_bracket) cursor.skip_marks();
  WhatsappStamp stamp;
  stamp.at_begin = cursor.at();
  if (!take_parts(cursor, stamp)) return std::nullopt;
  stamp.at_end = cursor.at();
  if (!take_close(cursor, has_bracket, stamp)) return std::nullopt;
  stamp.size = cursor.at();
  return stamp;
}

std::string_view without_marks(std::string_view text) {
  while (const std::size_t size = mark_size(text)) text.remove_prefix(size);
  return text;
}

}  // namespace daybook::vault
