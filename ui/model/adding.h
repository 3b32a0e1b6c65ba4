#pragma once

#include "ui/model/session.h"
#include "ui/model/unsaved_list.h"

namespace daybook::ui {

struct BeginAdding {
  Begun::Kind kind;
  std::optional<vault::ItemNumber> about;
  std::optional<vault::MessagesNoted> on = {};  // of `about`, a conversation: the messages beside which a note stands
};
struct RewriteNote {
  vault::ItemNumber note;
  std::string text;  // of its newest version
};
struct OpenBegun {
  std::uint64_t number;
};
struct PasteWords {
  std::string text;
};
struct PasteOwnWords {
  std::string text;  // which the keeper had copied or cut out of a note of hers
};
struct PastePicture {
  std::shared_ptr<const Bytes> bytes;  // none: the picture could not be taken
  bool is_of_screen = false;
};
struct PasteFailed {};  // the program that holds the clipboard did not answer
struct TypedMyself {};  // the words on the page were typed by the keeper; from now on she can change them
struct UncoverAdded {};
struct SaveAdded {
  enum class Then { nothing, questions, note, conversation } then = Then::nothing;
};
struct DropAdded {};
struct TakeBackDropped {};  // what was dropped last stands on the page again
struct EmptyClipboard {};   // now, and from now on after each paste that is saved
struct ClipboardEmptied {};

/// Holds what is written or pasted until the keeper saves or drops it: each paste, her own note, a note beside an item
/// and the change of a note by itself. What is dropped can be taken back as long as the record is open.
class AddingArea {
 public:
  using Takes =
      std::variant<BeginAdding, RewriteNote, OpenBegun, PasteWords, PasteOwnWords, PastePicture, PasteFailed,
                   TypedMyself, UncoverAdded, SaveAdded, DropAdded, TakeBackDropped, ClipboardEmptied, EmptyClipboard>;
  /// Gives the answers that are kept with every new item while a helper is present. Empty when nobody helps.
  using WhoIsPresent = std::function<vault::Answers()>;

  AddingArea(Session& session, AddState& state, AddForm& form, WhoIsPresent who_is_present)
      : m_session(session),
        m_state(state),
        m_form(form),
        m_list(state, form),
        m_who_is_present(std::move(who_is_present)) {}

  const UnsavedList& unsaved() const { return m_list; }
  /// What the next opening has to know (vault::Unsaved::fields): that a picture was pasted and is not saved. Its bytes
  /// are kept in memory alone.
  std::map<std::string, std::string> unsaved_picture() const;

  void on(const BeginAdding& begin) { begin_writing(begin); }
  void on(const RewriteNote& rewrite);
  void on(const OpenBegun& open);
  void on(const PasteWords& paste);
  void on(const PasteOwnWords& paste);
  void on(const PastePicture& paste);
  void on(const PasteFailed&);
  void on(const TypedMyself&);
  void on(const UncoverAdded&) { m_state.is_uncovered = !m_state.is_uncovered; }
  void on(const SaveAdded& save);
  void on(const DropAdded&);
  void on(const TakeBackDropped&);
  void on(const ClipboardEmptied&) { m_state.wants_empty_clipboard = false; }
  void on(const EmptyClipboard&);
  void on(const ScreenLeft& left);
  void on(const RecordOpened& opened);
  void on(const RecordRemoved&) { m_list.clear(); }

 private:
  using Kind = Begun::Kind;
  void begin(Begun begun, TextInput text);
  void begin_writing(const BeginAdding& wanted);
  void show_page();
  void say_nothing_to_paste();
  void save_text(const SaveAdded& save);
  void save_picture(const SaveAdded& save);
  void save_chat(const SaveAdded& save);
  void not_kept(std::uint64_t number, const Error& error);
  void kept(std::uint64_t number, const SaveAdded& save, const vault::AddOutcome& outcome);
  void say_saved(const Begun& saved, const vault::AddOutcome& outcome);
  void leave_screen();

  Session& m_session;
  AddState& m_state;
  AddForm& m_form;
  UnsavedList m_list;
  WhoIsPresent m_who_is_present;
  std::int64_t m_last_picture = 0;
};

}  // namespace daybook::ui
