#include "ui/model/unsaved_list.h"

#include <algorithm>

#include "vault/intake/chat/formats.h"

namespace daybook::ui {
namespace {

using Kind = Begun::Kind;

constexpr std::size_t kMostBeginning = 200;  // bytes

std::string beginning_of(const TextInput& text) {
  std::string_view rest = text.text();
  rest.remove_prefix(std::min(rest.find_first_not_of(" \n\t"), rest.size()));
  rest = rest.substr(0, rest.find('\n'));
  if (rest.size() <= kMostBeginning) return std::string(rest);
  std::size_t end = kMostBeginning;
  while (end > 0 && (rest[end] & 0xc0) == 0x80) --end;
  return std::string(rest.substr(0, end)) + "\u2026";
}

bool holds_nothing(const Begun& begun, const std::string& text) {
  if (begun.number == 0) return true;
  if (begun.kind == Kind::picture) return begun.picture == nullptr;
  const bool is_blank = text.find_first_not_of(" \t\r\n") == std::string::npos;  // nobody misses an empty line
  return is_blank || (begun.unchanged && text == *begun.unchanged);
}

// Unlike is_empty(), false for a text of which everything was taken out.
bool is_nothing(const Begun& begun, const TextInput& text) { return holds_nothing(begun, text.last_words()); }

}  // namespace

bool look_like_chat(std::string_view words) {
  MemorySource source(as_bytes(words));
  return vault::chat_format_of(source).ok();
}

vault::Draft draft_of(const Begun& begun, const TextInput& text) {
  const bool is_words = begun.kind == Kind::words;
  return {text.last_words(), is_words, is_words && !begun.was_pasted, begun.about, begun.rewrites, begun.on};
}

bool is_empty(const Begun& begun, const TextInput& text) { return holds_nothing(begun, text.text()); }

std::vector<AddState::Waiting> not_saved(const AddState& add, const AddForm& form) {
  std::vector<AddState::Waiting> all = add.waiting;
  if (!is_empty(add, form.text)) all.push_back({add, beginning_of(form.text)});
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.what.number < b.what.number; });
  return all;
}

std::vector<vault::Draft> UnsavedList::drafts() const {
  std::vector<std::pair<std::uint64_t, vault::Draft>> numbered;
  const auto add = [&](const Begun& begun, const TextInput& text) {
    if (begun.kind != Kind::picture && !is_nothing(begun, text))
      numbered.emplace_back(begun.number, draft_of(begun, text));
  };
  for (const auto& [what, text] : m_away) add(what, text);
  add(m_state, m_form.text);
  std::sort(numbered.begin(), numbered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<vault::Draft> drafts;
  for (auto& [number, draft] : numbered) drafts.push_back(std::move(draft));
  return drafts;
}

void UnsavedList::list() {
  ++m_changes;
  m_state.waiting.clear();
  for (const auto& [what, text] : m_away) m_state.waiting.push_back({what, beginning_of(text)});
  m_state.dropped = m_dropped.size();
}

UnsavedList::PutAway UnsavedList::take_from_page() {
  PutAway taken{static_cast<Begun&>(m_state), std::move(m_form.text)};
  static_cast<Begun&>(m_state) = Begun();
  m_form = AddForm();
  return taken;
}

// What was begun and never had anything in it is forgotten. What was emptied can be taken back, because its words may
// stand nowhere else: the clipboard is emptied when the window goes.
void UnsavedList::put_page_away() {
  const bool is_empty_now = is_empty(m_state, m_form.text), was_something = !is_nothing(m_state, m_form.text);
  PutAway taken = take_from_page();
  if (!is_empty_now)
    m_away.push_back(std::move(taken));
  else if (was_something)
    drop(std::move(taken));
}

void UnsavedList::drop(PutAway dropped) {
  while (dropped.what.kind != Kind::picture && dropped.text.empty()) dropped.text.undo();
  m_dropped.push_back(std::move(dropped));
}

void UnsavedList::put_on_page(PutAway from) {
  put_page_away();
  static_cast<Begun&>(m_state) = std::move(from.what);
  m_form.text = std::move(from.text);
  list();
}

bool UnsavedList::take_up(std::size_t away) {
  PutAway shown = std::move(m_away[away]);
  m_away.erase(m_away.begin() + static_cast<std::ptrdiff_t>(away));
  put_on_page(std::move(shown));
  return true;
}

void UnsavedList::begin(Begun begun, TextInput text) {
  begun.number = ++m_last;
  put_on_page({std::move(begun), std::move(text)});
}

void UnsavedList::call_own() {
  m_state.was_pasted = m_state.looks_like_chat = false;
  ++m_changes;
}

bool UnsavedList::drop() {
  const bool was_something = !is_nothing(m_state, m_form.text);
  PutAway dropped = take_from_page();
  if (was_something) drop(std::move(dropped));
  list();
  return was_something;
}

bool UnsavedList::take_back() {
  if (m_dropped.empty()) return false;
  PutAway taken = std::move(m_dropped.back());
  m_dropped.pop_back();
  put_on_page(std::move(taken));
  return true;
}

Begun* UnsavedList::find(std::uint64_t number) {
  if (m_state.number == number) return &m_state;
  for (PutAway& one : m_away) {
    if (one.what.number == number) return &one.what;
  }
  return nullptr;
}

void UnsavedList::forget(std::uint64_t number) {
  if (m_state.number == number) (void)take_from_page();
  std::erase_if(m_away, [&](const PutAway& one) { return one.what.number == number; });
  list();
}

void UnsavedList::restore(const std::vector<vault::Draft>& drafts, bool shows_last) {
  for (const vault::Draft& draft : drafts) {
    Begun begun;
    begun.number = ++m_last;
    begun.kind = draft.is_words ? Kind::words : Kind::note;
    begun.was_pasted = draft.is_words && !draft.is_typed;
    begun.looks_like_chat = begun.was_pasted && look_like_chat(draft.text);
    begun.about = draft.about;
    begun.on = draft.on;
    begun.rewrites = draft.rewrites;
    m_away.push_back({std::move(begun), TextInput(draft.text)});
  }
  list();
  if (shows_last) (void)take_up_last();
}

void UnsavedList::clear() {
  (void)take_from_page();
  m_away.clear();
  m_dropped.clear();
  list();
}

}  // namespace daybook::ui
