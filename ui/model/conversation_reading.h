#pragma once

#include "vault/record/notes_on_messages.h"
#include "vault/record/said_when.h"
#include "vault/record/tags_on_messages.h"

namespace daybook::ui {

// What the screen of a conversation is read from. Everything here runs on the thread of the record.

/// A message as the screen shows it.
struct ShownMessage {
  vault::ReadMessage said;                 // its text cut where `is_cut`
  bool is_cut = false;                     // more than kMostOfMessage bytes of text stand in the export
  std::optional<vault::LocalTime> before;  // the time of the message before it
  std::vector<std::string> of_exports;     // what other exports have in its place, in words
};
/// The most bytes of one message that are shown: somebody may have pasted a book into one.
constexpr std::size_t kMostOfMessage = 8 << 10;

/// A note beside messages, with the beginning of its newest words.
struct NoteOnMessages {
  vault::MessageNote place;
  std::int64_t written_at = 0;  // this computer's clock, seconds since 1970 UTC
  std::string text;
  bool is_cut = false;
};

/// A date of the export in which day and month could change places, and the two days that it can be.
struct UnclearDate {
  std::string written;            // as the export has it
  vault::LocalTime read, turned;  // as it was read, and with day and month changed
  vault::DateOrder read_in, turned_in;
};

/// A conversation as it is opened, without its messages.
struct LoadedConversation {
  vault::Conversation conversation;
  std::vector<std::string> completeness;  // how complete it is, one sentence each
  std::vector<NoteOnMessages> notes;      // by the last message that each is beside
  std::size_t notes_not_placed = 0;       // beside messages that the newest reading does not have
  vault::TagsOnMessages tags;
  std::optional<UnclearDate> unclear;  // none: every date is clear, or she has said what it is
};
/// Errors are those of vault::open_conversation().
Result<LoadedConversation> load_conversation(vault::Record& record, vault::ItemNumber number);

/// Messages from number `first` on, at most `count`. Errors are those of vault::read_messages().
Result<std::vector<ShownMessage>> read_shown(vault::Record& record, const vault::Conversation& conversation,
                                             std::uint64_t first, std::uint64_t count);

/// How much of a conversation can go into a copy, where some messages are chosen.
struct ShareOffer {
  vault::MessageRun chosen;
  std::vector<vault::MessageRun> days;                  // all messages of the days of the chosen ones
  std::optional<vault::LocalTime> first_day, last_day;  // a time of the first of those days, and of the last
  bool cuts_days() const { return days != std::vector{chosen}; }
};
Result<ShareOffer> offer_to_share(vault::Record& record, const vault::Conversation& conversation,
                                  const vault::MessageRun& chosen);

/// What came of looking for a day.
struct FoundDay {
  enum class Meant { one_day, several, nothing } meant = Meant::one_day;  // by the words
  std::uint64_t message = 0;  // the first one of that day or of a later one; 0: there is none
  bool is_later = false;
  std::optional<vault::SaidTime> taken_as;  // where the conversation says which day the words mean
};
/// Looks for the first message of the days that somebody says in words at a moment. Where these can mean several days,
/// or leave the year open, they mean the one among which the conversation has messages, if there is one such day.
Result<FoundDay> find_day(vault::Record& record, const vault::Conversation& conversation, const std::string& words,
                          const std::optional<vault::LocalMoment>& now);

/// Looks for the next message with a mark behind message `number`, and from the last of them for the first. 0: there is
/// none.
Result<std::uint64_t> next_marked(vault::Record& record, const vault::Conversation& conversation,
                                  vault::MessageMark mark, std::uint64_t number);

}  // namespace daybook::ui
