#include <algorithm>
#include <cctype>
#include <cmath>

#include "ui/desktop/edit_view.h"
#include "ui/desktop/imgui_calls.h"
#include "ui/text/code_points.h"

namespace daybook::ui {
namespace {

constexpr float kMargin = 0.6f;
constexpr ImGuiKey kOwnKeys[] = {ImGuiKey_LeftArrow, ImGuiKey_RightArrow,  ImGuiKey_UpArrow, ImGuiKey_DownArrow,
                                 ImGuiKey_Home,      ImGuiKey_End,         ImGuiKey_PageUp,  ImGuiKey_PageDown,
                                 ImGuiKey_Enter,     ImGuiKey_KeypadEnter, ImGuiKey_Space,   ImGuiKey_Backspace,
                                 ImGuiKey_Delete,    ImGuiKey_A,           ImGuiKey_C,       ImGuiKey_X,
                                 ImGuiKey_V,         ImGuiKey_Z,           ImGuiKey_Y};

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::size_t word_left(std::string_view text, std::size_t at) {
  while (at > 0 && !is_word_byte(text[at - 1])) --at;
  while (at > 0 && is_word_byte(text[at - 1])) --at;
  return at;
}

std::size_t word_right(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_byte(text[at])) ++at;
  while (at < text.size() && !is_word_byte(text[at])) ++at;
  return at;
}

}  // namespace

bool Ui::field(const char* name, TextInput& input, float ems, const char* hint, bool shows_name, const char* key) {
  const std::string_view whole(name);
  if (shows_name) text(whole.substr(0, whole.find("##")), {Size::body, Weight::medium});
  const float width = std::min(ImGui::GetContentRegionAvail().x, em(ems));
  return edit(name, input, {false, {width, em(2.45f)}, hint, key});
}

void Ui::editor(const char* name, TextInput& input, float width, float height) {
  edit(name, input, {true, {width, height}, ""});
}

bool Ui::edit(const char* name, TextInput& input, const FieldLook& look) {
  const Press press = area(name, "field", look.size, input.text());
  const ImGuiID id = ImGui::GetItemID();
  auto& slot = m_views[id];
  if (slot == nullptr) slot = std::make_unique<EditView>();
  EditView& view = *slot;
  const ImVec2 inner(press.min.x + em(kMargin), press.min.y + (look.is_multiline ? em(kMargin) : 0));
  const TextStyle wanted = style({}, look.is_multiline ? look.size.x - em(2 * kMargin + 0.4f) : 0);
  const auto refresh = [&] {
    if (view.revision == input.revision() && view.style == wanted) return;
    view.paragraph = m_shaper.lay_out(input.text(), wanted);
    view.cells = cells_of(view.paragraph, input.text());
    view.revision = input.revision();
    view.style = wanted;
  };
  refresh();
  const float offset_y = look.is_multiline ? -view.scroll : (look.size.y - view.paragraph.lines[0].height) / 2;
  bool was_entered = false;
  if (press.is_held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const ImVec2 mouse = ImGui::GetMousePos();
    const auto at =
        byte_at(view.paragraph, view.cells, mouse.x - inner.x + view.scroll_x, mouse.y - inner.y - offset_y);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
      input.move_to(at, ImGui::GetIO().KeyShift);
    else if (at != input.caret())
      input.move_to(at, true);
    ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
  }
  if (press.is_focused) {
    m_has_text_focus = true;
    was_entered = take_keys(id, input, view, look.is_multiline);
    refresh();
  }

  // Follow the caret, and no further than the text goes.
  const CaretPlace caret = caret_at(view.paragraph, view.cells, static_cast<std::uint32_t>(input.caret()));
  const Line& line = view.paragraph.lines[caret.line];
  const float room = look.size.y - em(2 * kMargin);
  if (look.is_multiline) {
    if (press.is_hovered && ImGui::GetIO().MouseWheel != 0) {
      view.scroll -= ImGui::GetIO().MouseWheel * em(3);
      ImGui::SetKeyOwner(ImGuiKey_MouseWheelY, id);
    } else if (view.followed_caret != input.caret()) {
      view.scroll = std::clamp(view.scroll, line.top + line.height - room, std::max(0.0f, line.top));
    }
    view.followed_caret = input.caret();
    view.scroll = std::clamp(view.scroll, 0.0f, std::max(0.0f, view.paragraph.height - room));
  } else {
    const float width = look.size.x - em(2 * kMargin);
    view.scroll_x = std::clamp(view.scroll_x, caret.x - width, std::max(0.0f, caret.x - em(0.2f)));
    view.scroll_x = std::clamp(view.scroll_x, 0.0f, std::max(0.0f, view.paragraph.width - width + em(0.1f)));
  }

  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, m_palette->field, em(0.4f));
  list.AddRect(press.min, press.max, m_palette->border, em(0.4f), 0, std::max(1.0f, em(0.06f)));
  list.PushClipRect({press.min.x + 2, press.min.y + 2}, {press.max.x - 2, press.max.y - 2}, true);
  const float top = inner.y + (look.is_multiline ? -view.scroll : offset_y);
  if (input.empty() && *look.hint != '\0')
    label(look.hint, {inner.x, top}, {Size::body, Weight::regular, Tone::secondary});
  if (input.empty() && *look.key != '\0')
    key_cap(look.key, {press.max.x - em(kMargin), (press.min.y + press.max.y) / 2}, Tone::secondary);
  draw_text_of(input, view, {inner.x - view.scroll_x, top}, press.is_focused);
  list.PopClipRect();
  return was_entered;
}

void Ui::draw_text_of(const TextInput& input, EditView& view, ImVec2 origin, bool is_focused) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (input.has_selection()) {
    for (const Cell& cell : view.cells) {
      if (cell.begin < input.selection_begin() || cell.begin >= input.selection_end()) continue;
      const Line& line = view.paragraph.lines[cell.line];
      list.AddRectFilled({origin.x + cell.left, origin.y + line.top},
                         {origin.x + cell.right + 1, origin.y + line.top + line.height}, m_palette->selection);
    }
  }
  draw(view.paragraph, origin, view.style.size, m_palette->text);
  if (!is_focused) return;
  const CaretPlace caret = caret_at(view.paragraph, view.cells, static_cast<std::uint32_t>(input.caret()));
  const Line& line = view.paragraph.lines[caret.line];
  const float x = std::floor(origin.x + caret.x), top = origin.y + line.top;
  list.AddRectFilled({x, top + line.height * 0.12f}, {x + std::max(2.0f, em(0.1f)), top + line.height * 0.88f},
                     m_palette->accent);
}

// Returns whether Enter ended a field of one line.
bool Ui::take_keys(ImGuiID id, TextInput& input, EditView& view, bool is_multiline) {
  for (const ImGuiKey key : kOwnKeys) ImGui::SetKeyOwner(key, id);
  const ImGuiIO& io = ImGui::GetIO();
  const bool selects = io.KeyShift, by_word = io.KeyCtrl;
  const std::string& text = input.text();
  const auto caret = static_cast<std::uint32_t>(input.caret());
  const CaretPlace place = caret_at(view.paragraph, view.cells, caret);
  const Line& line = view.paragraph.lines[place.line];
  const auto to_line = [&](int delta) {
    const int target = static_cast<int>(place.line) + delta;
    if (target < 0) return input.move_to(0, selects);
    if (target >= static_cast<int>(view.paragraph.lines.size())) return input.move_to(text.size(), selects);
    const float goal = view.goal_x >= 0 ? view.goal_x : place.x;
    input.move_to(byte_on_line(view.paragraph, view.cells, static_cast<std::uint32_t>(target), goal), selects);
    view.goal_x = goal;
  };
  const float goal_before = view.goal_x;
  view.goal_x = -1;
  // In text from the right the left arrow goes on.
  const bool turned = line.is_right_to_left;
  const auto forward = [&] { return by_word ? word_right(text, caret) : next_character(text, caret); };
  const auto backward = [&] { return by_word ? word_left(text, caret) : previous_character(text, caret); };
  if (is_pressed(ImGuiKey_LeftArrow, id))
    input.move_to(turned ? forward() : backward(), selects);
  else if (is_pressed(ImGuiKey_RightArrow, id))
    input.move_to(turned ? backward() : forward(), selects);
  else if (is_multiline && is_pressed(ImGuiKey_UpArrow, id))
    view.goal_x = goal_before, to_line(-1);
  else if (is_multiline && is_pressed(ImGuiKey_DownArrow, id))
    view.goal_x = goal_before, to_line(1);
  else if (is_multiline && is_pressed(ImGuiKey_PageUp, id))
    view.goal_x = goal_before, to_line(-10);
  else if (is_multiline && is_pressed(ImGuiKey_PageDown, id))
    view.goal_x = goal_before, to_line(10);
  else if (is_pressed(ImGuiKey_Home, id))
    input.move_to(by_word ? 0 : line.begin, selects);
  else if (is_pressed(ImGuiKey_End, id)) {
    std::size_t end = line.end;
    while (end > line.begin && (text[end - 1] == '\n' || (text[end - 1] == ' ' && end < text.size()))) --end;
    input.move_to(by_word ? text.size() : end, selects);
  } else if (is_pressed(ImGuiKey_Backspace, id))
    input.erase(by_word ? word_left(text, caret) : previous_character(text, caret), caret);
  else if (is_pressed(ImGuiKey_Delete, id))
    input.erase(caret, by_word ? word_right(text, caret) : next_character(text, caret));
  if (io.KeyCtrl && !io.KeyAlt) {
    if (is_pressed(ImGuiKey_A, id, false)) input.select_all();
    if (is_pressed(ImGuiKey_C, id, false) && input.has_selection()) clipboard.set(std::string(input.selected()));
    if (is_pressed(ImGuiKey_X, id, false) && input.has_selection()) {
      clipboard.set(std::string(input.selected()));
      input.erase(0, 0);
    }
    if (is_pressed(ImGuiKey_V, id)) input.insert(clipboard.get());
    if (is_pressed(ImGuiKey_Z, id)) selects ? input.redo() : input.undo();
    if (is_pressed(ImGuiKey_Y, id)) input.redo();
  }
  for (const char32_t character : m_characters) {
    if (!io.KeyCtrl || io.KeyAlt) input.insert(utf8_of(character));
  }
  const bool enter = is_pressed(ImGuiKey_Enter, id) || is_pressed(ImGuiKey_KeypadEnter, id);
  if (enter && is_multiline) input.insert("\n");
  return enter && !is_multiline;
}

// Shown, it is shaped one character at a time, so that no buffer of the text engine ever holds two of them.
float Ui::secret_end(const SecretInput& input, bool is_shown, ImVec2 at, bool draws) {
  if (!is_shown) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < input.characters(); ++i, at.x += em(0.6f)) {
      if (draws) list.AddCircleFilled({at.x + em(0.25f), at.y}, em(0.2f), m_palette->text);
    }
    return at.x;
  }
  const TextStyle styled = style({});
  std::string_view rest = input.secret().expose_text();
  while (!rest.empty()) {
    std::size_t size = 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xc0) == 0x80) ++size;
    const Paragraph one = m_shaper.lay_out(rest.substr(0, size), styled);
    if (draws) draw(one, {at.x, at.y - one.height / 2}, styled.size, m_palette->text);
    at.x += rest.substr(0, size) == " " ? em(0.28f) : one.width;
    rest.remove_prefix(size);
  }
  return at.x;
}

// What is typed goes from the platform's event into guarded memory and nowhere else.
bool Ui::secret_field(const char* name, SecretInput& input, bool is_shown, float ems) {
  const float width = std::min(ImGui::GetContentRegionAvail().x, em(ems));
  const std::string count = std::to_string(input.characters());
  const Press press = area(name, "passphrase", {width, em(2.5f)}, count);
  const ImGuiID id = ImGui::GetItemID();
  bool was_entered = false;
  if (press.was_pressed) ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
  if (press.is_focused) {
    m_has_text_focus = true;
    for (const ImGuiKey key : kOwnKeys) ImGui::SetKeyOwner(key, id);
    const ImGuiIO& io = ImGui::GetIO();
    for (const char32_t character : m_characters) {
      if (!io.KeyCtrl || io.KeyAlt) input.append(character);
    }
    if (is_pressed(ImGuiKey_Backspace, id)) io.KeyCtrl ? input.clear() : input.erase_last();
    if (io.KeyCtrl && is_pressed(ImGuiKey_V, id)) {
      std::string pasted = clipboard.get();
      CodePoints points = code_points_of(pasted);
      for (const char32_t character : points.values) input.append(character);
      crypto::wipe({reinterpret_cast<std::uint8_t*>(points.values.data()), points.values.size() * sizeof(char32_t)});
      crypto::wipe({reinterpret_cast<std::uint8_t*>(pasted.data()), pasted.size()});
    }
    was_entered = is_pressed(ImGuiKey_Enter, id, false) || is_pressed(ImGuiKey_KeypadEnter, id, false);
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, m_palette->field, em(0.4f));
  list.AddRect(press.min, press.max, m_palette->border, em(0.4f), 0, std::max(1.0f, em(0.06f)));
  list.PushClipRect(press.min, press.max, true);
  const float middle = (press.min.y + press.max.y) / 2, begin = press.min.x + em(kMargin);
  // Its end is in sight, where it grows and is taken back.
  const float over = secret_end(input, is_shown, {begin, middle}, false) + em(kMargin) - press.max.x;
  const float x = secret_end(input, is_shown, {begin - std::max(0.0f, over), middle}, true);
  if (press.is_focused)
    list.AddRectFilled({x, middle - em(0.65f)}, {x + std::max(2.0f, em(0.1f)), middle + em(0.65f)}, m_palette->accent);
  list.PopClipRect();
  return was_entered;
}

}  // namespace daybook::ui
