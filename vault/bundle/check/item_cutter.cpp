#include "vault/bundle/check/item_cutter.h"

namespace daybook::vault {

// Bytes are kept in runs and not one by one, because a hostile list may have tens of millions of brackets.
bool ItemCutter::feed(std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (m_in_text) {
      m_in_text = c != '"' || m_is_escaped;
      m_is_escaped = c == '\\' && !m_is_escaped;
      continue;
    }
    switch (c) {
      case '"':
        m_in_text = true;
        break;
      case '[':
      case '{':
        ++m_depth;
        if (m_in_items || m_depth != 2) break;
        if (!keep(text.substr(from, at + 1 - from))) return false;
        from = at + 1;
        look_for_items();
        break;
      case ',':
        if (!m_in_items || m_depth > 0) break;
        if (!keep(text.substr(from, at - from)) || !deliver()) return false;
        from = at + 1;
        break;
      case ']':
      case '}':
        if (m_in_items && m_depth == 0) {
          if (!keep(text.substr(from, at - from)) || !end_items()) return false;
          from = at;
        }
        --m_depth;
        break;
      default:
        break;
    }
  }
  return keep(text.substr(from));
}

bool ItemCutter::keep(std::string_view run) {
  std::string& target = m_in_items ? m_item : m_rest;
  const bool fits = run.size() <= (m_in_items ? kMostItemBytes : kMostRestBytes) - target.size();
  if (fits) target += run;
  m_item_is_over |= m_in_items && !fits;
  return fits || m_in_items;
}

// Sees whether the bracket that was just read begins the list of items. Within that list the depth is counted from 0
// again: a comma at depth 0 parts two items, and a bracket at depth 0 ends the list.
void ItemCutter::look_for_items() {
  const std::string_view rest = m_rest;
  m_in_items = !m_had_items && (rest.ends_with("{\"items\":[") || rest.ends_with(",\"items\":["));
  if (m_in_items) m_depth = 0;
}

bool ItemCutter::deliver() {
  const bool goes_on = m_receiver(m_item_is_over ? std::string_view() : m_item, m_item_is_over);
  m_item.clear();
  m_item_is_over = false;
  m_had_items = true;
  return goes_on;
}

// Ends the list of items. An empty list has no item. A list such as `[,]` or `[1,]` has an empty last item, and is
// refused because nobody can parse that.
bool ItemCutter::end_items() {
  const bool has_one = !m_item.empty() || m_item_is_over || m_had_items;
  if (has_one && !deliver()) return false;
  m_in_items = false;
  m_depth = 2;
  return true;
}

}  // namespace daybook::vault
