#pragma once

#include "ui/desktop/press_areas.h"

namespace daybook::ui {

/// Fills the places of the characters from byte `from` to byte `to` of a text that was laid out, with its top left
/// corner at `origin`.
void draw_marked(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t from, std::uint32_t to,
                 ImVec2 origin, ImU32 color);

/// Draws a line under those characters.
void draw_underlined(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t from, std::uint32_t to,
                     ImVec2 origin, ImU32 color);

/// Whether a byte of UTF-8 belongs to a word, as far as the keys and the mouse go by words.
bool is_word_byte(char byte);

/// The word of a text that has byte `at`, as a double click chooses it.
std::pair<std::uint32_t, std::uint32_t> word_around(std::string_view text, std::uint32_t at);

/// A text that is shown and cannot be changed. Parts of it can be chosen, with the mouse and the keys, and copied.
class Passage {
 public:
  /// Takes what the mouse and the keys do, and draws what is chosen and the text, with its top left corner at that of
  /// `press`, which must be the last item of Dear ImGui. `is_own`: the words are the keeper's own (PressAreas::copy()).
  void draw(PressAreas& areas, const PressAreas::Press& press, std::string_view text, const Paragraph& paragraph,
            const TextStyle& style, bool is_own);

 private:
  void take_mouse(const Paragraph& paragraph, const std::vector<Cell>& cells, std::string_view text, ImVec2 origin);
  void take_keys(PressAreas& areas, const Paragraph& paragraph, const std::vector<Cell>& cells, std::string_view text,
                 bool is_own, ImGuiID id);
  std::uint32_t from() const { return std::min(m_anchor, m_caret); }
  std::uint32_t to() const { return std::max(m_anchor, m_caret); }

  std::uint32_t m_anchor = 0, m_caret = 0;  // bytes of the text; the same when nothing is chosen
};

}  // namespace daybook::ui
