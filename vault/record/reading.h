#pragma once

#include <memory>
#include <variant>

#include "vault/record/reading_head.h"

namespace daybook::vault {

// A reading is what this program saw in the export of a chat, or in several exports of one chat: one line of canonical
// JSON for its head, one for each message in the order of its export, and one for each stretch of bytes that is no
// message of its own. It is a content like any other: it never changes, and what is shown or searched is derived from
// it.

/// The media type of a reading.
constexpr const char* kReadingMedia = "application/jsonl";

/// A message as a reading has it.
struct ReadMessage {
  std::uint64_t number = 0;          // from 1
  std::size_t source = 0;            // which of the head's sources it stands in
  std::uint64_t begin = 0, end = 0;  // its bytes there
  std::string from;                  // who wrote it, as written; empty where nobody is named
  std::string at;                    // when, as written
  std::optional<LocalTime> time;
  TimeRead how = TimeRead::plain;
  MessageKind kind = MessageKind::text;
  MessageFlags flags;
  std::string text;  // what a reader of the chat saw
  std::string file;  // the attachment, as the export names it
};

/// Bytes of a source that are no message of their own.
struct ReadRange {
  std::size_t source = 0;
  std::uint64_t begin = 0, end = 0;
  RangeKind what = RangeKind::not_understood;
  std::uint64_t number = 0;  // `same`: of the message of another source that they repeat; else 0
};

using ReadingLine = std::variant<ReadMessage, ReadRange>;

/// The line of a message or a range, without its end. `malformed` for anything else.
Result<ReadingLine> parse_reading_line(std::string_view line);

/// Goes through a reading line by line. Memory is bounded by the longest line, of which more than kMostLineBytes are
/// `malformed`.
class ReadingLines {
 public:
  /// From the beginning of a reading. `reading` must outlive this object.
  explicit ReadingLines(ByteSource& reading);
  /// From a line on that begins at `offset`.
  ReadingLines(ByteSource& reading, std::uint64_t offset);

  /// The head. To be called first, and only where the reading is gone through from its beginning.
  Result<ReadingHead> head();
  /// The id of the reading, once head() was called.
  const ReadingId& id() const { return m_id; }
  /// The next line, and nothing at the end.
  Result<std::optional<ReadingLine>> next();
  /// Where the line begins that next() gives next.
  std::uint64_t offset() const { return m_offset; }

 private:
  Result<std::optional<std::string_view>> next_line();
  ByteSource& m_reading;
  std::uint64_t m_offset = 0;  // of the next line
  crypto::ContentBuffer m_block{0};
  std::uint64_t m_block_at = 0;
  std::size_t m_block_size = 0;
  ReadingId m_id{};
};
/// The text of a message is at most 1 MiB, in which every byte may take six.
constexpr std::size_t kMostLineBytes = 8 << 20;

}  // namespace daybook::vault
