#include "vault/record/said_when.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "vault/log/clock.h"
#include "vault/record/calendar.h"

namespace daybook::vault {
namespace {

constexpr std::string_view kReadAs = " [read as ", kEnd = "]";
constexpr std::array kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
constexpr std::array kWeekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

struct Kept {
  std::string_view words, read_as;
};

// Parts what kept_when() made of words; nothing for any other text.
std::optional<Kept> parted(std::string_view text) {
  const std::size_t at = text.rfind(kReadAs);
  if (at == std::string_view::npos || !text.ends_with(kEnd)) return std::nullopt;
  std::string_view read_as = text.substr(at + kReadAs.size());
  read_as.remove_suffix(kEnd.size());
  return Kept{text.substr(0, at), read_as};
}

// What was read when the words were kept. Nothing where the words by themselves say another time: somebody has changed
// one of the two.
WhenRead read_kept(const Kept& kept) {
  const std::vector<SaidTime> read_as = when_readings(kept.read_as, std::nullopt);
  if (read_as.size() != 1) return {};
  const std::vector<SaidTime> alone = when_readings(kept.words, std::nullopt);
  if (!alone.empty() && std::find(alone.begin(), alone.end(), read_as[0]) == alone.end()) return {};
  return {read_as};
}

std::string time_of_day(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

std::string one_day(std::int32_t day) {
  const CivilDay civil = civil_day(day);
  return fmt::format("{} {} {} {}", kWeekdays[weekday_of(day)], civil.day, kMonths[civil.month - 1], civil.year);
}

std::string several_days(std::int32_t first, std::int32_t last) {
  const CivilDay a = civil_day(first), b = civil_day(last);
  std::string from = std::to_string(a.day);
  if (a.month != b.month || a.year != b.year) from += std::string(" ") + kMonths[a.month - 1];
  if (a.year != b.year) from += " " + std::to_string(a.year);
  return fmt::format("{} to {} {} {}", from, b.day, kMonths[b.month - 1], b.year);
}

}  // namespace

LocalMoment local_moment(std::int64_t utc_seconds) {
  const std::int64_t local = utc_seconds + std::int64_t{60} * local_offset_minutes(utc_seconds);
  const std::int32_t day = local_day(utc_seconds);
  return {day, static_cast<int>((local - std::int64_t{day} * kSecondsOfDay) / 60)};
}

WhenRead read_when(std::string_view words, const std::optional<LocalMoment>& said_at) {
  if (const auto kept = parted(words)) return read_kept(*kept);
  return {when_readings(words, said_at)};
}

bool is_ahead(const WhenRead& read, const LocalMoment& now) {
  return read.is_understood() && std::all_of(read.readings.begin(), read.readings.end(),
                                             [&](const SaidTime& said) { return is_ahead(said, now); });
}

std::string said_text(const SaidTime& said) {
  const bool is_one_day = said.first == said.last;
  if (!said.from && !said.until) return is_one_day ? one_day(said.first) : several_days(said.first, said.last);
  const auto with_time = [](std::int32_t day, const std::optional<int>& minute) {
    return minute ? one_day(day) + ", " + time_of_day(*minute) : one_day(day);
  };
  if (is_one_day && said.from == said.until) return with_time(said.first, said.from);
  if (is_one_day && said.from && said.until)
    return with_time(said.first, said.from) + " to " + time_of_day(*said.until);
  return with_time(said.first, said.from) + " to " + with_time(said.last, said.until);
}

std::string kept_when(std::string_view words, const SaidTime& said) {
  const WhenRead alone = read_when(words, std::nullopt);
  if (alone.time() != nullptr && *alone.time() == said) return std::string(words);
  return std::string(words) + std::string(kReadAs) + said_text(said) + std::string(kEnd);
}

std::string kept_when(std::string_view words, const LocalMoment& said_at) {
  const WhenRead read = read_when(words, said_at);
  return read.time() != nullptr && !is_ahead(read, said_at) ? kept_when(words, *read.time()) : std::string(words);
}

std::string_view own_words(std::string_view kept) {
  const auto known = parted(kept);
  return known && read_kept(*known).time() != nullptr ? known->words : kept;
}

}  // namespace daybook::vault
