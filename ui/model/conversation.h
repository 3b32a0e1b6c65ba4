#pragma once

#include "ui/model/conversation_state.h"
#include "ui/model/session.h"

namespace daybook::ui {

/// Shows a conversation: brings its messages piece by piece as they are seen, with the notes beside them.
class ConversationArea {
 public:
  using Takes = std::variant<OpenConversation, NeedMessages, ChooseMessages, FindInConversation, JumpToDate, GoToMarked,
                             LookBeside, AskHowMuch, LeaveHowMuch, ChooseMe>;

  ConversationArea(Session& session, ConversationState& state, ConversationForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  void on(const OpenConversation& wanted) { open(wanted); }
  void on(const NeedMessages& need);
  void on(const ChooseMessages& chosen);
  void on(const FindInConversation& wanted) { find(wanted.forwards); }
  void on(const JumpToDate&);
  void on(const GoToMarked& wanted);
  void on(const LookBeside& look);
  void on(const AskHowMuch&);
  void on(const LeaveHowMuch&) { m_state.offer.reset(); }
  void on(const ChooseMe& me);
  void on(const ChatRead& read);
  void on(const MessageFound& found) {
    if (found.conversation == m_state.number) go_to(found.message);
  }
  void on(const ItemKept& kept);
  void on(const ItemsAnswered& answered);
  void on(const ItemsGone& gone);
  void on(const ScreenLeft& left);
  void on(const RecordCloses&);

 private:
  void clear();
  void load();
  void loaded(LoadedConversation from);
  void read_missing();
  void look_beside();
  void open(const OpenConversation& wanted);
  void find(bool forwards);
  void seek(std::uint64_t from, bool forwards);
  void go_to_hit(bool forwards);
  void go_to(std::uint64_t message);

  Session& m_session;
  ConversationState& m_state;
  ConversationForm& m_form;
  NeedMessages m_need{1, 0};           // what was asked for last
  std::optional<Banner> m_about_file;  // the question what becomes of the file outside, while messages are shown
  std::optional<vault::ItemNumber> m_wanted_note;
  std::uint64_t m_wanted_message = 0;
  std::optional<std::int32_t> m_day;  // that is on the screen
  // Only one piece is read at a time, and one day is looked at, so that nothing queues up while she scrolls.
  bool m_is_reading = false, m_is_looking = false;
  std::uint64_t m_searches = 0;
  // The messages that were chosen last in other conversations, and the readings that have them.
  std::map<vault::ItemNumber, std::pair<vault::ReadingId, std::uint64_t>> m_left_at;
};

}  // namespace daybook::ui
