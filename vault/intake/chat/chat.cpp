#include "vault/intake/chat/chat.h"

#include "vault/log/clock.h"

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
  constexpr std::size_t kToMinute = std::string_view("2025-05-03T22:58").size(), kToSecond = kToMinute + 3;
  return format_utc(time.seconds).substr(0, time.has_seconds ? kToSecond : kToMinute);
}

}  // namespace daybook::vault
