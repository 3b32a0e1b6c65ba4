#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/screens.h"
#include "ui/words/translate.h"
#include "vault/intake/picture.h"

namespace daybook::ui {
namespace {

constexpr float kBar = 3.4f;    // height of the bar at the top
constexpr float kSide = 14.5f;  // width of the navigation
constexpr float kNarrow = 60;   // ems: below this there is one column
constexpr float kMargin = 1.5f;
constexpr float kAlone = 42;

struct Place {
  const char* name;
  Icon icon;
  Screen screen;
};

std::vector<Place> places() {
  return {{tr("Timeline"), Icon::timeline, Screen::timeline},
          {tr("People"), Icon::people, Screen::people},
          {tr("Case"), Icon::folder, Screen::case_details},
          {tr("Share"), Icon::copy, Screen::share},
          {tr("Check a copy"), Icon::check, Screen::check},
          {tr("Settings"), Icon::settings, Screen::settings},
          {tr("Help"), Icon::help, Screen::help}};
}

void draw_places(AppState& state, Views& views, Ui& ui, Actions& actions, float width) {
  for (const Place& place : places()) {
    if (ui.navigation(place.name, place.icon, state.screen == place.screen, width)) {
      if (place.screen == Screen::share)
        actions.push_back(BeginSharing{});
      else
        actions.push_back(Go{place.screen});
      views.menu_is_open = false;
    }
  }
}

// First in the order of Tab, always in its place, never covered.
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

void draw_bar(AppState& state, Views& views, Ui& ui, Actions& actions, ImVec2 size, bool is_narrow) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float height = ui.em(kBar);
  list.AddRectFilled({0, 0}, {size.x, height}, ui.colors().panel);
  list.AddLine({0, height}, {size.x, height}, ui.colors().line);
  float hide_left = size.x;
  if (state.screen != Screen::cover) {
    draw_hide(ui, actions, size.x - ui.em(0.8f), height);
    hide_left = ImGui::GetItemRectMin().x;
  }
  float x = ui.em(1.2f);
  if (state.is_open && is_narrow) {
    ImGui::SetCursorScreenPos({ui.em(0.6f), (height - ui.em(2.45f)) / 2});
    if (ui.button(tr("Menu"), ButtonKind::quiet, Icon::menu)) views.menu_is_open = !views.menu_is_open;
    x = ImGui::GetItemRectMax().x + ui.em(0.5f);
  }
  const Look name{Size::large, Weight::semibold};
  const float name_height = ui.layout_line(state.settings.name, ui.style(name), 1e5f).height;
  x += ui.label(state.settings.name, {x, (height - name_height) / 2}, name, hide_left - x - ui.em(1)) + ui.em(1.2f);
  std::string saved;
  if (state.draft_failed)
    saved = tr("What you are typing cannot be kept yet");
  else if (!state.saved_at.empty())
    saved = fmt::format(fmt::runtime(tr("Saved {}")), state.saved_at);
  if (hide_left - x > ui.em(8))
    ui.label(saved, {x, (height - ui.em(1.26f)) / 2},
             {Size::small, Weight::regular, state.draft_failed ? Tone::fault : Tone::secondary},
             hide_left - x - ui.em(1));
}

// What holds without anybody doing anything.
void draw_calm(const AppState& state, Ui& ui, ImVec2 corner, float width) {
  if (corner.y < ImGui::GetCursorScreenPos().y) return;  // no room
  ui.panel(corner, {corner.x + width, corner.y + ui.em(4)}, ui.colors().good_soft, 0.5f, false);
  ui.icon(Icon::lock, {corner.x + ui.em(0.7f), corner.y + ui.em(0.75f)}, 1.15f, ui.colors().good);
  const float left = corner.x + ui.em(2.5f);
  ui.label(state.is_read_only ? tr("Encrypted, only to read") : tr("Encrypted and saved"),
           {left, corner.y + ui.em(0.5f)}, {Size::small, Weight::semibold}, width - ui.em(2.7f));
  const int minutes = state.preferences.lock_minutes;
  ui.label(minutes == 1 ? std::string(tr("Locks after 1 minute"))
                        : fmt::format(fmt::runtime(tr("Locks after {} minutes")), minutes),
           {left, corner.y + ui.em(1.95f)}, {Size::small, Weight::regular, Tone::secondary}, width - ui.em(2.7f));
}

void draw_screen(AppState& state, Views& views, Ui& ui, Actions& actions, bool has_come) {
  switch (state.screen) {
    case Screen::cover:
      return ui.editor(tr("Page"), state.cover, ImGui::GetContentRegionAvail().x - ui.em(0.8f),
                       ImGui::GetContentRegionAvail().y - ui.em(0.8f));
    case Screen::first_run:
      return draw_first_run(state, ui, actions, has_come);
    case Screen::unlock:
      return draw_unlock(state, ui, actions, has_come);
    case Screen::timeline:
      return draw_timeline(state, views, ui, actions, has_come);
    case Screen::add:
      return draw_add(state, views, ui, actions, has_come);
    case Screen::item:
      return draw_item(state, views, ui, actions, has_come);
    case Screen::share:
      return draw_share(state, views, ui, actions, has_come);
    case Screen::check:
      return draw_check(state, ui, actions, has_come);
    case Screen::browse:
      return draw_browse(state, ui, actions, has_come);
    case Screen::people:
      return draw_people(state, ui, actions, has_come);
    case Screen::case_details:
      return draw_case(state, ui, actions, has_come);
    case Screen::helper:
      return draw_helper(state, ui, actions, has_come);
    case Screen::keep_safe:
      return draw_keep_safe(state, ui, actions, has_come);
    case Screen::settings:
      return draw_settings(state, ui, actions);
    case Screen::help:
      return draw_help(state, ui);
  }
}

// A page can hold more words than room, and nothing to press. Lists and editors have these keys to themselves.
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

// Between the places and the page, past all that lies between them for Tab.
void change_pane(Ui& ui) {
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

void take_shortcuts(AppState& state, Ui& ui, Actions& actions) {
  if (state.screen == Screen::cover || state.finishes_first) return;
  if (is_shortcut(ImGuiKey_F1)) actions.push_back(Go{Screen::help});
  if (is_shortcut(ImGuiMod_Alt | ImGuiKey_LeftArrow)) actions.push_back(GoBack{});
  if (!state.is_open || state.screen == Screen::first_run || state.screen == Screen::unlock) return;
  if (is_shortcut(ImGuiKey_F6)) change_pane(ui);
  if (is_shortcut(ImGuiMod_Alt | ImGuiKey_1)) actions.push_back(Go{Screen::timeline});
  if (is_shortcut(ImGuiMod_Alt | ImGuiKey_2)) actions.push_back(Go{Screen::people});
  if (is_shortcut(ImGuiMod_Alt | ImGuiKey_3)) actions.push_back(Go{Screen::case_details});
  if (is_shortcut(ImGuiMod_Alt | ImGuiKey_4)) actions.push_back(BeginSharing{});
  if (is_shortcut(ImGuiMod_Alt | ImGuiKey_5)) actions.push_back(Go{Screen::settings});
  if (is_shortcut(ImGuiMod_Alt | ImGuiKey_6)) actions.push_back(Go{Screen::check});
  if (is_shortcut(ImGuiMod_Ctrl | ImGuiKey_N)) {
    const bool is_beside = state.screen == Screen::item && state.item.item && !state.item.question;
    actions.push_back(BeginAdding{AddState::Kind::note, is_beside ? std::optional(state.item.number) : std::nullopt});
  }
  if (is_shortcut(ImGuiMod_Ctrl | ImGuiKey_S)) {
    if (state.screen == Screen::case_details)
      actions.push_back(SaveCase{});
    else
      actions.push_back(SaveAdded{});
  }
  if (is_shortcut(ImGuiMod_Ctrl | ImGuiKey_F)) {
    actions.push_back(Go{Screen::timeline});
    ui.focus(tr("Search"));
  }
  if (!ui.has_text_focus() && ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_V) && ui.clipboard.paste)
    ui.clipboard.paste();
  const int step =
      is_shortcut(ImGuiMod_Ctrl | ImGuiKey_Equal) ? 25 : (is_shortcut(ImGuiMod_Ctrl | ImGuiKey_Minus) ? -25 : 0);
  if (step != 0) {
    Settings settings = state.settings;
    settings.text_percent += step;
    actions.push_back(ChangeSettings{settings});
  }
}

}  // namespace

void draw_window(AppState& state, Views& views, Ui& ui, Actions& actions) {
  constexpr const char* kHideKeys[] = {"Esc", "F12", "Pause"};
  ui.hide_key = kHideKeys[static_cast<int>(state.preferences.hide_key)];
  if (state.wants_empty_clipboard && ui.clipboard.set) ui.clipboard.set("");
  state.wants_empty_clipboard = false;
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("window", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  const bool is_narrow = size.x < ui.em(kNarrow);
  const bool has_places =
      state.is_open && !state.finishes_first && state.screen != Screen::first_run && state.screen != Screen::unlock;
  int step = 0;
  if (state.screen == Screen::first_run) step = static_cast<int>(state.first_run.step);
  if (state.screen == Screen::share) step = static_cast<int>(state.share.step);
  if (state.screen == Screen::item && state.item.question) step = 1 + static_cast<int>(*state.item.question);
  if (state.screen == Screen::keep_safe) step = static_cast<int>(state.safety.task);
  if (state.screen == Screen::people) step = state.people.chosen ? 1 : 0;
  if (state.screen == Screen::unlock)
    step = (state.unlock.wants_new_passphrase ? 2 : 0) + (state.unlock.with_sheet ? 1 : 0);
  const bool has_come = views.screen != state.screen || views.step != step;
  if (has_come) views.menu_is_open = false;
  views.screen = state.screen;
  views.step = step;
  draw_bar(state, views, ui, actions, size, is_narrow && has_places);
  float left = 0;
  const float top = ui.em(kBar) + 1;
  if (has_places && !is_narrow) {
    left = ui.em(kSide);
    ImGui::GetWindowDrawList()->AddRectFilled({0, top}, {left, size.y}, ui.colors().panel);
    ImGui::GetWindowDrawList()->AddLine({left, top}, {left, size.y}, ui.colors().line);
    ImGui::SetCursorScreenPos({1, top});
    begin_part("places", {left - 2, size.y - top}, 0, ImGuiWindowFlags_NoScrollbar);
    ImGui::SetCursorPos({ui.em(0.6f), ui.em(0.8f)});
    ImGui::BeginGroup();
    draw_places(state, views, ui, actions, left - ui.em(1.2f));
    ImGui::EndGroup();
    draw_calm(state, ui, {ui.em(0.6f), size.y - ui.em(4.6f)}, left - ui.em(1.2f));
    ImGui::EndChild();
  }
  const float margin = is_narrow ? ui.em(0.8f) : ui.em(kMargin);
  // What stands alone stands in the middle.
  if (!has_places && !is_narrow && state.screen != Screen::cover)
    left = std::floor((size.x - ui.em(kAlone)) / 2) - margin;
  ImGui::SetCursorScreenPos({left, top});
  begin_part("content", {size.x - left, size.y - top}, 0, ImGuiWindowFlags_NoScrollbar);
  ImGui::SetCursorScreenPos({left + margin, top + margin * 0.7f});
  if (has_come) ImGui::SetNextWindowScroll({0, 0});  // a screen begins at its beginning
  begin_part("inner", {size.x - left - margin, size.y - top - margin * 0.7f});
  // Room for the ring around what lies at an edge.
  ImGui::SetCursorPos({ui.em(0.35f), ui.em(0.35f)});
  ImGui::BeginGroup();
  if (state.finishes_first) {
    draw_finishing(state, ui, actions);
  } else if (views.menu_is_open) {
    draw_places(state, views, ui, actions, std::min(ui.em(20), size.x - 2 * margin));
  } else {
    draw_banners(state, ui, actions);
    draw_screen(state, views, ui, actions, has_come);
  }
  ImGui::EndGroup();
  scroll_by_keys();
  ImGui::EndChild();
  ImGui::EndChild();
  take_shortcuts(state, ui, actions);
  ImGui::End();
}

}  // namespace daybook::ui
