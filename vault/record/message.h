#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/bytes.h"

namespace daybook::vault {

// What a reading says of a message: words that the grammar of readings has (vault/bundle/format.md), and a type for
// each.

/// What a message is, as far as its export says so. `unknown` is what has a header and is not understood.
enum class MessageKind { text, media, call, deleted, edited, system, location, contact, poll, unknown };
/// The name of each, as a reading has it.
std::string_view to_text(MessageKind kind);
/// The kind of this name, or nothing. So it is with the other functions that begin with parse.
std::optional<MessageKind> parse_message_kind(std::string_view text);

/// The order in which a date is written.
enum class DateOrder { day_month_year, month_day_year, year_month_day };
/// `dmy`, `mdy`, `ymd`.
std::string_view to_text(DateOrder order);
std::optional<DateOrder> parse_date_order(std::string_view text);

/// Who says in which order the dates of an export are written: the keeper, the export itself, or nobody.
enum class OrderBy { asked, found, assumed };
std::string_view to_text(OrderBy by);
std::optional<OrderBy> parse_order_by(std::string_view text);

/// How the time of a message was read, where another reading is possible.
enum class TimeRead {
  plain,      // in one way
  order,      // day and month could change places, and the order of the export's dates says which is which
  ambiguous,  // day and month could change places, and nothing says which is which
};
/// Empty for a time that was read in one way, which a reading does not say.
std::string_view to_text(TimeRead read);
std::optional<TimeRead> parse_time_read(std::string_view text);

/// A time as a telephone showed it when the export was made. Its zone stands nowhere.
struct LocalTime {
  std::int64_t seconds = 0;  // since 1970 by that clock, to the minute or the second
  bool has_seconds = false;

  bool operator==(const LocalTime&) const = default;
};
/// `2025-05-03T22:58` or `2025-05-03T22:58:10`.
std::string to_text(const LocalTime& time);
/// Appends the same.
void append_time(const LocalTime& time, std::string& text);
std::optional<LocalTime> parse_local_time(std::string_view text);

/// What makes a message one to look at twice.
struct MessageFlags {
  bool looks_forged = false;         // a line in it looks like the header of a message
  bool is_out_of_order = false;      // its time is before that of the message before it
  bool is_not_understood = false;    // a part of it is not what such an export holds
  bool is_in_same_time_run = false;  // it bears the time of many others, which may be that of a moment of copying
};
/// Sets the flag of this name. False when there is none.
bool set_flag(MessageFlags& flags, std::string_view name);
/// The names of the flags that are set, sorted.
std::vector<std::string_view> flag_names(const MessageFlags& flags);

/// Why bytes are no message of their own. `same`: they repeat a message of another export byte for byte. A notice of
/// the program with a time of its own is a message (`system`), so that it can be shown and cited like any.
enum class RangeKind { blank, not_understood, same };
std::string_view to_text(RangeKind kind);
std::optional<RangeKind> parse_range_kind(std::string_view text);

}  // namespace daybook::vault
