#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crypto/secret.h"

namespace daybook::ui {

/// A text that is being typed: UTF-8, with caret, selection and the steps for undo. Places are bytes from its
/// beginning. Where lines break is known only to the editor that shows the text, which therefore moves the caret up and
/// down. The destructor wipes the text and the steps.
class TextInput {
 public:
  static constexpr std::size_t kMostBytes = 16 << 20;  // insert() goes no further

  TextInput() = default;
  explicit TextInput(std::string text) { set(std::move(text)); }
  TextInput(TextInput&&) = default;
  TextInput& operator=(TextInput&& other) noexcept;
  ~TextInput();

  const std::string& text() const { return m_text; }
  bool empty() const { return m_text.empty(); }
  /// Replaces the text as it is given, puts the caret at its end, and forgets the steps for undo.
  void set(std::string text);
  void clear() { set(""); }

  std::size_t caret() const { return m_caret; }
  std::size_t selection_begin() const { return std::min(m_caret, m_anchor); }
  std::size_t selection_end() const { return std::max(m_caret, m_anchor); }
  bool has_selection() const { return m_caret != m_anchor; }
  std::string_view selected() const;

  /// Puts the caret at a byte that begins a character; `selects` leaves the other end of the selection where it is.
  void move_to(std::size_t at, bool selects);
  void select_all();
  /// Replaces the selection, or inserts at the caret. A byte that is no UTF-8 becomes U+FFFD, line ends become LF, and
  /// other control characters below U+0020 but the tab are left out. Does nothing when the text would grow beyond
  /// kMostBytes.
  void insert(std::string_view text);
  /// Erases the selection, or the bytes from `from` to `to` where there is none.
  void erase(std::size_t from, std::size_t to);
  void undo();
  void redo();
  /// The text, or where all of it was taken out, the last that stood there. Empty when nothing ever did.
  const std::string& last_words() const;

  /// Grows with every change of the text, so that whoever keeps something made from the text sees that it is old.
  std::uint64_t revision() const { return m_revision; }

 private:
  struct State {
    std::string text;
    std::size_t caret;
  };
  enum class Change { none, typing, erasing, other };
  void remember(Change change);
  void replace(std::size_t from, std::size_t to, std::string_view with);

  std::string m_text;
  std::size_t m_caret = 0, m_anchor = 0;
  std::vector<State> m_undo, m_redo;
  Change m_last = Change::none;
  std::uint64_t m_revision = 0;
};

/// The character in UTF-8. Empty when `character` is no Unicode scalar value.
std::string utf8_of(char32_t character);

}  // namespace daybook::ui
