#include "ui/model/secret_input.h"

#include <utf8proc.h>

#include <algorithm>

namespace daybook::ui {
namespace {

bool begins_character(std::uint8_t byte) { return (byte & 0xc0) != 0x80; }

}  // namespace

std::size_t SecretInput::characters() const {
  const ByteView bytes = m_bytes.expose();
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), begins_character));
}

std::size_t SecretInput::byte_of(std::size_t character) const {
  const ByteView bytes = m_bytes.expose();
  std::size_t at = 0;
  for (; at < bytes.size(); ++at) {
    if (begins_character(bytes[at]) && character-- == 0) break;
  }
  return at;
}

// The contents are made anew in guarded memory, and the old piece is wiped when it goes.
void SecretInput::replace(std::size_t from, std::size_t to, ByteView with) {
  const ByteView old = m_bytes.expose();
  const std::size_t begin = byte_of(from), end = byte_of(to);
  crypto::SecretBuffer next = crypto::SecretBuffer::copy_of(old.first(begin));
  next.append(with);
  next.append(old.subspan(end));
  m_bytes = std::move(next);
  m_caret = m_anchor = from + static_cast<std::size_t>(std::count_if(with.begin(), with.end(), begins_character));
  ++m_revision;
}

void SecretInput::insert(char32_t character) {
  utf8proc_uint8_t bytes[4];
  if (character < 0x20 || !utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(character))) return;
  const auto size = static_cast<std::size_t>(utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes));
  const std::size_t replaced = byte_of(selection_end()) - byte_of(selection_begin());
  if (m_bytes.size() - replaced + size <= kMostBytes) replace(selection_begin(), selection_end(), {bytes, size});
  crypto::wipe(bytes);
}

void SecretInput::erase_before() {
  if (m_caret != m_anchor)
    replace(selection_begin(), selection_end(), {});
  else if (m_caret > 0)
    replace(m_caret - 1, m_caret, {});
}

void SecretInput::erase_after() {
  if (m_caret != m_anchor)
    replace(selection_begin(), selection_end(), {});
  else if (m_caret < characters())
    replace(m_caret, m_caret + 1, {});
}

void SecretInput::clear() {
  m_bytes = crypto::SecretBuffer();
  m_caret = m_anchor = 0;
  ++m_revision;
}

void SecretInput::set(const crypto::SecretBuffer& secret) {
  m_bytes = crypto::SecretBuffer::copy_of(secret.expose());
  m_caret = m_anchor = characters();
  ++m_revision;
}

void SecretInput::move_to(std::size_t character, bool selects) {
  m_caret = std::min(character, characters());
  if (!selects) m_anchor = m_caret;
}

void SecretInput::select_all() {
  m_anchor = 0;
  m_caret = characters();
}

}  // namespace daybook::ui
