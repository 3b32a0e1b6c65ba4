#include "ui/desktop/screen_table.h"

#include <array>

#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

void draw_cover(Frame& frame) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  frame.ui.editor(tr("Page"), frame.forms.cover, room.x - frame.ui.em(0.8f), room.y - frame.ui.em(0.8f));
}

int step_of_unlock(const AppState& state) {
  return (state.unlock.wants_new_passphrase ? 2 : 0) + (state.unlock.with_sheet ? 1 : 0);
}

// A question comes a moment after its step when the item is still being read. Only then can it be given the focus.
int step_of_item(const AppState& state) {
  const int step = state.item.question ? 1 + static_cast<int>(*state.item.question) : 0;
  return 2 * step + (state.item.item ? 1 : 0);
}

bool has_come(const ShareState& share) {
  using Step = ShareState::Step;
  switch (share.step) {
    case Step::preview:
      return !share.is_loading;
    case Step::save:
      return !share.folder.empty();
    case Step::who:
    case Step::items:
    case Step::questions:
    case Step::done:
      break;
  }
  return share.questions.has_value();
}

// What is asked, the preview, and a stick as the place to save to, come a moment after their steps, and are steps of
// their own. So is what is asked at the beginning and at the end.
int step_of_share(const AppState& state) {
  const ShareState& share = state.share;
  const bool asks = !share.waiting.empty() || share.asks_to_finish;
  return 4 * static_cast<int>(share.step) + (asks ? 2 : 0) + (has_come(share) ? 1 : 0);
}

// A step back. While a copy is being saved there is none, and the way leads out.
Action back_of_share(const AppState& state) {
  if (state.share.is_working) return GoBack{};
  return PreviousShareStep{};
}

// Each conversation is a step of its own, and so is the moment at which it is there, the question how much of it is
// shared, and what is told of a file.
int step_of_conversation(const AppState& state) {
  const ConversationState& shown = state.conversation;
  return shown.conversation == nullptr ? 0
                                       : 3 * static_cast<int>(shown.number) + (shown.offer              ? 1
                                                                               : state.attachments.asks ? 2
                                                                                                        : 0);
}

Action back_of_conversation(const AppState& state) {
  if (state.conversation.offer) return LeaveHowMuch{};
  if (state.attachments.asks) return LeaveAttachment{};
  return GoBack{};
}

int step_of_safety(const AppState& state) {
  return 2 * static_cast<int>(state.safety.task) + (state.safety.asks_for_groups ? 1 : 0);
}

// The table has the order of Screen, so that entry_of() finds each screen at its place.
constexpr std::array kTable = {
    ScreenEntry{Screen::cover, draw_cover},
    ScreenEntry{.screen = Screen::first_run,
                .draw = [](Frame& f) { draw_first_run(f.state.first_run, f.forms.first_run, f); },
                .step = [](const AppState& state) { return static_cast<int>(state.first_run.step); }},
    ScreenEntry{.screen = Screen::unlock,
                .draw = [](Frame& f) { draw_unlock(f.state.unlock, f.forms.unlock, f); },
                .step = step_of_unlock},
    ScreenEntry{Screen::timeline, draw_timeline, tr_later("Timeline"), Icon::timeline, ImGuiMod_Alt | ImGuiKey_1},
    ScreenEntry{.screen = Screen::add,
                .draw = [](Frame& f) { draw_add(f.state.add, f.forms.add, f); },
                .step = [](const AppState& state) { return static_cast<int>(state.add.number); }},
    ScreenEntry{.screen = Screen::item,
                .draw = [](Frame& f) { draw_item(f.state.item, f.forms.item, f); },
                .step = step_of_item},
    ScreenEntry{.screen = Screen::picture,
                .draw = [](Frame& f) { draw_picture_view(f.state.picture_view, f); },
                .fills_window = true,
                .step = [](const AppState& state) { return static_cast<int>(state.picture_view.item); }},
    ScreenEntry{.screen = Screen::text,
                .draw = [](Frame& f) { draw_text_view(f.state.text_view, f.forms.text_view, f); }},
    ScreenEntry{.screen = Screen::conversation,
                .draw = [](Frame& f) { draw_conversation(f.state.conversation, f.forms.conversation, f); },
                .step = step_of_conversation,
                .back = back_of_conversation},
    ScreenEntry{Screen::people, [](Frame& f) { draw_people(f.state.people, f.forms.people, f); }, tr_later("People"),
                Icon::people, ImGuiMod_Alt | ImGuiKey_2, false,
                [](const AppState& state) { return state.people.chosen ? 1 : 0; }},
    ScreenEntry{Screen::case_details, [](Frame& f) { draw_case(f.state.case_details, f.forms.case_details, f); },
                tr_later("Case"), Icon::folder, ImGuiMod_Alt | ImGuiKey_3},
    ScreenEntry{Screen::share, [](Frame& f) { draw_share(f.state.share, f.forms.share, f); }, tr_later("Share"),
                Icon::copy, ImGuiMod_Alt | ImGuiKey_4, false, step_of_share, back_of_share},
    ScreenEntry{.screen = Screen::copies,
                .draw = [](Frame& f) { draw_copies(f.state.copies, f); },
                .step = [](const AppState& state) { return state.copies.chosen ? 1 : 0; },
                .back = [](const AppState&) -> Action { return LeaveCopy{}; }},
    ScreenEntry{Screen::check, [](Frame& f) { draw_check(f.state.check, f.forms.check, f); }, tr_later("Check a copy"),
                Icon::check, ImGuiMod_Alt | ImGuiKey_5},
    ScreenEntry{.screen = Screen::browse,
                .draw = [](Frame& f) { draw_browse(f.state.browse, f); },
                .step = [](const AppState& state) { return state.browse.listing; }},
    ScreenEntry{Screen::settings, [](Frame& f) { draw_settings(f.forms.new_cover, f); }, tr_later("Settings"),
                Icon::settings, ImGuiMod_Alt | ImGuiKey_6},
    ScreenEntry{.screen = Screen::keep_safe,
                .draw = [](Frame& f) { draw_keep_safe(f.state.safety, f.forms.safety, f); },
                .step = step_of_safety},
    ScreenEntry{Screen::helper, [](Frame& f) { draw_helper(f.state.helper, f.forms.helper, f); }},
    ScreenEntry{Screen::help, draw_help, tr_later("Help"), Icon::help, ImGuiKey_F1},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    if (kTable[i].screen != static_cast<Screen>(i)) return false;
  }
  return kTable.size() == kScreens;
}
static_assert(is_in_order());

}  // namespace

std::span<const ScreenEntry> screen_table() { return kTable; }

const ScreenEntry& entry_of(Screen screen) { return kTable[static_cast<std::size_t>(screen)]; }

}  // namespace daybook::ui
