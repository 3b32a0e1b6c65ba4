#pragma once

#include <array>
#include <map>

#include "vault/record/source_overlap.h"
#include "vault/store/database.h"

namespace daybook::vault {

class Record;

// The outline of a conversation is derived from its newest reading, so that any part of a long one is shown without
// reading all of it: where every 64th message begins, and what there is to say of each such block. It is never exported
// and never carried over; it is made anew.

/// What is counted and told in plain words: it is never judged.
enum class MessageMark {
  deleted,
  edited,
  call,
  attachment,      // the export names a file
  no_time,         // what stands where its time belongs is none
  unclear_time,    // day and month could change places, and nothing says which is which
  out_of_order,    // its time is before that of the message before it
  looks_forged,    // a line in it looks like the header of a message
  not_understood,  // it, or a part of it
  same_time,       // it bears the time of many others, which may be that of a moment of copying
  silence,         // at least one whole day before it has no message
  // What only all exports together tell (Outline::not_repeated):
  missing_later,  // a later export that covers it has nothing in its place
  other_later,    // a later export that covers it has something else in its place
};
constexpr std::size_t kMessageMarks = 13;
/// So many of them, the first ones, are told by a message and the time of the one before it.
constexpr std::size_t kMarksOfMessage = 11;
/// The name of each in --json: `out-of-order`.
std::string_view to_text(MessageMark mark);
/// The bit of a mark in MessageBlock::marks, which has none of what only all exports together tell.
constexpr std::uint32_t mark_bit(MessageMark mark) { return 1u << static_cast<unsigned>(mark); }

/// How many whole days without a message lie between a message and the one before it. 0 where a time is not known, and
/// where it goes back.
std::uint64_t silent_days(const std::optional<LocalTime>& before, const std::optional<LocalTime>& time);
/// The marks of a message, but for what only all exports together tell. `before` is the time of the message before it,
/// where that is known.
std::vector<MessageMark> marks_of(const ReadMessage& message, const std::optional<LocalTime>& before);

/// How many messages in a row one block has.
constexpr std::uint64_t kMessagesInBlock = 64;

struct MessageBlock {
  std::uint64_t first = 0;                       // number of its first message
  std::uint64_t line_at = 0;                     // where the line of that message begins in the reading
  std::optional<std::int64_t> earliest, latest;  // of its messages' times, in seconds as LocalTime has them
  std::uint32_t marks = 0;                       // a bit for every MessageMark that one of its messages has

  bool operator==(const MessageBlock&) const = default;
};

struct Outline {
  std::uint64_t messages = 0;
  std::optional<std::int64_t> earliest, latest;
  std::map<std::string, std::uint64_t> senders;  // messages by sender, for the first kMostSenders of them
  std::uint64_t of_other_senders = 0;
  std::array<std::uint64_t, kMessageMarks> marks{};  // messages with each mark
  std::uint64_t bytes_not_understood = 0;            // of the export: those that belong to no message and are not blank
  // The longest stretch of whole days without a message, and the message behind it. 0 and 0: there is none.
  std::uint64_t longest_silence_days = 0, longest_silence_before = 0;
  std::vector<SourceOverlap> sources;     // of each export, where the reading is made of several
  std::vector<NotRepeated> not_repeated;  // of these exports, by message
  std::vector<MessageBlock> blocks;

  bool operator==(const Outline&) const = default;
  std::uint64_t with(MessageMark mark) const { return marks[static_cast<std::size_t>(mark)]; }
  /// The messages that have one of the marks that only all exports together tell, ascending; none for other marks.
  std::vector<std::uint64_t> told_by_exports(MessageMark mark) const;
};
/// A group has at most 1,024 people. Beyond that, what an export calls senders is hardly that.
constexpr std::size_t kMostSenders = 2048;

/// Makes an outline message by message, in the order of the reading.
class OutlineMaker {
 public:
  /// `sources` is how many exports the reading has.
  explicit OutlineMaker(std::size_t sources) : m_overlaps(sources) {}
  /// `line_at` is where the line of the message begins in the reading.
  void add(const ReadMessage& message, std::uint64_t line_at);
  void add(const ReadRange& range);
  Outline finish();

 private:
  Outline m_outline;
  OverlapFinder m_overlaps;
  std::optional<LocalTime> m_before;
};

/// The outline of a reading. `malformed` where it is none.
Result<Outline> outline_of(ByteSource& reading);
/// Puts an outline in place of what a conversation had, within the caller's transaction.
Result<void> store_outline(Database& database, ItemNumber conversation, const Outline& outline);
/// The same from the newest reading of a conversation.
Result<void> renew_outline(Record& record, ItemNumber conversation);
/// Takes it away, within the caller's transaction. An item without one is no error.
Result<void> forget_outline(Database& database, ItemNumber item);
/// What is stored of a conversation, without its blocks. `damaged` where there is none.
Result<Outline> load_outline(Database& database, ItemNumber conversation);

}  // namespace daybook::vault
