#include "vault/bundle/check/item_cutter.h"

namespace daybook::vault {

// What means nothing here is kept in runs: a list may be made to have tens of millions of brackets.
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
  const bool fits = run.size() <= kMostItemBytes - target.size();
  if (fits) target += run;
  m_item_is_over |= m_in_items && !fits;
  return fits || m_in_items;
}

// In the items the depth is counted from within their list: a comma at 0 parts two of them, a bracket ends it.
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

// An empty list has no item; `[,]` and `[1,]` have one that is empty, which nobody can parse.
bool ItemCutter::end_items() {
  const bool has_one = !m_item.empty() || m_item_is_over || m_had_items;
  if (has_one && !deliver()) return false;
  m_in_items = false;
  m_depth = 2;
  return true;
}

}  // namespace daybook::vault
