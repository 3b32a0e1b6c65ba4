#pragma once

#include <memory>
#include <vector>

#include "crypto/bytes.h"
#include "ui/model/text_input.h"
#include "vault/record/draft.h"

namespace daybook::ui {

/// Something that was begun and is not saved yet, but for its text. What kind it is, beside what it stands and whose
/// words it holds never changes while it waits, so that nothing pasted can become a note and no note can move.
struct Begun {
  enum class Kind { words, note, picture };
  std::uint64_t number = 0;  // tells it from all others since the record was opened; 0: nothing was begun
  Kind kind = Kind::words;
  bool was_pasted = false;       // of words: they stay as they came; else the keeper types them herself
  bool looks_like_chat = false;  // of words that were pasted: they can be kept as a conversation
  std::optional<vault::ItemNumber> about;
  std::optional<vault::MessagesNoted> on;        // of `about`, a conversation: the messages beside which it stands
  std::optional<vault::ItemNumber> rewrites;     // the note that gets a new version
  std::shared_ptr<const std::string> unchanged;  // the text of its newest version; null: not known
  std::shared_ptr<const Bytes> picture;          // its bytes, as they were pasted or taken of the screen
  vault::ItemNumber picture_number{};            // its key in PicturesState, below zero, which no item has
  bool is_uncovered = false;
  bool is_of_screen = false;
  bool is_saving = false;
};

/// Whether pasted words look like a chat, as the phone or WhatsApp Web copies it.
bool look_like_chat(std::string_view words);

/// What stands on the page, and what waits besides.
struct AddState : Begun {
  struct Waiting {
    Begun what;
    std::string begins;  // the first words
  };
  std::vector<Waiting> waiting;        // oldest first, without what stands on the page
  std::size_t dropped = 0;             // how much was not saved and can be taken back
  bool wants_empty_clipboard = false;  // asks the window, which has the clipboard, to empty it
};

struct AddForm {
  TextInput text;
};

/// True when there is nothing that could be saved: nothing was typed or pasted, or a note that is being changed is as
/// it was.
bool is_empty(const Begun& begun, const TextInput& text);

/// What is not saved yet, the page included, oldest first.
std::vector<AddState::Waiting> not_saved(const AddState& add, const AddForm& form);

/// Keeps everything that was begun and is not saved: what stands on the page, what waits besides, and what was dropped
/// and can be taken back. No text ever changes what it is, and none gets lost on the way from one place to another.
class UnsavedList {
 public:
  UnsavedList(AddState& state, AddForm& form) : m_state(state), m_form(form) {}

  /// All texts that are not saved yet, oldest first. A picture is no draft.
  std::vector<vault::Draft> drafts() const;
  /// Grows with every change of drafts().
  std::uint64_t revision() const { return m_changes + m_form.text.revision(); }

  /// Puts something new on the page. What stood there waits, if there is anything in it.
  void begin(Begun begun, TextInput text);
  /// Puts on the page what was begun before and fits, if there is such. False when there is none. `fits` is called with
  /// a Begun and its TextInput.
  template <class Fits>
  bool take_up_if(Fits fits) {
    if (m_state.number != 0 && fits(static_cast<const Begun&>(m_state), m_form.text)) return true;
    for (std::size_t i = 0; i < m_away.size(); ++i) {
      if (fits(m_away[i].what, m_away[i].text)) return take_up(i);
    }
    return false;
  }
  /// Puts on the page what was put away last. False when nothing waits.
  bool take_up_last() { return !m_away.empty() && take_up(m_away.size() - 1); }
  /// The words on the page are the keeper's own from now on.
  void call_own();
  /// Takes from the page what stands there; it can be taken back. False when there was nothing in it.
  bool drop();
  /// Puts on the page what was dropped last. False when there is nothing.
  bool take_back();
  /// On the page or waiting; null when there is none of this number.
  Begun* find(std::uint64_t number);
  /// Forgets something for good, because it is saved.
  void forget(std::uint64_t number);
  /// Adds what was not saved when the record was closed. The last of it comes to the page when `shows_last`.
  void restore(const std::vector<vault::Draft>& drafts, bool shows_last);
  /// Forgets everything.
  void clear();

 private:
  struct PutAway {
    Begun what;
    TextInput text;
  };

  bool take_up(std::size_t away);
  void put_on_page(PutAway from);
  PutAway take_from_page();
  void put_page_away();
  void drop(PutAway dropped);
  void list();

  AddState& m_state;
  AddForm& m_form;
  std::vector<PutAway> m_away, m_dropped;
  std::uint64_t m_last = 0, m_changes = 0;
};

/// The text on its way to the record, or to the draft file.
vault::Draft draft_of(const Begun& begun, const TextInput& text);

}  // namespace daybook::ui
