#pragma once

#include <cstdint>
#include <string>

namespace daybook::ui {

// All times of the report have one form, with the zone: `2 January 2026, 08:20:00 (+01:00), 07:20:00 UTC`. Seconds are
// since 1970 UTC.

/// A moment of the keeper's computer: local time, its difference from UTC, and UTC. Where UTC has another day, that
/// stands there too.
std::string moment_text(std::int64_t utc_seconds, int offset_minutes);
/// A moment of which only UTC is known: `2 January 2026, 07:20:00 UTC`.
std::string utc_text(std::int64_t utc_seconds);
/// The day of a moment, by the clock that had this difference from UTC: `2 January 2026`.
std::string report_day(std::int64_t utc_seconds, int offset_minutes);
/// When a file says that it was taken or made (vault/record/file_facts.h). Where the zone is missing or cannot be read,
/// the text says so.
std::string taken_text(const std::string& taken, bool has_unread_zone = false);
/// A span of time in words: `10 days, 2 hours, 3 seconds`.
std::string span_text(std::int64_t seconds);
/// The length of sound or film: `1 h 02 min 03 s`, `4.2 s` under ten seconds.
std::string length_text(std::uint64_t milliseconds);

}  // namespace daybook::ui
