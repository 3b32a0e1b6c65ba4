#include <algorithm>
#include <cmath>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/screens.h"
#include "ui/desktop/scrolling.h"

namespace daybook::ui {
namespace {

constexpr float kMargin = 1.2f;  // ems
constexpr double kEnd = 1e18;
constexpr std::size_t kAround = 2;  // pieces that are read before and after those that are seen
constexpr std::size_t kMostSeen = 64;

// A piece ends with the end of a line, behind which no empty line is to be drawn.
std::string_view without_its_line_end(std::string_view piece) {
  if (piece.ends_with('\n')) piece.remove_suffix(1);
  if (piece.ends_with('\r')) piece.remove_suffix(1);
  return piece;
}

class TextReader {
 public:
  TextReader(const TextViewState& text, Frame& frame, const Ui::Press& press)
      : m_text(text),
        m_frame(frame),
        m_ui(frame.ui),
        m_view(frame.views.reading),
        m_press(press),
        m_left(press.min.x + m_ui.em(kMargin)),
        m_style(m_ui.style({}, press.max.x - press.min.x - m_ui.em(2 * kMargin))) {}

  void draw() {
    begin();
    m_view.scroll -= take_wheel(m_press.is_hovered, ImGui::GetItemID()) * m_ui.em(4);
    if (m_press.is_focused) take_keys();
    go_to_found();
    scroll_within();
    find_seen();
    if (m_press.is_held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) take_mouse();
    draw_pieces();
    draw_scrollbar(m_view.scroll, height(), m_ui, m_press);
  }

 private:
  using Seen = Views::Reading::Seen;

  struct Laid {
    std::string_view text;
    const Paragraph& paragraph;
  };
  // A piece as it is shown; nothing as long as it is not there.
  std::optional<Laid> laid(std::size_t piece) const {
    const auto read = m_text.read.find(piece);
    if (read == m_text.read.end()) return std::nullopt;
    const std::string_view shown = without_its_line_end(read->second);
    return Laid{shown, m_ui.layout(shown, m_style)};
  }

  // A piece that was not laid out yet is guessed to have as many lines as its bytes fill.
  float guessed_height() const {
    const float bytes_in_line = std::max(8.0f, m_style.width / m_ui.em(0.5f));
    return static_cast<float>(vault::kTextPieceBytes) / bytes_in_line * m_ui.em(1.5f);
  }
  float height_of(std::size_t piece) const {
    return m_view.heights[piece] >= 0 ? m_view.heights[piece] : guessed_height();
  }
  double height() const {
    double all = m_ui.em(2 * kMargin);
    for (std::size_t i = 0; i < m_view.heights.size(); ++i) all += height_of(i);
    return all;
  }
  float room() const { return m_press.max.y - m_press.min.y; }

  void begin() {
    const bool is_other = m_view.revision != m_text.revision;
    if (is_other) m_view = Views::Reading();
    if (!is_other && m_view.em == m_ui.em() && m_view.width == m_style.width) return;
    m_view.revision = m_text.revision;
    m_view.em = m_ui.em();
    m_view.width = m_style.width;
    m_view.heights.assign(m_text.pieces, -1);
    m_view.seen.clear();
  }

  void take_keys() {
    const ImGuiID id = ImGui::GetItemID();
    const ImGuiIO& io = ImGui::GetIO();
    for (const ImGuiKey key :
         {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Home, ImGuiKey_End,
          ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Space, ImGuiKey_A, ImGuiKey_C})
      ImGui::SetKeyOwner(key, id);
    const auto hit = [&](ImGuiKey key) { return is_pressed(key, id); };
    if (io.KeyAlt) {  // the way back, which elsewhere is a shortcut of the whole window
      if (hit(ImGuiKey_LeftArrow)) m_frame.actions.push_back(GoBack{});
      return;
    }
    if (io.KeyCtrl && hit(ImGuiKey_A)) {
      m_view.anchor = {};
      m_view.caret = {m_text.pieces - 1, ~std::uint32_t{0}};
    }
    if (io.KeyCtrl && hit(ImGuiKey_C) && m_view.anchor != m_view.caret)
      m_frame.actions.push_back(
          CopyFromText{std::min(m_view.anchor, m_view.caret), std::max(m_view.anchor, m_view.caret)});
    if (io.KeyShift) return choose_by_keys();
    const double line = m_ui.em(3), page = std::max<double>(line, room() - line);
    if (hit(ImGuiKey_DownArrow)) m_view.scroll += line;
    if (hit(ImGuiKey_UpArrow)) m_view.scroll -= line;
    if (hit(ImGuiKey_PageDown) || hit(ImGuiKey_Space)) m_view.scroll += page;
    if (hit(ImGuiKey_PageUp)) m_view.scroll -= page;
    if (hit(ImGuiKey_Home)) m_view.scroll = 0;
    if (hit(ImGuiKey_End)) m_view.scroll = kEnd;
  }

  // With Shift the keys move the end of what is chosen. It begins at the top of what is seen.
  void choose_by_keys() {
    if (m_view.seen.empty()) return;
    if (m_view.anchor == m_view.caret && !m_view.seen.contains(m_view.caret.piece))
      m_view.anchor = m_view.caret = {m_view.seen.begin()->first, 0};
    const auto found = m_view.seen.find(m_view.caret.piece);
    const auto piece = laid(m_view.caret.piece);
    if (found == m_view.seen.end() || !piece) return;
    const auto& [shown, paragraph] = *piece;
    const auto last_line = static_cast<std::uint32_t>(paragraph.lines.size() - 1);
    const CaretPlace place = caret_at(paragraph, found->second.cells, m_view.caret.offset);
    const ImGuiID id = ImGui::GetItemID();
    PlaceInPieces& caret = m_view.caret;
    if (is_pressed(ImGuiKey_RightArrow, id)) caret.offset = next_character(shown, caret.offset);
    if (is_pressed(ImGuiKey_LeftArrow, id)) caret.offset = previous_character(shown, caret.offset);
    if (is_pressed(ImGuiKey_DownArrow, id)) {
      if (place.line < last_line)
        caret.offset = byte_on_line(paragraph, found->second.cells, place.line + 1, place.x);
      else if (caret.piece + 1 < m_text.pieces)
        caret = {caret.piece + 1, 0};
      else
        caret.offset = static_cast<std::uint32_t>(shown.size());
    }
    if (is_pressed(ImGuiKey_UpArrow, id)) {
      if (place.line > 0)
        caret.offset = byte_on_line(paragraph, found->second.cells, place.line - 1, place.x);
      else if (caret.piece > 0)
        caret = {caret.piece - 1, ~std::uint32_t{0}};
      else
        caret.offset = 0;
    }
    const double line_top = top_of(caret.piece) + paragraph.lines[place.line].top;
    if (line_top < m_view.scroll) m_view.scroll = line_top - m_ui.em(2);
    if (line_top > m_view.scroll + room() - m_ui.em(4)) m_view.scroll = line_top - room() + m_ui.em(5);
  }

  double top_of(std::size_t piece) const {
    double top = m_ui.em(kMargin);
    for (std::size_t i = 0; i < piece; ++i) top += height_of(i);
    return top;
  }

  // What was found is scrolled to as soon as its piece is there, and stays in view while the heights settle.
  void go_to_found() {
    if (!m_text.found || m_view.found_revision == m_text.found_revision) return;
    const std::size_t piece = m_text.found->piece;
    m_view.scroll = std::max(0.0, top_of(piece) - room() / 3);
    const auto shown = laid(piece);
    if (!shown) return;
    lay_out(piece);
    const CaretPlace place =
        caret_at(shown->paragraph, cells_of(shown->paragraph, shown->text), m_text.found->place.begin);
    m_view.scroll = std::max(0.0, top_of(piece) + shown->paragraph.lines[place.line].top - room() / 3);
    m_view.anchor = {piece, m_text.found->place.begin};
    m_view.caret = {piece, m_text.found->place.end};
    m_view.found_revision = m_text.found_revision;
    m_view.seen.clear();
  }

  void scroll_within() { m_view.scroll = std::clamp(m_view.scroll, 0.0, std::max(0.0, height() - room())); }

  // Finds which pieces are seen, lays them out, and asks for those that are not there.
  void find_seen() {
    if (m_view.seen.size() > kMostSeen) m_view.seen.clear();
    m_tops.clear();
    double top = m_press.min.y + m_ui.em(kMargin) - m_view.scroll;
    for (std::size_t i = 0; i < m_text.pieces && top < m_press.max.y; ++i) {
      const float known = height_of(i);
      if (top + known > m_press.min.y) {
        const float real = lay_out(i);
        // What is being read stays where it is when a piece above it turns out higher or lower than was guessed.
        if (real != known && top < m_press.min.y && m_view.scroll > 0) {
          m_view.scroll += real - known;
          top -= real - known;
        }
        m_tops.emplace_back(i, static_cast<float>(std::floor(top)));
      }
      top += height_of(i);
    }
    if (m_tops.empty()) return;
    const std::size_t first = m_tops.front().first - std::min(m_tops.front().first, kAround);
    const std::size_t count = m_tops.back().first + 1 + kAround - first;
    if (m_view.asked_first == first && m_view.asked_count == count) return;
    m_view.asked_first = first;
    m_view.asked_count = count;
    m_frame.actions.push_back(NeedPieces{first, count});
  }

  // Returns the height of a piece, which is only guessed until the piece is there.
  float lay_out(std::size_t piece) {
    const auto shown = laid(piece);
    if (!shown) return height_of(piece);
    if (!m_view.seen.contains(piece)) {
      Seen& seen = m_view.seen[piece];
      seen.cells = cells_of(shown->paragraph, shown->text);
      if (!m_text.sought.empty()) seen.places = vault::find_in_text(shown->text, m_text.sought);
    }
    return m_view.heights[piece] = shown->paragraph.height;
  }

  void take_mouse() {
    const ImVec2 mouse = ImGui::GetMousePos();
    if (mouse.x > m_press.max.x - m_ui.em(0.8f)) return;  // the scroll bar
    if (mouse.y < m_press.min.y) m_view.scroll -= m_ui.em(1);
    if (mouse.y > m_press.max.y) m_view.scroll += m_ui.em(1);
    for (const auto& [piece, top] : m_tops) {
      const auto shown = laid(piece);
      const bool is_last = piece == m_tops.back().first;
      if (!shown || (mouse.y >= top + height_of(piece) && !is_last)) continue;
      const auto at = byte_at(shown->paragraph, m_view.seen[piece].cells, mouse.x - m_left, mouse.y - top);
      choose_by_mouse({piece, at}, shown->text);
      break;
    }
    ImGui::SetFocusID(ImGui::GetItemID(), ImGui::GetCurrentWindow());
  }

  void choose_by_mouse(PlaceInPieces at, std::string_view shown) {
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
      const auto [begin, end] = word_around(shown, at.offset);
      m_view.anchor = {at.piece, begin};
      m_view.caret = {at.piece, end};
    } else if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !ImGui::GetIO().KeyShift) {
      m_view.anchor = m_view.caret = at;
    } else if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) || ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
      m_view.caret = at;
    }
  }

  void draw_pieces() {
    m_ui.panel(m_press.min, m_press.max, m_ui.colors().panel, 0.4f);
    ImGui::PushClipRect({m_press.min.x, m_press.min.y + 1}, {m_press.max.x, m_press.max.y - 1}, true);
    const PlaceInPieces from = std::min(m_view.anchor, m_view.caret), to = std::max(m_view.anchor, m_view.caret);
    for (const auto& [piece, top] : m_tops) {
      const auto shown = laid(piece);
      if (!shown) continue;
      const Paragraph& paragraph = shown->paragraph;
      const Seen& seen = m_view.seen[piece];
      const ImVec2 origin(m_left, top);
      for (const vault::TextPlace& place : seen.places)
        draw_marked(paragraph, seen.cells, place.begin, place.end, origin, m_ui.colors().note_soft);
      const std::uint32_t begin = from.piece < piece ? 0 : from.piece == piece ? from.offset : ~std::uint32_t{0};
      const std::uint32_t end = to.piece > piece ? ~std::uint32_t{0} : to.piece == piece ? to.offset : 0;
      draw_marked(paragraph, seen.cells, begin, end, origin, m_ui.colors().selection);
      m_ui.draw(paragraph, origin, m_style.size, m_ui.colors().text);
      m_ui.tell(shown->text, origin, {origin.x + m_style.width, origin.y + paragraph.height});
    }
    ImGui::PopClipRect();
  }

  const TextViewState& m_text;
  Frame& m_frame;
  Ui& m_ui;
  Views::Reading& m_view;
  const Ui::Press& m_press;
  float m_left;
  TextStyle m_style;
  std::vector<std::pair<std::size_t, float>> m_tops;  // of the pieces that are seen
};

}  // namespace

void draw_text_reader(const TextViewState& text, const Ui::Press& area, Frame& frame) {
  TextReader(text, frame, area).draw();
}

}  // namespace daybook::ui
