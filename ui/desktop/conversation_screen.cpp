#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/screens.h"
#include "ui/desktop/turn.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Looks = ConversationForm::Looks;

constexpr Look kSmallPrint{Size::small, Weight::regular, Tone::secondary};
constexpr std::size_t kMostNames = 6;

void open_field(Looks wanted, ConversationForm& form, Ui& ui) {
  form.looks_for = form.looks_for == wanted ? Looks::none : wanted;
  if (form.looks_for == Looks::words) ui.focus(tr("Find in this conversation"));
  if (form.looks_for == Looks::date) ui.focus(tr("The day, such as 3 May 2025"));
}

void draw_row(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  if (ui.button(tr("Back"), ButtonKind::quiet, Icon::back)) frame.actions.push_back(GoBack{});
  if (shown.conversation == nullptr) return;
  if (!frame.state.is_read_only) {
    ui.beside(tr("Write a note"), Icon::note);
    if (ui.button(tr("Write a note"), ButtonKind::primary, Icon::note)) frame.actions.push_back(begin_note_on(shown));
    ui.hint("N");
  }
  ui.beside(tr("Find"), Icon::search);
  if (ui.button(tr("Find"), ButtonKind::normal, Icon::search)) open_field(Looks::words, form, ui);
  ui.hint("Ctrl+F");
  ui.beside(tr("Jump to date"), Icon::clock);
  if (ui.button(tr("Jump to date"), ButtonKind::normal, Icon::clock)) open_field(Looks::date, form, ui);
  ui.beside(tr("About it"), Icon::conversation);
  if (ui.button(tr("About it"), ButtonKind::quiet, Icon::conversation)) frame.actions.push_back(OpenItem{shown.number});
}

// What came of the search, in words.
std::string outcome_text(const ConversationState& shown, const ConversationForm& form, std::size_t not_searched) {
  if (shown.is_seeking) return tr("Looking ...");
  if (shown.sought.empty() || shown.sought != form.find.text()) return "";
  std::string text;
  if (shown.hits.empty()) {
    text = tr("No message has these words.");
  } else {
    const auto here = std::lower_bound(shown.hits.begin(), shown.hits.end(), shown.caret);
    const bool is_on_hit = here != shown.hits.end() && *here == shown.caret;
    text = is_on_hit
               ? fmt::format(fmt::runtime(tr("{} of {} messages")), here - shown.hits.begin() + 1, shown.hits.size())
               : fmt::format(fmt::runtime(tr("{} messages found")), shown.hits.size());
    if (shown.has_gone_round) text += std::string(" ") + tr("The search went on at the other end.");
  }
  if (not_searched > 0) text += std::string(" ") + tr("Some of the record is not searched yet.");
  return text;
}

void draw_find(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  const char* name = tr("Find in this conversation");
  if (ui.field(name, form.find, 18, name, /*shows_name=*/false)) frame.actions.push_back(FindInConversation{true});
  ui.beside(tr("Next"));
  if (ui.button(tr("Next"))) frame.actions.push_back(FindInConversation{true});
  ui.hint("F3");
  ui.beside(tr("Previous"));
  if (ui.button(tr("Previous"))) frame.actions.push_back(FindInConversation{false});
  ui.hint(tr("Shift+F3"));
  if (const std::string outcome = outcome_text(shown, form, frame.state.timeline.not_searched); !outcome.empty())
    ui.text(outcome, {Size::small, Weight::medium});
}

void draw_jump(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  const char* name = tr("The day, such as 3 May 2025");
  const bool is_entered = ui.field(name, form.date, 18, name, /*shows_name=*/false);
  ui.beside(tr("Go there"));
  const bool is_pressed = ui.button(tr("Go there"));
  if (is_entered || is_pressed) {
    frame.actions.push_back(JumpToDate{});
    if (is_entered) ui.focus(tr("Messages"), /*comes_into_view=*/false);
  }
  if (!shown.told.empty()) ui.text(shown.told, {Size::small, Weight::medium});
}

// The senders, those with most messages first.
std::vector<std::string> senders_of(const vault::Outline& outline) {
  std::vector<std::pair<std::uint64_t, std::string>> counted;
  for (const auto& [name, messages] : outline.senders) counted.emplace_back(messages, name);
  std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  for (auto& [messages, name] : counted) names.push_back(std::move(name));
  return names;
}

// A name that somebody chose, as that of a button. Dear ImGui takes what follows two number signs for no part of it.
std::string button_name(const std::string& name, std::size_t number) {
  std::string shown = foreign_line(name);
  for (std::size_t at = shown.find("##"); at != std::string::npos; at = shown.find("##", at + 1))
    shown.insert(at + 1, "\u2060");
  return fmt::format("{}##sender{}", isolated(shown), number);
}

void ask_who_she_is(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  const vault::Conversation& conversation = *shown.conversation;
  const bool is_open = conversation.me.empty() && !form.knows_me && conversation.outline.senders.size() >= 2;
  if ((!is_open && !form.asks_me) || frame.state.is_read_only) return;
  Ui& ui = frame.ui;
  ui.line(tr("Which of these is you?"), {Size::body, Weight::semibold}, 2.45f);
  const std::vector<std::string> names = senders_of(conversation.outline);
  const std::size_t most = form.shows_all_names ? names.size() : std::min(kMostNames, names.size());
  for (std::size_t i = 0; i < most; ++i) {
    const std::string name = button_name(names[i], i);
    ui.beside(name.c_str());
    if (ui.button(name.c_str())) {
      frame.actions.push_back(ChooseMe{names[i]});
      ui.focus(tr("Messages"));
    }
  }
  if (most < names.size()) {
    ui.beside(tr("More names"));
    if (ui.button(tr("More names"), ButtonKind::quiet)) form.shows_all_names = true;
  }
  ui.beside(tr("Not now"));
  if (ui.button(tr("Not now"), ButtonKind::quiet)) {
    form.knows_me = true;
    form.asks_me = false;
    ui.focus(tr("Messages"));
  }
}

// A date such as 03/05/25 is two days in two countries. The days stand with their names, which she may remember.
void ask_for_order(const UnclearDate& unclear, vault::ItemNumber conversation, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  ui.text(fmt::format(fmt::runtime(tr("Which day is {} in this export?")), isolated(foreign_line(unclear.written))),
          {Size::body, Weight::semibold});
  const auto offer = [&](const vault::LocalTime& time, vault::DateOrder order) {
    const std::string name = day_text(time.seconds, 0);
    if (ui.button(name.c_str())) {
      form.asks_for_order = false;
      frame.actions.push_back(ReadChatAgain{conversation, order});
      ui.focus(tr("Messages"));
    }
  };
  offer(unclear.read, unclear.read_in);
  ui.beside(day_text(unclear.turned.seconds, 0).c_str());
  offer(unclear.turned, unclear.turned_in);
  ui.beside(tr("I'm not sure"));
  if (ui.button(tr("I'm not sure"), ButtonKind::quiet)) {
    form.asks_for_order = false;
    ui.focus(tr("Messages"));
  }
}

// How complete it is: the beginning of what there is to say, or all of it.
void draw_completeness(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  const auto& sentences = shown.completeness;
  const char* more = form.shows_more ? tr("Less") : tr("More");
  if (!form.shows_more) {
    std::string line;
    for (const std::string& one : sentences) line += (line.empty() ? "" : " ") + one;
    const float width = ImGui::GetContentRegionAvail().x - ui.em(7);
    const TextStyle style = ui.style(kSmallPrint);
    const Paragraph& cut = ui.layout_line(line, style, std::max(ui.em(6), width));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui.draw(cut, {at.x, at.y + ui.em(0.5f)}, style.size, ui.color(Tone::secondary));
    ui.tell(line, at, {at.x + cut.width, at.y + cut.height});
    ImGui::Dummy({cut.width, ui.em(2.45f)});
    ui.beside(more);
  } else {
    for (const std::string& one : sentences) ui.text(one, kSmallPrint, 60);
    if (shown.notes_not_placed > 0)
      ui.text(fmt::format(fmt::runtime(tr("Notes about messages that this reading does not have as they were: {}.")),
                          shown.notes_not_placed),
              kSmallPrint, 60);
    ui.text(tr("Times are those of the phone that made the export."), kSmallPrint, 60);
  }
  if (ui.button(more, ButtonKind::quiet)) form.shows_more = !form.shows_more;
  const bool can_change = form.shows_more && !frame.state.is_read_only && !shown.conversation->me.empty();
  if (!can_change) return;
  ui.beside(tr("Say who I am here"));
  if (ui.button(tr("Say who I am here"), ButtonKind::quiet)) form.asks_me = true;
}

void draw_head(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  const vault::Conversation& conversation = *shown.conversation;
  ui.text(foreign_line(conversation.heading), {Size::large, Weight::semibold}, 60);
  std::string line =
      message_count_text(conversation.outline.messages) + "  \u00b7  " +
      fmt::format(fmt::runtime(tr("chosen: {}")), numbers_text(shown.first_chosen(), shown.last_chosen()));
  if (const auto caret = shown.read.find(shown.caret); caret != shown.read.end() && caret->second.said.time)
    line += "  \u00b7  " + message_time_text(*caret->second.said.time);
  ui.text(line, {Size::small, Weight::medium}, 60);
  draw_completeness(shown, form, frame);
  const bool asks_for_order = form.asks_for_order || form.shows_more;
  if (shown.unclear && asks_for_order && !frame.state.is_read_only)
    return ask_for_order(*shown.unclear, shown.number, form, frame);  // one question at a time
  ask_who_she_is(shown, form, frame);
}

void take_find_keys(const ConversationForm& form, Frame& frame) {
  if (form.find.empty()) return;
  if (is_shortcut(ImGuiKey_F3)) frame.actions.push_back(FindInConversation{true});
  if (is_shortcut(ImGuiMod_Shift | ImGuiKey_F3)) frame.actions.push_back(FindInConversation{false});
}

}  // namespace

void draw_conversation(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  {
    const Canvas::InSize in_size(ui, em_of_row(ui));
    draw_row(shown, form, frame);
    if (shown.conversation != nullptr && form.looks_for == Looks::words) draw_find(shown, form, frame);
    if (shown.conversation != nullptr && form.looks_for == Looks::date) draw_jump(shown, form, frame);
    if (shown.conversation != nullptr) draw_head(shown, form, frame);
  }
  if (frame.has_come) ui.focus(tr("Messages"), /*comes_into_view=*/false);
  if (shown.conversation == nullptr)
    return ui.text(shown.is_loading ? tr("One moment ...") : tr("This conversation cannot be read."));
  if (shown.conversation->outline.messages == 0) return ui.text(tr("No message is in it."));
  take_find_keys(form, frame);
  // Where the text is large, the page scrolls to the messages, of which some have to be seen at a time.
  const float kept = std::min(ui.em(14), ImGui::GetIO().DisplaySize.y * 0.7f);
  const ImVec2 free = ImGui::GetContentRegionAvail();
  const ImVec2 size(free.x - ui.em(0.8f), std::max(kept, free.y - ui.em(0.6f)));
  const Ui::Press press =
      ui.area(tr("Messages"), "document", size, numbers_text(shown.first_chosen(), shown.last_chosen()), true, false,
              /*has_ring=*/false);
  draw_message_list(press, frame);
}

}  // namespace daybook::ui
