#include "ui/report/report_times.h"

#include <fmt/format.h>

#include "ui/report/report_words.h"
#include "vault/log/clock.h"
#include "vault/record/file_time.h"

namespace daybook::ui {
namespace {

constexpr std::int64_t kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour;

// The parts of a moment by a clock that had this difference from UTC.
struct Parts {
  std::string day, time;
};

Parts parts_of(std::int64_t utc_seconds, int offset_minutes) {
  const std::string text = vault::format_for_people(utc_seconds, offset_minutes);  // 2 January 2026, 08:20:00 (+01:00)
  const std::size_t comma = text.find(", ");
  return {text.substr(0, comma), text.substr(comma + 2, 8)};
}

std::string counted(std::int64_t count, const char* unit) {
  return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

}  // namespace

std::string utc_text(std::int64_t utc_seconds) {
  const Parts utc = parts_of(utc_seconds, 0);
  return fmt::format("{}, {} UTC", utc.day, utc.time);
}

std::string moment_text(std::int64_t utc_seconds, int offset_minutes) {
  if (offset_minutes == 0) return utc_text(utc_seconds);
  const Parts utc = parts_of(utc_seconds, 0);
  const std::string other_day = parts_of(utc_seconds, offset_minutes).day == utc.day ? "" : utc.day + ", ";
  return fmt::format("{}, {}{} UTC", vault::format_for_people(utc_seconds, offset_minutes), other_day, utc.time);
}

std::string report_day(std::int64_t utc_seconds, int offset_minutes) {
  return parts_of(utc_seconds, offset_minutes).day;
}

std::string taken_text(const std::string& taken, bool has_unread_zone) {
  const auto time = vault::parse_file_time(taken);
  if (!time) return taken;
  if (time->offset_minutes)
    return moment_text(time->local_seconds - *time->offset_minutes * kMinute, *time->offset_minutes);
  const Parts parts = parts_of(time->local_seconds, 0);
  return fmt::format("{}, {}{}", parts.day, parts.time, has_unread_zone ? say::kUnreadTimeZone : say::kNoTimeZone);
}

std::string span_text(std::int64_t seconds) {
  std::string text;
  for (const auto& [size, unit] : {std::pair(kDay, "day"), std::pair(kHour, "hour"), std::pair(kMinute, "minute"),
                                   std::pair(std::int64_t{1}, "second")}) {
    const std::int64_t count = seconds / size;
    seconds -= count * size;
    if (count > 0) text += (text.empty() ? "" : ", ") + counted(count, unit);
  }
  return text.empty() ? counted(0, "second") : text;
}

std::string length_text(std::uint64_t milliseconds) {
  if (milliseconds < 10'000) return fmt::format("{:.1f} s", static_cast<double>(milliseconds) / 1000);
  const std::uint64_t seconds = (milliseconds + 500) / 1000;
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds < 3600) return fmt::format("{} min {:02} s", seconds / 60, seconds % 60);
  return fmt::format("{} h {:02} min {:02} s", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace daybook::ui
