#pragma once

#include <map>

#include "ui/model/conversation_reading.h"
#include "ui/model/session.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

struct ConversationState {
  vault::ItemNumber number{};
  bool is_loading = true;
  std::shared_ptr<const vault::Conversation> conversation;  // null: it is not there yet, or cannot be read
  std::vector<std::string> completeness;                    // how complete it is, one sentence each
  std::map<std::uint64_t, ShownMessage> read;               // the messages that are held, by number
  std::vector<NoteOnMessages> notes;                        // by the last message that each is beside
  std::size_t notes_not_placed = 0;                         // beside messages that the newest reading does not have
  std::optional<UnclearDate> unclear;                       // none: every date is clear, or she has said what it is
  std::uint64_t revision = 0;                               // grows with each conversation and reading that is opened

  // The chosen messages are those between these two, with them. `caret` moves, `anchor` stays while Shift is held.
  std::uint64_t anchor = 1, caret = 1;
  std::uint64_t moves = 0;  // grows when the screen has to go to `caret`

  std::string sought;               // the words that were looked for last
  std::vector<std::uint64_t> hits;  // the messages that have them
  bool is_seeking = false;
  bool has_gone_round = false;  // the search went on at the other end
  std::string told;             // what came of looking for a day; empty where there is nothing to say

  std::uint64_t first_chosen() const { return std::min(anchor, caret); }
  std::uint64_t last_chosen() const { return std::max(anchor, caret); }
};

struct ConversationForm {
  enum class Looks { none, words, date } looks_for = Looks::none;  // which field is open
  TextInput find, date;
  bool shows_more = false;      // all that is said of how complete it is
  bool knows_me = false;        // she does not say now which sender she is
  bool asks_me = false;         // she wants to say another one
  bool asks_for_order = false;  // what a date means is asked without being unfolded
  bool shows_all_names = false;
};

struct OpenConversation {
  vault::ItemNumber item;
  std::string find = {};                       // words to look for at once; may be empty
  std::optional<vault::ItemNumber> note = {};  // beside the messages that are gone to at once
};
struct NeedMessages {
  std::uint64_t first, count;
};
struct ChooseMessages {
  std::uint64_t anchor, caret;
};
struct FindInConversation {
  bool forwards;
};
struct JumpToDate {};  // to the first message of the day that stands in the field
struct ChooseMe {
  std::string name;  // as written in the export
};

/// Shows a conversation: brings its messages piece by piece as they are seen, with the notes beside them.
class ConversationArea {
 public:
  using Takes = std::variant<OpenConversation, NeedMessages, ChooseMessages, FindInConversation, JumpToDate, ChooseMe>;

  ConversationArea(Session& session, ConversationState& state, ConversationForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  void on(const OpenConversation& wanted) { open(wanted); }
  void on(const NeedMessages& need);
  void on(const ChooseMessages& chosen);
  void on(const FindInConversation& wanted) { find(wanted.forwards); }
  void on(const JumpToDate&);
  void on(const ChooseMe& me);
  void on(const ChatRead& read);
  void on(const ItemKept& kept);
  void on(const ItemsAnswered& answered);
  void on(const ItemsGone& gone);
  void on(const RecordCloses&) { clear(); }

 private:
  void clear();
  void load();
  void loaded(LoadedConversation from);
  void read_missing();
  void open(const OpenConversation& wanted);
  void find(bool forwards);
  void seek(std::uint64_t from, bool forwards);
  void go_to_hit(bool forwards);
  void go_to(std::uint64_t message);

  Session& m_session;
  ConversationState& m_state;
  ConversationForm& m_form;
  NeedMessages m_need{1, 0};  // what was asked for last
  std::optional<vault::ItemNumber> m_wanted_note;
  bool m_is_reading = false;  // only one piece is read at a time, so that nothing queues up while she scrolls
  std::uint64_t m_searches = 0;
};

}  // namespace daybook::ui
