#include "vault/bundle/check/item_cutter.h"

namespace daybook::vault {

bool ItemCutter::feed(std::string_view text) {
  for (const char c : text) {
    if (!take(c)) return false;
  }
  return true;
}

bool ItemCutter::take(char c) {
  const bool was_in_text = m_in_text;
  if (m_in_text) {
    const bool ends = c == '"' && !m_is_escaped;
    m_is_escaped = c == '\\' && !m_is_escaped;
    m_in_text = !ends;
  } else if (c == '"') {
    m_in_text = true;
  }
  const bool opens = !was_in_text && (c == '[' || c == '{'), closes = !was_in_text && (c == ']' || c == '}');
  if (m_in_items) {
    // Depth 0 is the list of items itself: a comma there parts two of them, a bracket ends it.
    const bool is_end = closes && m_depth == 0, is_comma = !was_in_text && c == ',' && m_depth == 0;
    if (!is_end && !is_comma) {
      if (opens) ++m_depth;
      if (closes) --m_depth;
      m_item_is_over |= m_item.size() == kMostItemBytes;
      if (!m_item_is_over) m_item += c;
      return true;
    }
    // An empty list has no item; `[,]` and `[1,]` have one that is empty, which nobody can parse.
    if (is_comma || !m_item.empty() || m_had_items) {
      if (!m_receiver(m_item_is_over ? std::string_view() : m_item, m_item_is_over)) return false;
      m_item.clear();
      m_item_is_over = false;
      m_had_items = true;
    }
    if (is_comma) return true;
    m_in_items = false;
    m_depth = 1;
    m_rest += c;
    return true;
  }
  if (m_rest.size() == kMostItemBytes) return false;
  m_rest += c;
  if (opens) ++m_depth;
  if (closes) --m_depth;
  const std::string_view rest = m_rest;
  const bool is_list = opens && c == '[' && m_depth == 2 && !m_had_items &&
                       (rest.ends_with("{\"items\":[") || rest.ends_with(",\"items\":["));
  if (is_list) {
    m_in_items = true;
    m_depth = 0;
  }
  return true;
}

}  // namespace daybook::vault
