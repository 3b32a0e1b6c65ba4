#include "vault/intake/chat/chat.h"

#include <array>

#include "vault/record/calendar.h"

namespace daybook::vault {

std::string_view to_text(MessageKind kind) {
  switch (kind) {
    case MessageKind::text:
      return "text";
    case MessageKind::media:
      return "media";
    case MessageKind::call:
      return "call";
    case MessageKind::deleted:
      return "deleted";
    case MessageKind::edited:
      return "edited";
    case MessageKind::system:
      return "system";
    case MessageKind::location:
      return "location";
    case MessageKind::contact:
      return "contact";
    case MessageKind::poll:
      return "poll";
    case MessageKind::unknown:
      break;
  }
  return "unknown";
}

std::string_view to_text(DateOrder order) {
  switch (order) {
    case DateOrder::day_month_year:
      return "dmy";
    case DateOrder::month_day_year:
      return "mdy";
    case DateOrder::year_month_day:
      break;
  }
  return "ymd";
}

std::optional<DateOrder> parse_date_order(std::string_view text) {
  for (const DateOrder order : {DateOrder::day_month_year, DateOrder::month_day_year, DateOrder::year_month_day}) {
    if (to_text(order) == text) return order;
  }
  return std::nullopt;
}

std::string_view to_text(OrderBy by) {
  switch (by) {
    case OrderBy::asked:
      return "asked";
    case OrderBy::found:
      return "found";
    case OrderBy::assumed:
      break;
  }
  return "assumed";
}

std::string_view to_text(TimeRead read) {
  switch (read) {
    case TimeRead::plain:
      return "";
    case TimeRead::order:
      return "order";
    case TimeRead::ambiguous:
      break;
  }
  return "ambiguous";
}

std::string_view to_text(RangeKind kind) {
  switch (kind) {
    case RangeKind::blank:
      return "blank";
    case RangeKind::not_understood:
      break;
  }
  return "not-understood";
}

std::string to_text(const LocalTime& time) {
  std::string text;
  append_time(time, text);
  return text;
}

void append_time(const LocalTime& time, std::string& text) {
  constexpr std::int64_t kDay = 24 * 60 * 60;
  const std::int64_t of_day = (time.seconds % kDay + kDay) % kDay;
  const CivilDay day = civil_day(static_cast<std::int32_t>((time.seconds - of_day) / kDay));
  const auto two = [](auto value, char before) {
    return std::array<char, 3>{before, static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
  };
  const auto add = [&](std::array<char, 3> part) { text.append(part.data(), part.size()); };
  const auto year = static_cast<unsigned>(day.year);
  text += static_cast<char>('0' + year / 1000 % 10);
  add(two(year % 100, static_cast<char>('0' + year / 100 % 10)));
  add(two(day.month, '-'));
  add(two(day.day, '-'));
  add(two(of_day / 3600, 'T'));
  add(two(of_day / 60 % 60, ':'));
  if (time.has_seconds) add(two(of_day % 60, ':'));
}

}  // namespace daybook::vault
