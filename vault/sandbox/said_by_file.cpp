#include "vault/sandbox/said_by_file.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace daybook::sandbox {
namespace {

constexpr std::size_t kTimeSize = std::string_view("2024-06-03T20:15:00").size();
constexpr std::size_t kZoneSize = std::string_view("+02:00").size();
constexpr int kMostZoneMinutes = 14 * 60;
constexpr double kPartsOfDegree = 1e7;
constexpr std::uint64_t kIsOfFile = 1, kHasUnreadZone = 2, kHoldsPlace = 4, kHasPlace = 8;

// The number that a text of figures alone says, or -1.
int figures(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_of(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

bool is_of_calendar(int year, int month, int day) {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\0')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.remove_suffix(1);
  return text;
}

// Takes a fraction of a second from the front.
void drop_fraction(std::string_view& text) {
  if (text.size() < 2 || text[0] != '.' || figures(text.substr(1, 1)) < 0) return;
  text.remove_prefix(1);
  while (!text.empty() && figures(text.substr(0, 1)) >= 0) text.remove_prefix(1);
}

// Whether what stands behind a time is nothing, or has the signs of a zone.
bool may_be_zone(std::string_view text) {
  text = without_blanks(text);
  if (text.empty() || text == "Z") return true;
  return (text[0] == '+' || text[0] == '-') && text.find_first_not_of("0123456789:", 1) == std::string_view::npos;
}

// The time at the front of a text with these separators, as SaidByFile has it, or an empty text.
std::string time_at_front(std::string_view text, std::string_view separators) {
  if (text.size() < kTimeSize || text[4] != separators[0] || text[7] != separators[0] || text[10] != separators[1] ||
      text[13] != ':' || text[16] != ':')
    return "";
  const int hour = figures(text.substr(11, 2)), minute = figures(text.substr(14, 2)),
            second = figures(text.substr(17, 2));
  const bool is_time =
      is_of_calendar(figures(text.substr(0, 4)), figures(text.substr(5, 2)), figures(text.substr(8, 2))) && hour >= 0 &&
      hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  if (!is_time) return "";
  std::string time(text.substr(0, kTimeSize));
  time[4] = time[7] = '-';
  time[10] = 'T';
  return time;
}

bool is_taken(std::string_view text) {
  if (time_at_front(text, "-T").empty()) return false;
  const std::string_view zone = text.substr(kTimeSize);
  return zone.empty() || (zone.size() == kZoneSize && read_zone(zone).text == zone);
}

}  // namespace

SaidZone read_zone(std::string_view text) {
  text = without_blanks(text);
  if (text.find_first_not_of(" 0:") == std::string_view::npos) return {};
  if (text == "Z") return {SaidZone::State::understood, "+00:00"};
  const SaidZone unknown{SaidZone::State::not_understood, ""};
  const bool has_colon = text.size() == kZoneSize && text[3] == ':';
  if ((text[0] != '+' && text[0] != '-') || !(has_colon || text.size() == 5 || text.size() == 3)) return unknown;
  const int hours = figures(text.substr(1, 2));
  const int minutes = text.size() == 3 ? 0 : figures(text.substr(has_colon ? 4 : 3));
  if (hours < 0 || minutes < 0 || minutes >= 60 || hours * 60 + minutes > kMostZoneMinutes) return unknown;
  char zone[16];
  std::snprintf(zone, sizeof zone, "%c%02d:%02d", text[0], hours, minutes);
  return {SaidZone::State::understood, zone};
}

void read_time(std::string_view text, std::string_view separators, std::string_view zone, SaidByFile& said) {
  text = without_blanks(text);
  said.taken = time_at_front(text, separators);
  said.has_unread_zone = false;
  if (said.taken.empty()) return;
  text.remove_prefix(kTimeSize);
  drop_fraction(text);
  if (!may_be_zone(text)) {
    said.taken.clear();
    return;
  }
  const SaidZone behind = read_zone(text), apart = read_zone(zone);
  using State = SaidZone::State;
  const bool is_both = behind.state == State::understood && apart.state == State::understood;
  if (is_both && behind.text != apart.text) {
    said.has_unread_zone = true;  // one of the two is wrong, and nobody can tell which
  } else if (apart.state == State::understood || behind.state == State::understood) {
    said.taken += apart.state == State::understood ? apart.text : behind.text;
  } else {
    said.has_unread_zone = apart.state == State::not_understood || behind.state == State::not_understood;
  }
}

std::string time_of_seconds(std::int64_t seconds) {
  constexpr std::int64_t kDay = 24 * 3600, kMost = 253'402'300'799;  // the last second of 9999
  if (seconds < 0 || seconds > kMost) return "";
  std::int64_t days = seconds / kDay;
  const std::int64_t rest = seconds % kDay;
  int year = 1970, month = 1;
  for (; days >= (is_leap(year) ? 366 : 365); ++year) days -= is_leap(year) ? 366 : 365;
  for (; days >= days_of(year, month); ++month) days -= days_of(year, month);
  char text[80];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d+00:00", year, month, static_cast<int>(days + 1),
                static_cast<int>(rest / 3600), static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
  return text;
}

std::optional<SaidPlace> place_of(double latitude, double longitude) {
  const bool is_on_earth = std::abs(latitude) <= 90 && std::abs(longitude) <= 180;  // false for what is no number too
  if (!is_on_earth || (latitude == 0 && longitude == 0)) return std::nullopt;
  return SaidPlace{static_cast<std::int32_t>(std::lround(latitude * kPartsOfDegree)),
                   static_cast<std::int32_t>(std::lround(longitude * kPartsOfDegree))};
}

void Places::hold(std::optional<SaidPlace> place, bool is_of_whole) {
  m_is_held = true;
  if (!place) return;
  // The spellings of one place are rounded to some ten metres.
  constexpr std::int64_t kNear = 2'000;
  const auto is_far = [](std::int64_t one, std::int64_t other) { return std::abs(one - other) > kNear; };
  if (m_first)
    m_differ |= is_far(m_first->latitude, place->latitude) || is_far(m_first->longitude, place->longitude);
  else
    m_first = place;
  if (is_of_whole && !m_first_of_whole) m_first_of_whole = place;
}

void Places::tell(SaidByFile& said) const {
  said.holds_place = m_is_held;
  said.place = m_differ ? std::nullopt : m_first_of_whole;
}

void pack(Packer& members, const SaidByFile& said) {
  const std::uint64_t flags = (said.is_of_file ? kIsOfFile : 0) | (said.has_unread_zone ? kHasUnreadZone : 0) |
                              (said.holds_place ? kHoldsPlace : 0) | (said.place ? kHasPlace : 0);
  const SaidPlace place = said.place.value_or(SaidPlace{});
  members.text(said.taken).number(flags);
  members.number(static_cast<std::uint32_t>(place.latitude)).number(static_cast<std::uint32_t>(place.longitude));
}

SaidByFile unpack_said(Unpacker& members) {
  SaidByFile said;
  said.taken = members.text(kTimeSize + kZoneSize);
  const std::uint64_t flags = members.number(kIsOfFile | kHasUnreadZone | kHoldsPlace | kHasPlace);
  const auto latitude = static_cast<std::int32_t>(members.number(0xffffffff)),
             longitude = static_cast<std::int32_t>(members.number(0xffffffff));
  if (!is_taken(said.taken)) said.taken.clear();
  said.is_of_file = (flags & kIsOfFile) != 0 && !said.taken.empty();
  said.has_unread_zone = (flags & kHasUnreadZone) != 0 && said.taken.size() == kTimeSize;
  if ((flags & kHasPlace) != 0) said.place = place_of(latitude / kPartsOfDegree, longitude / kPartsOfDegree);
  said.holds_place = (flags & kHoldsPlace) != 0 || said.place.has_value();
  return said;
}

}  // namespace daybook::sandbox
