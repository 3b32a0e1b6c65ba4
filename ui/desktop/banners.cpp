#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/desktop/screens.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

// Draws a message in a box with one button, which is shown as a cross. Returns whether the button was pressed.
bool draw_box(Ui& ui, const char* close_name, Icon icon, std::string_view text, std::string_view more,
              bool is_fault = false) {
  const float width = ImGui::GetContentRegionAvail().x - ui.em(1.05f);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const TextStyle strong = ui.style({Size::body, Weight::medium}, width - ui.em(6.5f));
  const TextStyle plain = ui.style({}, width - ui.em(6.5f));
  const Paragraph& first = ui.layout(text, strong);
  const Paragraph& second = ui.layout(more, plain);
  const float height = first.height + (more.empty() ? 0 : second.height) + ui.em(1.2f);
  const ImVec2 end(corner.x + width, corner.y + height);
  ui.panel(corner, end, is_fault ? ui.colors().fault_soft : ui.colors().good_soft, 0.5f, false);
  const ImU32 ink = is_fault ? ui.colors().fault : ui.colors().good;
  ui.icon(icon, {corner.x + ui.em(0.8f), corner.y + ui.em(0.75f)}, 1.2f, ink);
  ui.draw(first, {corner.x + ui.em(2.6f), corner.y + ui.em(0.6f)}, strong.size, ui.colors().text);
  const float left = corner.x + ui.em(2.6f), top = corner.y + ui.em(0.6f), under = top + first.height;
  ui.tell(text, {left, top}, {left + strong.width, under});
  if (!more.empty()) {
    ui.draw(second, {left, under}, plain.size, ui.colors().text);
    ui.tell(more, {left, under}, {left + plain.width, under + second.height});
  }
  ImGui::SetCursorScreenPos({end.x - ui.em(2.9f), corner.y + std::min(ui.em(0.1f), (height - ui.em(2.45f)) / 2)});
  const Ui::Press close = ui.area(close_name, "close button", {ui.em(2.45f), ui.em(2.45f)});
  ui.icon(Icon::close, {close.min.x + ui.em(0.65f), close.min.y + ui.em(0.65f)}, 1.15f, ui.colors().text);
  ImGui::SetCursorScreenPos({corner.x, end.y});
  ImGui::Dummy({1, ui.em(0.5f)});
  return close.was_pressed;
}

struct Offered {
  const char* does;
  const char* leaves;  // null: the cross is enough
  ButtonKind kind;
};

Offered words_of(Banner::Offer offer) {
  switch (offer) {
    case Banner::Offer::none:
      break;
    case Banner::Offer::backup:
      return {tr("Make a backup"), tr("Not now"), ButtonKind::primary};
    case Banner::Offer::delete_files:
      return {tr("Delete there ..."), tr("Leave there"), ButtonKind::normal};
    case Banner::Offer::save_files:
      return {tr("Save them now"), tr("Leave them"), ButtonKind::primary};
    case Banner::Offer::empty_clipboard:
      return {tr("Empty it now and always"), tr("Leave it as it is"), ButtonKind::normal};
    case Banner::Offer::take_back:
      return {tr("Take it back"), nullptr, ButtonKind::normal};
    case Banner::Offer::type_out:
      return {tr("Type words out"), nullptr, ButtonKind::normal};
  }
  return {"", nullptr, ButtonKind::normal};
}

// Draws what the message offers to do at once, and a button that declines.
void draw_offer(const Banner& banner, Ui& ui, Actions& actions) {
  if (banner.offer == Banner::Offer::none) return;
  const Offered offered = words_of(banner.offer);
  if (offered.leaves != nullptr) {
    if (ui.button(offered.leaves)) {
      if (banner.offer == Banner::Offer::save_files) actions.push_back(LeaveInterrupted{});
      actions.push_back(CloseBanner{});
    }
    ui.beside(offered.does);
  }
  if (ui.button(offered.does, offered.kind)) actions.push_back(TakeOffer{});
  ui.gap(0.4f);
}

// Draws the question whether files outside the record are to be deleted, with their names.
void draw_files_to_delete(const ImportState& importing, Ui& ui, Actions& actions) {
  constexpr std::size_t kMostNamed = 8;
  const std::vector<vault::Path>& files = importing.asks_to_delete;
  if (files.empty()) return;
  ui.text(files.size() == 1 ? std::string(tr("Delete this file where it is?"))
                            : fmt::format(fmt::runtime(tr("Delete these {} files where they are?")), files.size()),
          {Size::body, Weight::medium});
  for (std::size_t i = 0; i < std::min(kMostNamed, files.size()); ++i)
    ui.text(foreign_line(vault::to_utf8(files[i])), {Size::small}, 60);
  if (files.size() > kMostNamed)
    ui.text(fmt::format(fmt::runtime(tr("and {} more")), files.size() - kMostNamed), {Size::small});
  ui.text(tr("What is saved of them here stays. If it is safe, the original helps more than a copy."));
  if (ui.button(tr("Keep them there"), ButtonKind::primary)) actions.push_back(AskToDelete{false});
  ui.beside(tr("Delete them there"));
  if (ui.button(tr("Delete them there"), ButtonKind::danger)) actions.push_back(DeleteImported{});
  ui.gap(0.5f);
}

// A clock that must be wrong is told before something is added by it. It is the keeper's to set.
void draw_clock_in_doubt(const AppState& state, Ui& ui, Actions& actions) {
  if (!state.clock.is_in_doubt) return;
  ui.text(fmt::format(fmt::runtime(tr("This computer's clock says {}, {}.")), day_text(state.clock.says),
                      time_text(state.clock.says)),
          {Size::body, Weight::semibold, Tone::fault});
  ui.text(tr("That has been already. What you add now gets this time, and it stays beside it."));
  if (state.clock.shows_how)
    ui.text(
        tr("Choose the clock at the edge of the screen, then its settings: \"Date and time\". This message goes when "
           "it is right. What was added before keeps its time."));
  if (ui.button(tr("Keep it so"))) actions.push_back(KeepClock{});
  if (!state.clock.shows_how) {
    ui.beside(tr("How to set it"));
    if (ui.button(tr("How to set it"))) actions.push_back(ShowHowToSetClock{});
  }
  ui.gap(0.5f);
}

// Draws the offer to keep files that look like chats as conversations too.
void draw_chats_offered(const TakingChatState& chats, Ui& ui, Actions& actions) {
  if (chats.offered.empty() || chats.reads) return;
  const std::size_t count = chats.offered.size();
  ui.text(count == 1 ? std::string(tr("This looks like a chat."))
                     : fmt::format(fmt::runtime(tr("{} of these files look like chats.")), count),
          {Size::body, Weight::medium});
  if (chats.has_others)
    ui.text(tr("A file from the phone becomes one with a conversation that has the same messages. A part that somebody "
               "chose stays apart: what it lacks says nothing."),
            {Size::small, Weight::regular, Tone::secondary}, 60);
  const char* keep = count == 1 ? tr("Keep it as a conversation") : tr("Keep them as conversations");
  const char* leave = count == 1 ? tr("Leave it as a file") : tr("Leave them as files");
  if (ui.button(keep, ButtonKind::primary, Icon::conversation)) actions.push_back(KeepAsConversation{chats.offered});
  // What is a chosen part lacks what stands between, and must not count as an export that does not have it any more.
  const char* excerpt = count == 1 ? tr("It is a part that somebody chose") : tr("They are parts that somebody chose");
  if (chats.has_others) {
    ui.beside(excerpt);
    if (ui.button(excerpt)) actions.push_back(KeepAsConversation{chats.offered, true});
  }
  ui.beside(leave);
  if (ui.button(leave)) actions.push_back(LeaveAsFiles{});
  ui.gap(0.5f);
}

// Says how an export that was just read stands to others of the same chat.
void draw_beside_others(const TakingChatState& chats, bool is_read_only, Ui& ui, Actions& actions) {
  if (!chats.beside_others || chats.reads) return;
  const TakingChatState::BesideOthers& others = *chats.beside_others;
  if (others.joined) {
    std::string more;
    for (const std::string& sentence : overlap_text(*others.joined)) more += (more.empty() ? "" : " ") + sentence;
    if (others.joined->own > 0)
      more += std::string(" ") +
              tr("Messages behind a new one have other numbers now than in copies that were made before.");
    if (others.moves_days)
      more +=
          std::string(" ") + tr("Its dates are read in another order of day and month now, and stand at other days.");
    const std::string text = fmt::format(fmt::runtime(tr("This export is joined to conversation {}.")),
                                         vault::item_text(others.conversation));
    if (draw_box(ui, tr("Close this message"), Icon::check, text, more)) actions.push_back(CloseBesideOthers{});
    return;
  }
  ui.text(
      fmt::format(fmt::runtime(tr("Conversation {} has some of the same messages.")), vault::item_text(*others.alike)),
      {Size::body, Weight::medium});
  const char* more =
      others.is_excerpt
          ? tr("This one is a part that somebody chose, so it stands apart. If you join the two, what it leaves out is "
               "marked as not in it. Copies say so, too. The two cannot be parted again.")
          : tr("If it is the same chat, the two can become one. What was read of this export alone stays too, until "
               "you "
               "remove it.");
  ui.text(more, {Size::small, Weight::regular, Tone::secondary}, 60);
  // What is done first is what can be undone: of a part, to leave it where it is.
  const char* leave = tr("Leave them apart");
  const char* join = others.is_excerpt ? tr("Join them all the same") : tr("It is the same chat");
  if (is_read_only) {
    if (ui.button(leave, ButtonKind::quiet)) actions.push_back(CloseBesideOthers{});
  } else if (others.is_excerpt) {
    if (ui.button(leave)) actions.push_back(CloseBesideOthers{});
    ui.beside(join);
    if (ui.button(join, ButtonKind::quiet)) actions.push_back(JoinChats{});
  } else {
    if (ui.button(join)) actions.push_back(JoinChats{});
    ui.beside(leave);
    if (ui.button(leave, ButtonKind::quiet)) actions.push_back(CloseBesideOthers{});
  }
  ui.gap(0.5f);
}

void draw_work(const AppState& state, Ui& ui, Actions& actions) {
  if (!state.importing.imports.empty()) {
    const auto [first, second] = progress_text(state.importing);
    if (draw_box(ui, tr("Stop saving"), Icon::file, first, second)) actions.push_back(StopImports{});
  }
  if (state.taking_chat.reads) {
    const std::string second =
        fmt::format(fmt::runtime(tr("{} MB so far. You can go on meanwhile.")), state.taking_chat.reads->megabytes());
    if (draw_box(ui, tr("Stop reading"), Icon::conversation, tr("Reading the chat"), second))
      actions.push_back(StopReadingChat{});
  }
  if (state.attachments.keeps) {
    const std::string second = fmt::format(fmt::runtime(tr("{} percent")), state.attachments.keeps->percent());
    if (draw_box(ui, tr("Stop keeping it"), Icon::file, tr("Keeping the file as an item"), second))
      actions.push_back(StopKeepingAttachment{});
  }
  if (state.timeline.removes) {
    const std::string first = fmt::format(fmt::runtime(tr("Removing items: {} in all")), state.timeline.removes_count);
    const std::string second = fmt::format(fmt::runtime(tr("{} percent")), state.timeline.removes->percent());
    if (draw_box(ui, tr("Stop removing"), Icon::remove, first, second)) actions.push_back(StopRemovingMarked{});
  }
  if (state.saving_out.progress) {
    const std::string second = fmt::format(fmt::runtime(tr("{} percent")), state.saving_out.progress->percent());
    if (draw_box(ui, tr("Stop saving out"), Icon::file, tr("Saving the item out"), second))
      actions.push_back(StopSavingOut{});
  }
}

}  // namespace

void draw_banners(Frame& frame) {
  const AppState& state = frame.state;
  Ui& ui = frame.ui;
  // A fault is told where it is seen: the page may be scrolled to the button that was pressed.
  const bool is_new = std::exchange(frame.views.banner, state.banner_number) != state.banner_number;
  if (is_new && state.banner && state.banner->is_fault) ImGui::SetScrollY(0);
  if (state.is_open && state.seconds_to_lock <= kLockWarning) {
    const int seconds = static_cast<int>(std::ceil(state.seconds_to_lock));
    if (draw_box(ui, tr("Stay"), Icon::clock, fmt::format(fmt::runtime(tr("Locking in {} seconds.")), seconds),
                 tr("Press any key to stay.")))
      frame.actions.push_back(StayOpen{});
  }
  if (state.helper.is_on) {
    const int minutes = static_cast<int>(std::ceil(state.helper.seconds_left / 60));
    const HelperForm& helper = frame.forms.helper;
    const std::string& who = (helper.name.empty() ? helper.role : helper.name).text();
    // It stands on every page for as long as somebody is there, so it may not push the page out of a small window.
    constexpr float kLeastEms = 24;
    const Canvas::InSize in_size(ui, std::min(ui.em(), std::floor(ImGui::GetIO().DisplaySize.x / kLeastEms)));
    if (draw_box(ui, tr("End the session"), Icon::people,
                 fmt::format(fmt::runtime(tr("Session with {}, {} minutes left")), who, minutes), ""))
      frame.actions.push_back(EndHelp{});
  }
  draw_clock_in_doubt(state, ui, frame.actions);
  // A message of another page would take the room in which a file is chosen, and comes back with its page.
  const bool is_of_other = state.screen == Screen::browse && frame.views.banner_before == state.banner_number;
  if (state.banner && !is_of_other) {
    const Banner& banner = *state.banner;
    if (draw_box(ui, tr("Close this message"), banner.is_fault ? Icon::warning : Icon::check, banner.text, banner.more,
                 banner.is_fault))
      frame.actions.push_back(CloseBanner{});
    draw_offer(banner, ui, frame.actions);
  }
  draw_chats_offered(state.taking_chat, ui, frame.actions);
  draw_beside_others(state.taking_chat, state.is_read_only, ui, frame.actions);
  draw_files_to_delete(state.importing, ui, frame.actions);
  draw_work(state, ui, frame.actions);
}

void draw_error(Ui& ui, const ErrorText& error) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ui.icon(Icon::warning, {corner.x, corner.y + ui.em(0.15f)}, 1.2f, ui.colors().fault);
  ImGui::SetCursorScreenPos({corner.x + ui.em(1.7f), corner.y});
  ImGui::BeginGroup();
  ui.text(error.what, {Size::body, Weight::medium, Tone::fault}, 34);
  std::string rest = error.safe;
  if (!error.next.empty()) rest += (rest.empty() ? "" : " ") + error.next;
  if (!rest.empty()) ui.text(rest, {}, 34);
  ImGui::EndGroup();
  ui.show_error(error.what);
}

}  // namespace daybook::ui
