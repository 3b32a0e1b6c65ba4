#pragma once

#include "ui/model/session.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

struct AddState {
  enum class Kind { words, note, picture };
  Kind kind = Kind::words;
  std::shared_ptr<const Bytes> picture;  // its bytes, as they were pasted or taken of the screen
  vault::ItemNumber picture_number{};  // its key in PicturesState, below zero, which no item has
  bool is_uncovered = false;
  bool is_of_screen = false;
  std::optional<vault::ItemNumber> about;
  std::optional<vault::ItemNumber> rewrites;  // the note that gets a new version
  bool was_pasted = false;
  bool is_saving = false;
  bool wants_empty_clipboard = false;  // asks the window, which has the clipboard, to empty it
};

struct AddForm {
  TextInput text;
};

/// True when nothing was typed or pasted yet that could be saved.
bool is_empty(const AddState& add, const AddForm& form);

struct BeginAdding {
  AddState::Kind kind;
  std::optional<vault::ItemNumber> about;
};
struct RewriteNote {
  vault::ItemNumber note;
  std::string text;  // of its newest version
};
struct PasteWords {
  std::string text;
};
struct PastePicture {
  std::shared_ptr<const Bytes> bytes;  // none: the picture could not be taken
  bool is_of_screen = false;
};
struct PasteFailed {};  // the program that holds the clipboard did not answer
struct UncoverAdded {};
struct SaveAdded {
  bool then_asks = false;
};
struct DropAdded {};
struct ClipboardEmptied {};

/// Holds what is written or pasted until the keeper saves or drops it.
class AddingArea {
 public:
  using Takes = std::variant<BeginAdding, RewriteNote, PasteWords, PastePicture, PasteFailed, UncoverAdded, SaveAdded,
                             DropAdded, ClipboardEmptied>;
  /// Gives the answers that are kept with every new item while a helper is present. Empty when nobody helps.
  using WhoIsPresent = std::function<vault::Answers()>;

  AddingArea(Session& session, AddState& state, AddForm& form, WhoIsPresent who_is_present)
      : m_session(session), m_state(state), m_form(form), m_who_is_present(std::move(who_is_present)) {}

  /// The words or the note that were typed or pasted and not saved yet. Empty when there are none. A picture is no
  /// draft.
  vault::Draft draft() const;

  void on(const BeginAdding& begin);
  void on(const RewriteNote& rewrite);
  void on(const PasteWords& paste);
  void on(const PastePicture& paste);
  void on(const PasteFailed&);
  void on(const UncoverAdded&) { m_state.is_uncovered = !m_state.is_uncovered; }
  void on(const SaveAdded& save);
  void on(const DropAdded&);
  void on(const ClipboardEmptied&) { m_state.wants_empty_clipboard = false; }
  void on(const RecordOpened& opened);

 private:
  void clear();
  void save_text(const SaveAdded& save);
  void save_picture(const SaveAdded& save);
  void saved(const SaveAdded& save, const vault::AddOutcome& outcome);
  void say_saved(const vault::AddOutcome& outcome);
  void leave_screen();

  Session& m_session;
  AddState& m_state;
  AddForm& m_form;
  WhoIsPresent m_who_is_present;
  std::int64_t m_last_picture = 0;
};

}  // namespace daybook::ui
