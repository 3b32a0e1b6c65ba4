#include "vault/record/message.h"

#include <array>

#include "vault/log/clock.h"
#include "vault/record/calendar.h"

namespace daybook::vault {
namespace {

// The one of `all` that has this name.
template <class Named, std::size_t N>
std::optional<Named> named(std::string_view text, const Named (&all)[N]) {
  for (const Named one : all) {
    if (to_text(one) == text) return one;
  }
  return std::nullopt;
}

constexpr std::pair<bool MessageFlags::*, std::string_view> kFlags[] = {
    {&MessageFlags::looks_forged, "looks-forged"},
    {&MessageFlags::is_not_understood, "not-understood"},
    {&MessageFlags::is_out_of_order, "out-of-order"},
    {&MessageFlags::is_in_same_time_run, "same-time-run"}};

constexpr std::size_t kToMinute = std::string_view("2025-05-03T22:58").size();
constexpr std::size_t kToSecond = std::string_view("2025-05-03T22:58:10").size();

}  // namespace

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

std::optional<MessageKind> parse_message_kind(std::string_view text) {
  return named(text, {MessageKind::text, MessageKind::media, MessageKind::call, MessageKind::deleted,
                      MessageKind::edited, MessageKind::system, MessageKind::location, MessageKind::contact,
                      MessageKind::poll, MessageKind::unknown});
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
  return named(text, {DateOrder::day_month_year, DateOrder::month_day_year, DateOrder::year_month_day});
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

std::optional<OrderBy> parse_order_by(std::string_view text) {
  return named(text, {OrderBy::asked, OrderBy::found, OrderBy::assumed});
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

std::optional<TimeRead> parse_time_read(std::string_view text) {
  return named(text, {TimeRead::plain, TimeRead::order, TimeRead::ambiguous});
}

std::string_view to_text(RangeKind kind) {
  switch (kind) {
    case RangeKind::blank:
      return "blank";
    case RangeKind::same:
      return "same";
    case RangeKind::not_understood:
      break;
  }
  return "not-understood";
}

std::optional<RangeKind> parse_range_kind(std::string_view text) {
  return named(text, {RangeKind::blank, RangeKind::not_understood, RangeKind::same});
}

std::string to_text(const LocalTime& time) {
  std::string text;
  append_time(time, text);
  return text;
}

void append_time(const LocalTime& time, std::string& text) {
  const std::int32_t number = day_of_seconds(time.seconds);
  const std::int64_t of_day = time.seconds - number * kSecondsOfDay;
  const CivilDay day = civil_day(number);
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

std::optional<LocalTime> parse_local_time(std::string_view text) {
  const bool has_seconds = text.size() == kToSecond;
  if (!has_seconds && text.size() != kToMinute) return std::nullopt;
  const auto seconds = parse_utc(std::string(text) + (has_seconds ? "Z" : ":00Z"));
  return seconds ? std::optional(LocalTime{*seconds, has_seconds}) : std::nullopt;
}

bool set_flag(MessageFlags& flags, std::string_view name) {
  for (const auto& [flag, flag_name] : kFlags) {
    if (flag_name != name) continue;
    flags.*flag = true;
    return true;
  }
  return false;
}

std::vector<std::string_view> flag_names(const MessageFlags& flags) {
  std::vector<std::string_view> names;
  for (const auto& [flag, name] : kFlags) {
    if (flags.*flag) names.push_back(name);
  }
  return names;
}

}  // namespace daybook::vault
