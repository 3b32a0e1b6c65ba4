#pragma once

#include "crypto/secret.h"

namespace daybook::ui {

/// A passphrase that is being typed, in one piece of guarded memory and nowhere else, with caret and selection. Places
/// are counted in characters (code points), as they are shown by dots. It has no undo and cannot be copied from,
/// because either would leave a copy of it somewhere.
class SecretInput {
 public:
  /// Replaces the selection, or inserts at the caret. A character below U+0020, or one that would go beyond 1024 bytes,
  /// is left out.
  void insert(char32_t character);
  /// Erases the selection or, where there is none, the character before the caret, or the one after it.
  void erase_before();
  void erase_after();
  void clear();
  void set(const crypto::SecretBuffer& secret);

  bool empty() const { return m_bytes.empty(); }
  /// The length in characters.
  std::size_t characters() const;
  const crypto::SecretBuffer& secret() const { return m_bytes; }
  crypto::SecretBuffer copy() const { return crypto::SecretBuffer::copy_of(m_bytes.expose()); }

  std::size_t caret() const { return m_caret; }
  std::size_t selection_begin() const { return std::min(m_caret, m_anchor); }
  std::size_t selection_end() const { return std::max(m_caret, m_anchor); }
  /// Puts the caret before a character; `selects` leaves the other end of the selection where it is.
  void move_to(std::size_t character, bool selects);
  void select_all();

  /// Grows with every change of the contents.
  std::uint64_t revision() const { return m_revision; }

 private:
  std::size_t byte_of(std::size_t character) const;
  void replace(std::size_t from, std::size_t to, ByteView with);

  static constexpr std::size_t kMostBytes = 1024;
  crypto::SecretBuffer m_bytes;
  std::size_t m_caret = 0, m_anchor = 0;
  std::uint64_t m_revision = 0;
};

}  // namespace daybook::ui
