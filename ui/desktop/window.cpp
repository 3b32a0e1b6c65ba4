#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/desktop/attachment_views.h"
#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/screen_table.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr float kBar = 3.4f;    // height of the bar at the top
constexpr float kSide = 14.5f;  // width of the navigation
constexpr float kNarrow = 60;   // ems: below this there is one column
constexpr float kMargin = 1.5f;
constexpr float kAlone = 42;

// The list of places, and the shortcuts to them, are there only while a record is open.
bool has_places(const AppState& state) {
  return state.is_open && state.screen != Screen::first_run && state.screen != Screen::unlock;
}

// Who marked items and then goes to Share means those.
Action visit(Screen screen, const AppState& state) {
  const bool takes_marked =
      screen == Screen::share && state.screen == Screen::timeline && !state.timeline.marked.empty();
  if (takes_marked) return BeginSharing{state.timeline.marked};
  return Go{screen};
}

void draw_places(Frame& frame, float width) {
  for (const ScreenEntry& entry : screen_table()) {
    if (entry.name == nullptr) continue;
    if (!frame.ui.navigation(tr(entry.name), entry.icon, frame.state.screen == entry.screen, width)) continue;
    frame.actions.push_back(visit(entry.screen, frame.state));
    frame.views.menu_is_open = false;
  }
}

// The button that hides is first in the order of Tab, always in the same place, and never covered.
void draw_hide(Ui& ui, Actions& actions, float right, float height) {
  const char* name = tr("Hide now");
  const TextStyle style = ui.style({Size::body, Weight::semibold});
  const float name_width = ui.layout_line(name, style, 1e5f).width;
  const float key_width = ui.layout_line(ui.hide_key, ui.style({Size::small, Weight::medium}), 1e5f).width + ui.em(1);
  const ImVec2 size(name_width + key_width + ui.em(2.6f), ui.em(2.45f));
  ImGui::SetCursorScreenPos({right - size.x, std::floor((height - size.y) / 2)});
  const Ui::Press press = ui.area(name, "button", size, ui.hide_key);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, ui.colors().hide, ui.em(0.45f));
  ui.label(name, {press.min.x + ui.em(1), press.min.y + ui.em(0.47f)}, {Size::body, Weight::semibold, Tone::on_hide});
  ui.key_cap(ui.hide_key.c_str(), {press.max.x - ui.em(1), (press.min.y + press.max.y) / 2}, Tone::on_hide);
  if (press.was_pressed) actions.push_back(HideNow{});
}

void draw_saved(const AppState& state, Ui& ui, float left, float right, float height) {
  if (right - left <= ui.em(8)) return;
  std::string saved;
  if (state.draft_failed)
    saved = tr("What you are typing cannot be kept yet");
  else if (!state.saved_at.empty())
    saved = fmt::format(fmt::runtime(tr("Saved {}")), state.saved_at);
  ui.label(saved, {left, (height - ui.em(1.26f)) / 2},
           {Size::small, Weight::regular, state.draft_failed ? Tone::fault : Tone::secondary}, right - left - ui.em(1));
}

// The bar takes a seventh of a low window at most, and its buttons have room beside each other in a narrow one.
float em_of_bar(const Ui& ui, ImVec2 size) {
  constexpr float kMostOfHeight = 0.145f, kLeastEms = 26;
  return std::floor(std::min({ui.em(), size.y * kMostOfHeight / kBar, size.x / kLeastEms}));
}

void draw_bar(Frame& frame, ImVec2 size, float em, bool has_menu) {
  const AppState& state = frame.state;
  Ui& ui = frame.ui;
  const Canvas::InSize in_size(ui, em);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float height = ui.em(kBar);
  list.AddRectFilled({0, 0}, {size.x, height}, ui.colors().panel);
  list.AddLine({0, height}, {size.x, height}, ui.colors().line);
  float hide_left = size.x;
  if (state.screen != Screen::cover) {
    draw_hide(ui, frame.actions, size.x - ui.em(0.8f), height);
    hide_left = ImGui::GetItemRectMin().x;
  }
  float x = ui.em(1.2f);
  if (has_menu) {
    ImGui::SetCursorScreenPos({ui.em(0.6f), (height - ui.em(2.45f)) / 2});
    bool& is_open = frame.views.menu_is_open;
    if (ui.button(tr("Menu"), ButtonKind::quiet, Icon::menu)) is_open = !is_open;
    x = ImGui::GetItemRectMax().x + ui.em(0.5f);
  }
  const Look name{Size::large, Weight::semibold};
  const float name_height = ui.layout_line(state.settings.name, ui.style(name), 1e5f).height;
  x += ui.label(state.settings.name, {x, (height - name_height) / 2}, name, hide_left - x - ui.em(1)) + ui.em(1.2f);
  draw_saved(state, ui, x, hide_left, height);
}

// Says what holds without anybody doing anything: the record is encrypted, and it locks by itself.
void draw_calm(const Frame& frame, ImVec2 corner, float width) {
  const AppState& state = frame.state;
  Ui& ui = frame.ui;
  const bool has_unsaved = !not_saved(state.add, frame.forms.add).empty();
  if (corner.y < ImGui::GetCursorScreenPos().y) return;  // no room
  ui.panel(corner, {corner.x + width, corner.y + ui.em(4)}, ui.colors().good_soft, 0.5f, false);
  ui.icon(Icon::lock, {corner.x + ui.em(0.7f), corner.y + ui.em(0.75f)}, 1.15f, ui.colors().good);
  const float left = corner.x + ui.em(2.5f);
  const char* calm = state.is_read_only                  ? tr("Encrypted, only to read")
                     : state.draft_failed || has_unsaved ? tr("Encrypted, not all saved")
                                                         : tr("Encrypted and saved");
  ui.label(calm, {left, corner.y + ui.em(0.5f)}, {Size::small, Weight::semibold}, width - ui.em(2.7f));
  const int minutes = state.preferences.lock_minutes;
  ui.label(minutes == 1 ? std::string(tr("Locks after 1 minute"))
                        : fmt::format(fmt::runtime(tr("Locks after {} minutes")), minutes),
           {left, corner.y + ui.em(1.95f)}, {Size::small, Weight::regular, Tone::secondary}, width - ui.em(2.7f));
}

// Page Up and Page Down scroll a page, which may hold more words than room and nothing to press. Lists and editors keep
// these keys for themselves.
void scroll_by_keys() {
  const ImGuiID owner = ImGui::GetCurrentWindow()->ID;
  const float page = ImGui::GetWindowHeight() * 0.85f;
  for (const auto& [key, step] : {std::pair(ImGuiKey_PageDown, page), std::pair(ImGuiKey_PageUp, -page)}) {
    const ImGuiID now = ImGui::GetKeyOwner(key);
    if (now != kNoKeyOwner && now != owner) continue;
    ImGui::SetKeyOwner(key, owner);
    if (is_pressed(key, owner)) ImGui::SetScrollY(ImGui::GetScrollY() + step);
  }
}

// Moves the focus between the list of places and the page, past everything at which Tab would stop on the way.
void change_pane(Ui& ui, Views& views) {
  views.list.menu.reset();
  const Widget *place = nullptr, *in_page = nullptr;
  bool is_in_places = false;
  for (const Widget& one : ui.widgets()) {
    if (one.role == "text" || !one.is_enabled || one.value == ui.hide_key) continue;
    const bool is_place = one.role == "link" || one.name == tr("Menu");
    is_in_places |= is_place && one.is_focused;
    const Widget*& target = is_place ? place : in_page;
    if (target == nullptr || (is_place && one.is_chosen)) target = &one;
  }
  if (const Widget* target = is_in_places ? in_page : place) ui.focus(target->name);
}

}  // namespace

void paste_from(Ui& ui, Actions& actions) {
  if (std::string words = ui.clipboard.get(); ui.is_own_copy(words))
    actions.push_back(PasteOwnWords{std::move(words)});
  else if (ui.clipboard.paste)
    ui.clipboard.paste();
}

namespace {

// To a person, a month or a tag, to which the list is then narrowed.
void go_to_filters(Frame& frame) {
  frame.actions.push_back(Go{Screen::timeline});
  frame.forms.timeline.shows_filters = true;
  frame.views.wants_filters = true;
}

void take_writing_shortcuts(Frame& frame) {
  const AppState& state = frame.state;
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  if (is_shortcut(ImGuiMod_Ctrl | ImGuiKey_N)) {
    const bool is_beside = state.screen == Screen::item && state.item.item && !state.item.question;
    if (state.screen == Screen::conversation && state.conversation.conversation != nullptr)
      actions.push_back(begin_note_on(state.conversation));
    else
      actions.push_back(BeginAdding{Begun::Kind::note, is_beside ? std::optional(state.item.number) : std::nullopt});
  }
  const bool is_case = state.screen == Screen::case_details;
  if (is_shortcut(ImGuiMod_Ctrl | ImGuiKey_S)) actions.push_back(is_case ? Action(SaveCase{}) : Action(SaveAdded{}));
  if (is_shortcut(ImGuiMod_Ctrl | ImGuiKey_F)) go_to_search(frame);
  if (is_shortcut(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_F)) go_to_filters(frame);
  if (!ui.has_text_focus() && ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_V)) paste_from(ui, actions);
}

// The size of the text can be changed everywhere, before there is a record too: who cannot read the first page must not
// have to.
void take_size_shortcuts(const Settings& chosen, float wheel, Actions& actions) {
  const auto is_any = [](std::initializer_list<ImGuiKeyChord> keys) {
    return std::any_of(keys.begin(), keys.end(), [](ImGuiKeyChord key) { return is_shortcut(ImGuiMod_Ctrl | key); });
  };
  Settings settings = chosen;
  if (wheel > 0 || is_any({ImGuiKey_Equal, ImGuiMod_Shift | ImGuiKey_Equal, ImGuiKey_KeypadAdd}))
    settings.text_percent += 25;
  if (wheel < 0 || is_any({ImGuiKey_Minus, ImGuiMod_Shift | ImGuiKey_Minus, ImGuiKey_KeypadSubtract}))
    settings.text_percent -= 25;
  if (is_any({ImGuiKey_0, ImGuiKey_Keypad0})) settings.text_percent = Settings().text_percent;
  if (settings.text_percent != chosen.text_percent) actions.push_back(ChangeSettings{settings});
}

void take_shortcuts(Frame& frame, float wheel) {
  const AppState& state = frame.state;
  Actions& actions = frame.actions;
  if (state.screen == Screen::cover || state.finishes_first) return;
  if (is_shortcut(ImGuiMod_Alt | ImGuiKey_LeftArrow)) {
    if (state.screen == Screen::picture)
      leave_picture(frame);
    else
      actions.push_back(entry_of(state.screen).back(state));
  }
  for (const ScreenEntry& entry : screen_table()) {
    const bool needs_none = entry.screen == Screen::help || entry.screen == Screen::check;  // no open record
    if (entry.shortcut != 0 && (has_places(state) || needs_none) && is_shortcut(entry.shortcut))
      actions.push_back(visit(entry.screen, state));
  }
  take_size_shortcuts(state.settings, wheel, actions);
  if (!has_places(state)) return;
  if (is_shortcut(ImGuiKey_F6)) change_pane(frame.ui, frame.views);
  take_writing_shortcuts(frame);
}

// Draws the list of places at the left. Returns where the page begins, in pixels.
float draw_side(Frame& frame, ImVec2 size, float top) {
  Ui& ui = frame.ui;
  const float left = ui.em(kSide);
  ImGui::GetWindowDrawList()->AddRectFilled({0, top}, {left, size.y}, ui.colors().panel);
  ImGui::GetWindowDrawList()->AddLine({left, top}, {left, size.y}, ui.colors().line);
  ImGui::SetCursorScreenPos({1, top});
  begin_part("places", {left - 2, size.y - top}, 0, ImGuiWindowFlags_NoScrollbar);
  ImGui::SetCursorPos({ui.em(0.6f), ui.em(0.8f)});
  ImGui::BeginGroup();
  draw_places(frame, left - ui.em(1.2f));
  ImGui::EndGroup();
  draw_calm(frame, {ui.em(0.6f), size.y - ui.em(4.6f)}, left - ui.em(1.2f));
  ImGui::EndChild();
  return left;
}

void draw_content(Frame& frame, ImVec2 from, ImVec2 size, float margin) {
  Ui& ui = frame.ui;
  ImGui::SetCursorScreenPos(from);
  begin_part("content", {size.x - from.x, size.y - from.y}, 0, ImGuiWindowFlags_NoScrollbar);
  ImGui::SetCursorScreenPos({from.x + margin, from.y + margin * 0.7f});
  if (frame.has_come) ImGui::SetNextWindowScroll({0, 0});  // a new screen is shown from its beginning
  // The menu stands in a part of its own, so that it opens at its beginning and the page stays where it was.
  begin_part(frame.views.menu_is_open ? "menu" : "inner", {size.x - from.x - margin, size.y - from.y - margin * 0.7f});
  // Leaves room for the ring around what lies at an edge.
  ImGui::SetCursorPos({ui.em(0.35f), ui.em(0.35f)});
  ImGui::BeginGroup();
  if (frame.state.finishes_first) {
    draw_finishing(frame);
  } else if (frame.views.menu_is_open) {
    draw_places(frame, std::min(ui.em(20), size.x - 2 * margin));
  } else {
    draw_banners(frame);
    entry_of(frame.state.screen).draw(frame);
  }
  ImGui::EndGroup();
  if (ImGui::GetCursorPosY() > ImGui::GetWindowHeight()) ui.gap(0.4f);  // for the ring around what stands last
  scroll_by_keys();
  ImGui::EndChild();
  ImGui::EndChild();
}

// Who left a page where she had a passphrase shown does not expect it to stand there when she comes back.
void cover_secrets(const AppState& state, Forms& forms) {
  for (NewPassphrase* one : {&forms.first_run.next, &forms.unlock.next, &forms.safety.next}) one->cover();
  forms.safety.is_shown = forms.check.is_shown = false;
  forms.unlock.is_shown = state.unlock.with_sheet;  // a code is copied from paper, and nobody can do that blind
}

// Whether another screen, or another step of it, is shown than in the frame before.
bool has_come(const AppState& state, Views& views, Forms& forms) {
  const int step = entry_of(state.screen).step(state);
  const bool is_other = views.screen != state.screen || views.step != step;
  if (is_other) {
    views.menu_is_open = false;
    cover_secrets(state, forms);
  }
  if (views.screen != state.screen) views.banner_before = state.banner_number;
  views.screen = state.screen;
  views.step = step;
  return is_other;
}

}  // namespace

void draw_window(const AppState& state, Forms& forms, Views& views, Ui& ui, Actions& actions) {
  constexpr const char* kHideKeys[] = {tr_later("Esc"), tr_later("F12"), tr_later("Pause")};
  ui.hide_key = tr(kHideKeys[static_cast<int>(state.preferences.hide_key)]);
  if (state.add.wants_empty_clipboard) {
    if (ui.clipboard.set) ui.clipboard.set("");
    actions.push_back(ClipboardEmptied{});
  }
  // With Ctrl the wheel changes the size of the text, wherever the mouse is, and scrolls nothing.
  ImGuiIO& io = ImGui::GetIO();
  const float wheel = io.KeyCtrl ? std::exchange(io.MouseWheel, 0.0f) : 0;
  const ImVec2 size = io.DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("window", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  drop_old_parts(state.picture_view, views.looked_at, ui.textures());
  drop_old_pictures(state.pictures, views, ui.textures());
  drop_old_attachments(state, views, ui.textures());
  Frame frame{state, forms, views, ui, actions, has_come(state, views, forms)};
  if (frame.has_come) {
    ui.forget_lost_focus();
    ui.open_page();
  }
  const bool is_narrow = size.x < ui.em(kNarrow);
  const bool shows_places = has_places(state) && !state.finishes_first && !entry_of(state.screen).fills_window;
  const float bar = em_of_bar(ui, size);
  draw_bar(frame, size, bar, is_narrow && shows_places);
  const float top = bar * kBar + 1, margin = is_narrow ? ui.em(0.8f) : ui.em(kMargin);
  float left = 0;
  if (shows_places && !is_narrow) left = draw_side(frame, size, top);
  // A page without the list of places beside it stands in the middle.

  if (!shows_places && !is_narrow && state.screen != Screen::cover && !entry_of(state.screen).fills_window)
    left = std::floor((size.x - ui.em(kAlone)) / 2) - margin;
  draw_content(frame, {left, top}, size, margin);
  take_shortcuts(frame, wheel);
  ImGui::End();
  ui.hints.draw(ui);
}

}  // namespace daybook::ui
