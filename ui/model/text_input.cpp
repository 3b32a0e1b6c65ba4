#include "ui/model/text_input.h"

#include <utf8proc.h>

#include <algorithm>

#include "crypto/wiped_text.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostSteps = 200;

std::string cleaned(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t value = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    const std::size_t size = length > 0 ? static_cast<std::size_t>(length) : 1;
    if (length <= 0)
      clean += "\xef\xbf\xbd";
    else if (value == '\r')
      clean += text.substr(at + 1, 1) == "\n" ? "" : "\n";
    else if (value >= 0x20 || value == '\n' || value == '\t')
      clean += text.substr(at, size);
    at += size;
  }
  return clean;
}

}  // namespace

TextInput& TextInput::operator=(TextInput&& other) noexcept {
  if (this == &other) return *this;
  crypto::wipe_text(m_text);
  m_text = std::move(other.m_text);
  m_caret = other.m_caret;
  m_anchor = other.m_anchor;
  m_undo = std::move(other.m_undo);
  m_redo = std::move(other.m_redo);
  m_last = other.m_last;
  m_revision += other.m_revision + 1;
  return *this;
}

TextInput::~TextInput() {
  crypto::wipe_text(m_text);
  for (auto* states : {&m_undo, &m_redo}) {
    for (State& state : *states) crypto::wipe_text(state.text);
  }
}

void TextInput::set(std::string text) {
  crypto::wipe_text(m_text);
  m_text = std::move(text);
  m_caret = m_anchor = m_text.size();
  for (auto* states : {&m_undo, &m_redo}) {
    for (State& state : *states) crypto::wipe_text(state.text);
    states->clear();
  }
  m_last = Change::none;
  ++m_revision;
}

std::string_view TextInput::selected() const {
  return std::string_view(m_text).substr(selection_begin(), selection_end() - selection_begin());
}

void TextInput::move_to(std::size_t at, bool selects) {
  m_caret = std::min(at, m_text.size());
  if (!selects) m_anchor = m_caret;
  m_last = Change::none;  // what is typed at another place is a step of its own for undo
}

void TextInput::select_all() {
  m_anchor = 0;
  m_caret = m_text.size();
}

// A run of typing is one step for undo, not one for each letter.
void TextInput::remember(Change change) {
  if (change != Change::other && change == m_last) return;
  m_last = change;
  m_undo.push_back({m_text, m_caret});
  if (m_undo.size() > kMostSteps) {
    crypto::wipe_text(m_undo.front().text);
    m_undo.erase(m_undo.begin());
  }
  m_redo.clear();
}

// The new text is built beside the old one, which is wiped: a std::string that grows frees its old block unwiped.
void TextInput::replace(std::size_t from, std::size_t to, std::string_view with) {
  std::string next;
  next.reserve(m_text.size() - (to - from) + with.size());
  next.append(m_text, 0, from).append(with).append(m_text, to);
  crypto::wipe_text(m_text);
  m_text = std::move(next);
  m_caret = m_anchor = from + with.size();
  ++m_revision;
}

void TextInput::insert(std::string_view text) {
  const std::string clean = cleaned(text);
  if (clean.empty() && !has_selection()) return;
  if (m_text.size() + clean.size() > kMostBytes) return;
  const bool is_typing = !has_selection() && clean.size() <= 4 && clean != " " && clean != "\n";
  remember(is_typing ? Change::typing : Change::other);
  replace(selection_begin(), selection_end(), clean);
}

void TextInput::erase(std::size_t from, std::size_t to) {
  const bool whole = has_selection();
  if (whole) {
    from = selection_begin();
    to = selection_end();
  }
  to = std::min(to, m_text.size());
  if (from >= to) return;
  remember(whole ? Change::other : Change::erasing);
  replace(from, to, "");
}

void TextInput::undo() {
  if (m_undo.empty()) return;
  m_redo.push_back({m_text, m_caret});
  m_text = std::move(m_undo.back().text);
  m_caret = m_anchor = std::min(m_undo.back().caret, m_text.size());
  m_undo.pop_back();
  m_last = Change::none;
  ++m_revision;
}

const std::string& TextInput::last_words() const {
  if (!m_text.empty()) return m_text;
  const auto last =
      std::find_if(m_undo.rbegin(), m_undo.rend(), [](const State& state) { return !state.text.empty(); });
  return last == m_undo.rend() ? m_text : last->text;
}

void TextInput::redo() {
  if (m_redo.empty()) return;
  m_undo.push_back({m_text, m_caret});
  m_text = std::move(m_redo.back().text);
  m_caret = m_anchor = std::min(m_redo.back().caret, m_text.size());
  m_redo.pop_back();
  m_last = Change::none;
  ++m_revision;
}

std::string utf8_of(char32_t character) {
  utf8proc_uint8_t bytes[4];
  if (!utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(character))) return "";
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes);
  return std::string(bytes, bytes + size);
}

}  // namespace daybook::ui
