#pragma once

#include <map>

#include "ui/model/conversation_reading.h"
#include "ui/model/text_input.h"
#include "vault/record/beside_day.h"

namespace daybook::ui {

// What a person sees of a conversation and does there (ui/model/conversation.h).

struct ConversationState {
  vault::ItemNumber number{};
  bool is_loading = true;
  std::shared_ptr<const vault::Conversation> conversation;  // null: it is not there yet, or cannot be read
  std::vector<std::string> completeness;                    // how complete it is, one sentence each
  std::map<std::uint64_t, ShownMessage> read;               // the messages that are held, by number
  std::vector<NoteOnMessages> notes;                        // by the last message that each is beside
  std::size_t notes_not_placed = 0;                         // beside messages that the newest reading does not have
  vault::TagsOnMessages tags;
  std::optional<UnclearDate> unclear;  // none: every date is clear, or she has said what it is
  std::uint64_t revision = 0;          // grows with each conversation and reading that is opened

  // The chosen messages are those between these two, with them. `caret` moves, `anchor` stays while Shift is held.
  std::uint64_t anchor = 1, caret = 1;
  std::uint64_t moves = 0;  // grows when the screen has to go to `caret`

  std::string sought;               // the words that were looked for last
  std::vector<std::uint64_t> hits;  // the messages that have them
  bool is_seeking = false;
  bool has_gone_round = false;      // the search went on at the other end
  std::string told;                 // what came of looking for a day; empty where there is nothing to say
  std::optional<ShareOffer> offer;  // she wants to share, and has not said how much

  // What else the record has from the day that is on the screen; none as long as it is not known.
  struct Beside {
    std::int32_t day = 0;  // since 1 January 1970
    vault::BesideDay found;
  };
  std::optional<Beside> beside;

  std::uint64_t first_chosen() const { return std::min(anchor, caret); }
  std::uint64_t last_chosen() const { return std::max(anchor, caret); }
};

struct ConversationForm {
  enum class Looks { none, words, date, marks } looks_for = Looks::none;  // what is open above the messages
  TextInput find, date;
  std::optional<vault::MessageMark> mark;  // of the messages that are gone to one by one; none: their file is not here
  bool shows_more = false;                 // all that is said of how complete it is
  bool knows_me = false;                   // she does not say now which sender she is
  bool asks_me = false;                    // she wants to say another one
  bool asks_for_order = false;             // what a date means is asked without being unfolded
  bool shows_all_names = false;
  bool shows_tags = false;  // the tags of the chosen messages, to be changed
  TextInput new_tag;
  bool shows_beside = false;  // what else is kept of the day, where it has no column of its own
};

struct OpenConversation {
  vault::ItemNumber item;
  std::string find = {};                       // words to look for at once; may be empty
  std::optional<vault::ItemNumber> note = {};  // beside the messages that are gone to at once
  std::uint64_t message = 0;                   // to go to at once; 0: the first
};
struct NeedMessages {
  std::uint64_t first, count;
};
/// Goes to the next message with a mark, behind the chosen one, and from the last of them to the first.
struct GoToMarked {
  vault::MessageMark mark;
};
struct ChooseMessages {
  std::uint64_t anchor, caret;
};
struct FindInConversation {
  bool forwards;
};
/// Looks for what else is kept of a day (since 1 January 1970).
struct LookBeside {
  std::int32_t day;
};
struct JumpToDate {};  // to the first message of the day that stands in the field
/// Asks how much of the conversation goes into a copy.
struct AskHowMuch {};
struct LeaveHowMuch {};
struct ChooseMe {
  std::string name;  // as written in the export
};

}  // namespace daybook::ui
