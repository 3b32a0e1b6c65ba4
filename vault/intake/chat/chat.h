#pragma once

#include <memory>

#include "crypto/bytes.h"
#include "vault/record/message.h"

namespace daybook::vault {

// What the export of a chat says, message by message. A reading never changes the export: it says of each byte of it to
// which message it belongs, or why it belongs to none.

/// One message. The views are good until the next call.
struct ChatMessage {
  std::size_t source = 0;            // which of the exports of a reading; a reader of one export leaves it at 0
  std::uint64_t begin = 0, end = 0;  // its bytes in the export, with the ends of its lines
  std::string_view from;             // who wrote it, as written; empty where nobody is named
  std::string_view at;               // when, as written
  std::optional<LocalTime> time;     // none: what is written is no time
  TimeRead read = TimeRead::plain;
  MessageKind kind = MessageKind::text;
  std::string_view text;  // what a reader of the chat saw
  std::string_view file;  // the attachment, as the export names it
  MessageFlags flags;
};

/// Bytes that are no message of their own.
struct ChatRange {
  std::uint64_t begin = 0, end = 0;
  RangeKind what = RangeKind::not_understood;
  std::size_t source = 0;
  std::uint64_t number = 0;  // `same`: of the message that they repeat
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

/// Reads an export line by line, as often as is wanted.
class ChatParser {
 public:
  virtual ~ChatParser() = default;
  /// What holds for all of it.
  virtual const ChatSettings& settings() const = 0;
  /// Goes to its beginning. What is read from there on goes to `reader`, without its begin(), which is the caller's.
  virtual void start(ChatReader& reader) = 0;
  /// Reads a line, by which nothing, a message or a few things are handed on. False once all was handed on. Errors are
  /// those of the export and of the reader.
  virtual Result<bool> go_on() = 0;
};

/// Reads all of an export.
inline Result<void> read_all(ChatParser& parser, ChatReader& reader) {
  TRY(reader.begin(parser.settings()));
  parser.start(reader);
  for (bool has_more = true; has_more;) {
    TRY_ASSIGN(has_more, parser.go_on());
  }
  return {};
}

}  // namespace daybook::vault
