#include "vault/intake/chat/whatsapp_stamp.h"

#include "vault/intake/chat/half_days.h"
#include "vault/record/figures.h"

namespace daybook::vault {
namespace {

using Half = WhatsappStamp::Half;
using Calendar = WhatsappStamp::Calendar;
using Close = WhatsappStamp::Close;

// What telephones write between the date and the time: `03/05/2025 à 22:58` in French, `klo` in Finnish. None of them
// can be a word for a half of the day. A word that another one begins with comes after it.
constexpr std::string_view kBetween[] = {"klo",    "kl.",  "kl",  "kell",  "at",    "à",   "as",   "às",    "alle ore",
                                         "alle",   "ore",  "ora", "um",    "u",     "o",   "ob",   "om",    "op",
                                         "в",      "у",    "о",   "a las", "a les", "la",  "saat", "pukul", "lúc",
                                         "plkst.", "στις", "ve",  "v",     "во",    "'во'"};
// Behind the time, of which they say no more than that it is one.
constexpr std::string_view kUnits[] = {"ч.", "ч", "Uhr", "น.", "hrs", "hs", "h"};

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
  // One of these as a whole word.
  template <std::size_t kCount>
  bool take_word(const std::string_view (&words)[kCount]) {
    const std::size_t begin = m_at;
    for (const std::string_view word : words) {
      if (take(word) && letter_size(rest()) == 0) return true;
      m_at = begin;
    }
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
  else if (cursor.take("هـ") || cursor.take("ه\u200d"))
    stamp.calendar = Calendar::hijri;
  else if (!has_blank || !(cursor.take("г.") || cursor.take("г")))  // a year, in Bulgarian and Russian
    cursor.go_to(behind);
  return true;
}

bool take_half(Cursor& cursor, WhatsappStamp& stamp) {
  const auto found = half_day_at(cursor.rest());
  if (!found) return false;
  stamp.half = found->half;
  stamp.language = found->language;
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
  const bool has_sign = separator == "h" ? cursor.take(has_seconds ? "s" : "min") : cursor.take_word(kUnits);
  if (!has_sign) cursor.go_to(end);
}

bool take_time(Cursor& cursor, WhatsappStamp& stamp) {
  cursor.skip_marks();
  if (take_half(cursor, stamp)) cursor.skip_blanks();
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
  if (stamp.half != Half::none || !take_half(cursor, stamp)) cursor.go_to(end);
  return stamp.hour < 25 && stamp.minute < 60 && stamp.second < 61;
}

// What stands between the date and the time.
bool take_between(Cursor& cursor) {
  cursor.skip_marks();
  const bool has_comma = cursor.take(",") || cursor.take("\xd8\x8c") || cursor.take("\xe3\x80\x81");
  cursor.skip_marks();
  const bool has_blank = cursor.take_blank();
  cursor.skip_blanks();
  cursor.skip_marks();
  const std::size_t begin = cursor.at();
  if (!has_blank || !cursor.take_word(kBetween) || !cursor.take_blank()) cursor.go_to(begin);
  cursor.skip_blanks();
  return has_comma || has_blank;
}

bool take_parts(Cursor& cursor, WhatsappStamp& stamp) {
  const WhatsappStamp clean = stamp;
  const std::size_t begin = cursor.at();
  if (take_date(cursor, stamp) && take_between(cursor) && take_time(cursor, stamp)) return true;
  stamp = clean;
  cursor.go_to(begin);
  stamp.is_time_first = true;
  if (!take_time(cursor, stamp)) return false;
  (void)cursor.take(",");  // Vietnamese telephones write one or none
  return cursor.take_blank() && take_date(cursor, stamp);
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

// A hash (FNV-1a) of what telephones write in another way: signs, blanks, words, the figures of a script. Left aside is
// what differs in the stamps of one telephone: how many figures a number has, marks of direction, which half of the
// day it is, and which era of Japan.
std::uint32_t shape_of(std::string_view line, const WhatsappStamp& stamp) {
  std::uint32_t hash = 2166136261;
  const auto add = [&](unsigned value) { hash = (hash ^ value) * 16777619; };
  add(static_cast<unsigned>(stamp.year_at));
  add(stamp.close == Close::bracket ? 1 : 0);
  const bool has_era = stamp.calendar == Calendar::reiwa || stamp.calendar == Calendar::heisei;
  unsigned before = 0;
  for (std::size_t at = stamp.at_begin; at < stamp.size;) {
    const std::string_view rest = line.substr(at, stamp.size - at);
    if (const std::size_t mark = mark_size(rest)) {
      at += mark;
      continue;
    }
    const auto figure = figure_at(rest);
    const auto half = stamp.half == Half::none || figure ? std::nullopt : half_day_at(rest);
    const std::size_t blank = blank_size(rest);
    unsigned sign = static_cast<unsigned char>(rest[0]);
    if (figure)
      sign = 0x100 + (sign < 0x80 ? 0 : 1);
    else if (half)
      sign = 0x200 + half->language;
    else if (has_era && (sign == 'R' || sign == 'H'))
      sign = 0x300;
    else if (blank > 1)
      sign = 0x1000 + static_cast<unsigned char>(rest[blank - 1]);
    if (!figure || sign != before) add(sign);
    before = sign;
    at += figure ? figure->bytes : half ? half->bytes : blank > 0 ? blank : 1;
  }
  return hash;
}

}  // namespace

std::uint32_t WhatsappStamp::form() const {
  return (shape & ~(1u << kYearBit)) | static_cast<std::uint32_t>(has_long_year) << kYearBit;
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
  stamp.shape = shape_of(line, stamp);
  return stamp;
}

std::string_view without_marks(std::string_view text) {
  while (const std::size_t size = mark_size(text)) text.remove_prefix(size);
  return text;
}

}  // namespace daybook::vault
