#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/screens.h"
#include "ui/desktop/scrolling.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Kind = ReportBlock::Kind;

constexpr float kPaper = 46, kPaperMargin = 1.6f;  // ems
constexpr float kLabel = 7.5f;
constexpr double kEnd = std::numeric_limits<double>::max();
constexpr float kNotSeen = -1;                        // the height of a strip that was not drawn yet
constexpr float kLeastColumn = 10, kMostColumn = 40;  // bytes that a column of a table makes room for
constexpr float kLeastByte = 0.4f;                    // ems that a table needs for each of them

std::string one_text(const ReportLine& line) {
  std::string text;
  for (const ReportSpan& span : line) text += span.kind == ReportSpan::Kind::kept ? isolated(span.text) : span.text;
  return text;
}

std::string one_text(const std::vector<ReportLine>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i > 0 ? "\n" : "") + one_text(lines[i]);
  return text;
}

// Cuts the report into strips. A report can be long, so only the strips that are seen are laid out. The height of a
// strip that was never seen is guessed.
std::vector<Views::Report::Strip> strips_of(const std::vector<ReportPage>& pages) {
  std::vector<Views::Report::Strip> strips;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t b = 0; b < pages[p].blocks.size(); ++b) {
      const ReportBlock& block = pages[p].blocks[b];
      const std::size_t rows = block.kind == Kind::facts ? block.facts.size() : block.rows.size();
      for (std::size_t row = 0; row < std::max<std::size_t>(1, rows); ++row) strips.push_back({p, b, row});
    }
  }
  return strips;
}

// The bytes that each column of a table makes room for. A column is as wide as what it holds, within limits, so that a
// number does not take the room of a sentence.
std::vector<float> columns_of(const ReportBlock& table) {
  std::vector<float> columns;
  for (const auto& row : table.rows) {
    columns.resize(std::max(columns.size(), row.size()), kLeastColumn);
    for (std::size_t i = 0; i < row.size(); ++i) {
      float bytes = 0;
      for (const ReportSpan& span : row[i]) bytes += static_cast<float>(span.text.size());
      columns[i] = std::max(columns[i], std::min(bytes, kMostColumn));
    }
  }
  return columns;
}

std::map<std::pair<std::size_t, std::size_t>, std::vector<float>> tables_of(const std::vector<ReportPage>& pages) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<float>> tables;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t b = 0; b < pages[p].blocks.size(); ++b) {
      if (pages[p].blocks[b].kind == Kind::table) tables[{p, b}] = columns_of(pages[p].blocks[b]);
    }
  }
  return tables;
}

std::vector<vault::ItemNumber> items_of(const std::vector<ReportPage>& pages) {
  std::vector<vault::ItemNumber> items;
  for (const ReportPage& page : pages) {
    if (page.item) items.push_back(*page.item);
  }
  return items;
}

class ReportPainter {
 public:
  ReportPainter(const std::vector<ReportPage>& pages, bool shows_pictures, Frame& frame, float width)
      : m_pages(pages), m_shows_pictures(shows_pictures), m_frame(frame), m_ui(frame.ui), m_width(width) {}

  // Draws a strip at the cursor. Returns its height in pixels, with the gap between it and the next strip.
  float draw(const Views::Report::Strip& strip) {
    ImGui::BeginGroup();
    draw_inside(strip);
    ImGui::EndGroup();
    return ImGui::GetItemRectSize().y + ImGui::GetStyle().ItemSpacing.y;
  }

 private:
  void draw_inside(const Views::Report::Strip& strip) {
    const ReportPage& page = m_pages[strip.page];
    const ReportBlock& block = page.blocks[strip.block];
    switch (block.kind) {
      case Kind::title:
        return write(one_text(block.line), {Size::title, Weight::semibold});
      case Kind::heading:
        m_ui.gap(0.9f);
        return write(one_text(block.line), {Size::large, Weight::semibold});
      case Kind::item_heading:
        draw_rule();
        return write(one_text(block.line), {Size::body, Weight::semibold});
      case Kind::part_heading:
        m_ui.gap(0.4f);
        return write(one_text(block.line), {Size::body, Weight::medium});
      case Kind::paragraph:
        return write(one_text(block.line), {});
      case Kind::words:
      case Kind::commands:
        return draw_words(block.text, block.is_note);
      case Kind::turn:
        write(one_text(block.line), {Size::small});
        return block.text.empty() ? void() : draw_words(block.text, false);
      case Kind::lines:
        return draw_words(numbered(block), false);
      case Kind::picture:
        return draw_item_picture(page, block);
      case Kind::room:
        return draw_words(one_text(block.line) + "\n\n\n", false);
      case Kind::facts:
        return draw_fact(m_ui, block.facts[strip.row].label.c_str(), one_text(block.facts[strip.row].lines), kLabel,
                         Tone::normal, m_width);
      case Kind::table:
        return draw_row(block, m_frame.views.report.columns.at({strip.page, strip.block}), strip.row);
    }
  }
  void write(std::string_view text, Look look) { m_ui.text(text, look, m_width / m_ui.em()); }

  void draw_rule() {
    m_ui.gap(0.6f);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + m_width, at.y + std::max(2.0f, m_ui.em(0.1f))},
                                              m_ui.colors().text);
    m_ui.gap(0.4f);
  }

  // Each line behind its number, as the report has it. The number and the text are kept apart, so that a text in
  // another direction does not take the number along.
  static std::string numbered(const ReportBlock& block) {
    std::string text;
    std::string_view rest = block.text;
    for (std::size_t line = block.first_line; !rest.empty(); ++line) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      text += std::to_string(line) + "  " + isolated(std::string(rest.substr(0, end))) + "\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
  }

  void draw_words(const std::string& text, bool is_note) {
    const TextStyle style = m_ui.style({}, m_width - m_ui.em(2));
    const Paragraph& paragraph = m_ui.layout(text, style);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 end(corner.x + m_width, corner.y + paragraph.height + m_ui.em(1.2f));
    m_ui.panel(corner, end, is_note ? m_ui.colors().note_soft : m_ui.colors().page, 0.25f);
    ImGui::SetCursorScreenPos({corner.x + m_ui.em(1), corner.y + m_ui.em(0.6f)});
    m_ui.text(text, {}, m_width / m_ui.em() - 2);
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({m_width, end.y - corner.y + m_ui.em(0.2f)});
  }

  // Where the width leaves too little for words, the cells stand below each other, each behind the name of its column.
  void draw_row(const ReportBlock& table, const std::vector<float>& columns, std::size_t row) {
    const std::vector<ReportLine>& cells = table.rows[row];
    const bool is_head = row == 0;
    const float byte = m_width / std::accumulate(columns.begin(), columns.end(), 0.0f);
    if (byte < m_ui.em(kLeastByte)) return is_head ? void() : draw_stacked(table.rows.front(), cells);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float x = at.x, height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const float width = columns[i] * byte;
      const Look look{Size::small, is_head ? Weight::semibold : Weight::regular};
      ImGui::SetCursorScreenPos({x, at.y});
      m_ui.text(one_text(cells[i]), look, (width - m_ui.em(0.6f)) / m_ui.em());
      height = std::max(height, ImGui::GetItemRectSize().y);
      x += width;
    }
    const float under = at.y + height + m_ui.em(0.2f);
    ImGui::GetWindowDrawList()->AddLine({at.x, under}, {at.x + m_width, under}, m_ui.colors().line);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({m_width, height + m_ui.em(0.2f)});
  }

  void draw_stacked(const std::vector<ReportLine>& names, const std::vector<ReportLine>& cells) {
    write(one_text(cells.front()), {Size::small, Weight::semibold});
    for (std::size_t i = 1; i < cells.size(); ++i)
      draw_fact(m_ui, one_text(names[i]).c_str(), one_text(cells[i]), kLabel, Tone::normal, m_width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(at, {at.x + m_width, at.y}, m_ui.colors().line);
    m_ui.gap(0.2f);
  }

  // The report of the copy shows the picture, and its file lies beside. So the preview shows the picture, or says that
  // it goes out.
  void draw_item_picture(const ReportPage& page, const ReportBlock& block) {
    const Look quiet{Size::small, Weight::regular, Tone::secondary};
    if (!m_shows_pictures) return write(tr("The picture itself goes out too. It is covered here."), quiet);
    if (m_frame.state.pictures.find(*page.item) == nullptr) m_frame.actions.push_back(NeedPicture{*page.item});
    bool looks = draw_bare_picture(m_frame, *page.item);
    write(one_text(block.line), quiet);
    const std::string name = fmt::format("{}##large{}", tr("Show it large"), vault::item_text(*page.item));
    looks |= m_ui.button(name.c_str(), ButtonKind::quiet, Icon::search);
    if (looks) m_frame.actions.push_back(LookAtPicture{*page.item, items_of(m_pages), /*shows_all=*/true});
  }

  const std::vector<ReportPage>& m_pages;
  bool m_shows_pictures;
  Frame& m_frame;
  Ui& m_ui;
  float m_width;
};

// A key that scrolls the report while most of it is out of view brings it into view, and does nothing else: nobody
// reads what she cannot see. The box stands in the page, which scrolls too where the text is large.
bool brings_into_view(const Ui::Press& press, ImGuiID id, ImGuiWindow* page) {
  const ImRect box(press.min, press.max);
  const float seen = std::min(box.Max.y, page->ClipRect.Max.y) - std::max(box.Min.y, page->ClipRect.Min.y);
  const float most = std::min(box.GetHeight(), page->ClipRect.GetHeight());
  const bool is_seen = seen > 0.9f * most;
  const auto is_hit = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
  const bool scrolls = is_hit(ImGuiKey_PageDown) || is_hit(ImGuiKey_PageUp) ||
                       (press.is_focused && (is_hit(ImGuiKey_DownArrow) || is_hit(ImGuiKey_Space)));
  if (is_seen || !scrolls) return false;
  for (const ImGuiKey key : {ImGuiKey_PageDown, ImGuiKey_PageUp}) ImGui::SetKeyOwner(key, id);
  ImGui::ScrollToRect(page, box, ImGuiScrollFlags_KeepVisibleEdgeY);
  return true;
}

// Page Up and Page Down scroll the report wherever the focus is, because nothing else on its screen uses these keys.
void page_by_keys(double& scroll, Ui& ui, float height, ImGuiID id) {
  const double page = std::max<double>(ui.em(3), height - ui.em(3));
  for (const auto& [key, step] : {std::pair(ImGuiKey_PageDown, page), std::pair(ImGuiKey_PageUp, -page)}) {
    ImGui::SetKeyOwner(key, id);
    if (is_pressed(key, id)) scroll += step;
  }
}

void take_keys(double& scroll, Ui& ui, float height, ImGuiID id) {
  for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Space})
    ImGui::SetKeyOwner(key, id);
  const auto hit = [&](ImGuiKey key) { return is_pressed(key, id); };
  const double line = ui.em(3), page = std::max<double>(line, height - line);
  scroll += hit(ImGuiKey_DownArrow) ? line : 0;
  scroll -= hit(ImGuiKey_UpArrow) ? line : 0;
  scroll += hit(ImGuiKey_Space) ? page : 0;
  if (hit(ImGuiKey_Home)) scroll = 0;
  if (hit(ImGuiKey_End)) scroll = kEnd;
}

}  // namespace

bool draw_report(const ShareState& share, bool shows_pictures, float below, Frame& frame) {
  Views::Report& report = frame.views.report;
  Ui& ui = frame.ui;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 size(std::min(room.x - ui.em(0.8f), ui.em(kPaper + 2 * kPaperMargin)),
                    std::max(ui.em(9), room.y - ui.em(0.6f + below)));
  const float width = size.x - ui.em(2 * kPaperMargin);
  if (report.revision != share.preview_number) report.scroll = 0;
  if (report.revision != share.preview_number || report.em != ui.em() || report.width != width) {
    report.revision = share.preview_number;
    report.em = ui.em();
    report.width = width;
    report.strips = strips_of(share.preview);
    report.columns = tables_of(share.preview);
    report.heights.assign(report.strips.size(), kNotSeen);
  }
  const auto height_of = [&](std::size_t i) { return report.heights[i] >= 0 ? report.heights[i] : ui.em(2); };
  double height = ui.em(2 * kPaperMargin);
  for (std::size_t i = 0; i < report.strips.size(); ++i) height += height_of(i);

  ImGuiWindow* const page = ImGui::GetCurrentWindow();
  begin_part("report", size, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::SetNextItemAllowOverlap();  // for the buttons under its pictures
  const Ui::Press press = ui.area(tr("The copy"), "document", size, "", true, false, /*has_ring=*/false);
  const ImGuiID id = ImGui::GetItemID();
  const double before = report.scroll;
  report.scroll -= take_wheel(press.is_hovered, id) * ui.em(4);
  if (!brings_into_view(press, id, page)) {
    if (press.is_focused) take_keys(report.scroll, ui, size.y, id);
    page_by_keys(report.scroll, ui, size.y, id);
  }
  if (report.scroll != before) report.stays_at_end = report.scroll == kEnd;
  report.scroll = std::clamp(report.scroll, 0.0, std::max(0.0, height - size.y));
  ui.panel(press.min, press.max, ui.colors().panel, 0.4f);
  ImGui::PushClipRect({press.min.x, press.min.y + 1}, {press.max.x, press.max.y - 1}, true);
  ReportPainter painter(share.preview, shows_pictures, frame, width);
  double top = press.min.y + ui.em(kPaperMargin) - report.scroll;
  for (std::size_t i = 0; i < report.strips.size() && top < press.max.y; ++i) {
    const float known = height_of(i);
    if (top + known > press.min.y) {
      ImGui::SetCursorScreenPos({press.min.x + ui.em(kPaperMargin), static_cast<float>(std::floor(top))});
      report.heights[i] = painter.draw(report.strips[i]);
      // A strip may be higher or lower than was guessed. Then the scroll moves with it, so that what is being read
      // stays where it is, and so does the end after the key that leads to it.
      if (top < press.min.y || report.stays_at_end) report.scroll += report.heights[i] - known;
    }
    top += height_of(i);
  }
  ImGui::PopClipRect();
  draw_scrollbar(report.scroll, height, ui, press);
  ImGui::EndChild();
  if (press.is_focused) ui.ring(press.min, press.max);
  return top <= press.max.y;  // all strips were drawn, and the last one ends here
}

}  // namespace daybook::ui
