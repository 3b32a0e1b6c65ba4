#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace daybook::vault {

// What the export of a chat says, message by message. A reading never changes the export: it says of each byte of it to
// which message it belongs, or why it belongs to none.

/// What a message is, as far as its export says so. `unknown` is what has a header and is not understood.
enum class MessageKind { text, media, call, deleted, edited, system, location, contact, poll, unknown };
/// The name of each, as a reading has it.
std::string_view to_text(MessageKind kind);

/// The order in which a date is written.
enum class DateOrder { day_month_year, month_day_year, year_month_day };
/// `dmy`, `mdy`, `ymd`.
std::string_view to_text(DateOrder order);
/// The one of this name, or nothing.
std::optional<DateOrder> parse_date_order(std::string_view text);

/// Who says in which order the dates of an export are written: the keeper, the export itself, or nobody.
enum class OrderBy { asked, found, assumed };
std::string_view to_text(OrderBy by);

/// How the time of a message was read, where another reading is possible.
enum class TimeRead {
  plain,      // in one way
  order,      // day and month could change places, and the order of the export's dates says which is which
  ambiguous,  // day and month could change places, and nothing says which is which
};
std::string_view to_text(TimeRead read);

/// A time as a telephone showed it when the export was made. Its zone stands nowhere.
struct LocalTime {
  std::int64_t seconds = 0;  // since 1970 by that clock, to the minute or the second
  bool has_seconds = false;
};
/// `2025-05-03T22:58` or `2025-05-03T22:58:10`.
std::string to_text(const LocalTime& time);
/// Appends the same.
void append_time(const LocalTime& time, std::string& text);

/// One message. The views are good until the next call.
struct ChatMessage {
  std::uint64_t begin = 0, end = 0;  // its bytes in the export, with the ends of its lines
  std::string_view from;             // who wrote it, as written; empty where nobody is named
  std::string_view at;               // when, as written
  std::optional<LocalTime> time;     // none: what is written is no time
  TimeRead read = TimeRead::plain;
  MessageKind kind = MessageKind::text;
  std::string_view text;             // what a reader of the chat saw
  std::string_view file;             // the attachment, as the export names it
  bool looks_forged = false;         // a line in it looks like the header of a message
  bool is_out_of_order = false;      // its time is before that of the message before it
  bool is_not_understood = false;    // a part of it is not what such an export holds
  bool is_in_same_time_run = false;  // it bears the time of many others, which may be that of a moment of copying
};

/// Why bytes belong to no message. A notice of the program with a time of its own is a message (`system`), so that it
/// can be shown and cited like any.
enum class RangeKind { blank, not_understood };
std::string_view to_text(RangeKind kind);
struct ChatRange {
  std::uint64_t begin = 0, end = 0;
  RangeKind what = RangeKind::not_understood;
};

/// What holds for all of a reading.
struct ChatSettings {
  DateOrder order = DateOrder::day_month_year;
  OrderBy order_by = OrderBy::assumed;
};

/// Gets what is read, in the order of the export: first what holds for all of it. Messages and ranges together cover
/// it, each byte once. An error ends the reading.
class ChatReader {
 public:
  virtual ~ChatReader() = default;
  virtual Result<void> begin(const ChatSettings& settings) = 0;
  virtual Result<void> message(const ChatMessage& message) = 0;
  virtual Result<void> range(const ChatRange& range) = 0;
};

}  // namespace daybook::vault
