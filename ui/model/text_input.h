#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crypto/secret.h"

namespace daybook::ui {

/// What is being typed somewhere: text, caret, selection, and the way back. Knows nothing of where lines are broken;
/// the editor that shows it moves the caret up and down. Wiped when it goes.
class TextInput {
 public:
  static constexpr std::size_t kMostBytes = 16 << 20;

  TextInput() = default;
  explicit TextInput(std::string text) { set(std::move(text)); }
  TextInput(TextInput&&) = default;
  TextInput& operator=(TextInput&& other) noexcept;
  ~TextInput();

  const std::string& text() const { return m_text; }
  bool empty() const { return m_text.empty(); }
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
  /// Replaces the selection. What is no UTF-8 becomes U+FFFD, what goes over kMostBytes is left out.
  void insert(std::string_view text);
  /// The selection, or the bytes from `from` to `to` where there is none.
  void erase(std::size_t from, std::size_t to);
  void undo();
  void redo();

  /// Counts every change of the text: for whoever keeps something made from it.
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

/// A passphrase that is being typed: one growing piece of guarded memory and nothing else. No selection, no way back,
/// and only the end can be changed: every further feature would leave a copy somewhere.
class SecretInput {
 public:
  void append(char32_t character);
  void erase_last();
  void clear() { m_bytes = crypto::SecretBuffer(); }
  bool empty() const { return m_bytes.empty(); }
  std::size_t characters() const;
  const crypto::SecretBuffer& secret() const { return m_bytes; }
  crypto::SecretBuffer copy() const { return crypto::SecretBuffer::copy_of(m_bytes.expose()); }
  void set(const crypto::SecretBuffer& secret) { m_bytes = crypto::SecretBuffer::copy_of(secret.expose()); }

 private:
  static constexpr std::size_t kMostBytes = 1024;
  crypto::SecretBuffer m_bytes;
};

/// One character in UTF-8; nothing for what is none.
std::string utf8_of(char32_t character);

}  // namespace daybook::ui
