#pragma once

#include <map>

#include "ui/model/session.h"
#include "ui/model/text_input.h"
#include "vault/record/copies_made.h"
#include "vault/record/said_when.h"

namespace daybook::ui {

/// A note about the item that is shown, with the text of its newest version.
struct NoteText {
  vault::Item item;
  std::string text;
  bool text_is_cut = false;
};

struct ItemState {
  vault::ItemNumber number{};
  bool is_loading = true;
  std::optional<vault::Item> item;
  std::string text;  // of words or of a note, or the beginning of a file that is text
  bool is_text = false;
  bool text_is_cut = false;
  bool looks_like_chat = false;                  // the file may be an export that can be read as a conversation
  std::vector<vault::ItemNumber> conversations;  // that were read from it, or from the export that it came out of
  std::vector<NoteText> notes;
  std::vector<vault::CopyMade> copies;  // in which the item went, newest first
  bool is_uncovered = false;            // the picture is shown although pictures are covered
  enum class Check { not_yet, running, matches, differs, unreadable } check = Check::not_yet;
  std::optional<std::size_t> question;  // the question that is being answered, as an index into questions()
  std::string question_error;           // why the answer was not taken
  bool asks_to_remove = false;
};

struct ItemForm {
  TextInput answer, new_tag;
  bool shows_tags = false;
};

/// The last answer to each question since the record was opened, by the question's id. The next item offers it as "same
/// as last time".
using LastAnswers = std::map<std::string, std::string>;

struct OpenItem {
  vault::ItemNumber item;
};
struct CheckItem {};
struct UncoverPicture {};
struct AskToRemove {
  bool asks;
};
struct RemoveItem {};
struct AskQuestion {
  std::optional<std::size_t> question;  // an index into questions(); none: no more questions for now
};
struct AnswerQuestion {
  std::string answer;
  std::optional<vault::SaidTime> means = {};  // which of the times that the words can mean
  bool names_no_time = false;                 // she is not sure which of them: only her words are kept
};
struct ToggleTag {
  std::string tag;
};

/// Shows one item with what is known of it, and keeps what the keeper says of it.
class ItemArea {
 public:
  using Takes = std::variant<OpenItem, CheckItem, UncoverPicture, AskToRemove, RemoveItem, AskQuestion, AnswerQuestion,
                             ToggleTag>;

  ItemArea(Session& session, ItemState& state, ItemForm& form, LastAnswers& last)
      : m_session(session), m_state(state), m_form(form), m_last(last) {}

  void on(const OpenItem& open) { show(open.item); }
  void on(const CheckItem&) { check(); }
  void on(const UncoverPicture&) { m_state.is_uncovered = !m_state.is_uncovered; }
  void on(const AskToRemove& ask_first) { m_state.asks_to_remove = ask_first.asks; }
  void on(const RemoveItem&);
  void on(const AskQuestion& next) { ask(next.question); }
  void on(const AnswerQuestion& given);
  void on(const ToggleTag& toggled);
  void on(const ItemKept& kept);
  void on(const ItemsAnswered& answered);
  void on(const ItemsGone& gone);
  void on(const CopiesChanged&);

 private:
  void show(vault::ItemNumber number);
  void load(vault::ItemNumber number);
  void check();
  void ask(std::optional<std::size_t> question);
  void show_known_answer();
  void answer(vault::Answers answers);

  Session& m_session;
  ItemState& m_state;
  ItemForm& m_form;
  LastAnswers& m_last;
};

}  // namespace daybook::ui
