#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/attachment_views.h"
#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/turn.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"
#include "vault/record/calendar.h"
#include "vault/record/found_places.h"

namespace daybook::ui {
namespace {

using Looks = ConversationForm::Looks;

constexpr Look kSmallPrint{Size::small, Weight::regular, Tone::secondary};
constexpr float kWidthForColumn = 54, kColumn = 18;  // ems: for what else is kept of the day, and of that

void open_field(Looks wanted, ConversationForm& form, Ui& ui) {
  form.looks_for = form.looks_for == wanted ? Looks::none : wanted;
  form.shows_more = false;  // what is found is to be seen
  if (form.looks_for == Looks::words) ui.focus(tr("Find in this conversation"));
  if (form.looks_for == Looks::date) ui.focus(tr("The day, such as 3 May 2025"));
}

// It stays in its place whatever is chosen, so that the row does not change while she goes from message to message.
void draw_file_button(const ConversationState& shown, Frame& frame) {
  const auto read = shown.read.find(shown.caret);
  const bool has_file = read != shown.read.end() && !read->second.said.file.empty();
  frame.ui.beside(tr("Its file"));
  if (frame.ui.button(tr("Its file"), ButtonKind::normal, Icon::none, has_file))
    frame.actions.push_back(AskAboutAttachment{read->second.said});
  frame.ui.hint("F");
}

void draw_row(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  if (ui.button(tr("Back"), ButtonKind::quiet, Icon::back)) frame.actions.push_back(GoBack{});
  if (shown.conversation == nullptr) return;
  if (!frame.state.is_read_only) {
    ui.beside(tr("Write a note"), Icon::note);
    if (ui.button(tr("Write a note"), ButtonKind::primary, Icon::note)) frame.actions.push_back(begin_note_on(shown));
    ui.hint("N");
    ui.beside(tr("Share it"), Icon::copy);
    if (ui.button(tr("Share it"), ButtonKind::normal, Icon::copy)) frame.actions.push_back(AskHowMuch{});
    ui.hint("S");
    ui.beside(tr("Tags"), Icon::tag);
    if (ui.button(tr("Tags"), ButtonKind::normal, Icon::tag)) show_message_tags(frame);
    ui.hint("T");
  }
  if (shown.conversation->outline.with(vault::MessageMark::attachment) > 0) draw_file_button(shown, frame);
  ui.beside(tr("Find"));
  if (ui.button(tr("Find"))) open_field(Looks::words, form, ui);
  ui.hint("Ctrl+F");
  ui.beside(tr("Jump to date"));
  if (ui.button(tr("Jump to date"))) open_field(Looks::date, form, ui);
  ui.beside(tr("About it"));
  if (ui.button(tr("About it"), ButtonKind::quiet)) frame.actions.push_back(OpenItem{shown.number});
}

// What came of the search, in words.
std::string outcome_text(const ConversationState& shown, const ConversationForm& form, std::size_t not_searched) {
  if (shown.is_seeking) return tr("Looking ...");
  if (shown.sought.empty() || shown.sought != form.find.text()) return "";
  std::string text;
  if (shown.hits.empty()) {
    const bool is_in_name = !vault::find_places(shown.conversation->heading, shown.sought).empty();
    text = is_in_name ? tr("The name of the conversation has these words, and no message has them.")
                      : tr("No message has these words.");
  } else {
    const auto here = std::lower_bound(shown.hits.begin(), shown.hits.end(), shown.caret);
    const bool is_on_hit = here != shown.hits.end() && *here == shown.caret;
    text = is_on_hit
               ? fmt::format(fmt::runtime(tr("{} of {} messages")), here - shown.hits.begin() + 1, shown.hits.size())
               : fmt::format(fmt::runtime(tr("Messages found: {}")), shown.hits.size());
    if (shown.has_gone_round) text += std::string(". ") + tr("The search went on at the other end.");
  }
  if (not_searched > 0) text += std::string(" ") + tr("Some of the record is not searched yet.");
  return text;
}

void draw_find(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  const char* name = tr("Find in this conversation");
  if (ui.field(name, form.find, 18, name, /*shows_name=*/false)) frame.actions.push_back(FindInConversation{true});
  if (goes_down()) ui.focus(tr("Messages"));
  // Where one message alone has the words, there is no next one, and the keys go to that message.
  if (shown.hits.size() == 1 && shown.sought == form.find.text() && shown.moves != frame.views.talk.moves)
    ui.focus(tr("Messages"), /*comes_into_view=*/false);
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
  // The focus stays in the field, for the next day: among the messages, letters are commands.
  const bool is_entered = ui.field(name, form.date, 18, name, /*shows_name=*/false);
  if (goes_down()) ui.focus(tr("Messages"));
  ui.beside(tr("Go there"));
  const bool is_pressed = ui.button(tr("Go there"));
  if (is_entered || is_pressed) frame.actions.push_back(JumpToDate{});
  if (!shown.told.empty()) ui.text(shown.told, {Size::small, Weight::medium});
}

// What goes to the next message with a mark; without one, to the next one whose file is not here.
Action go_to_next(const std::optional<vault::MessageMark>& mark, const ConversationState& shown) {
  return mark ? Action(GoToMarked{*mark}) : Action(GoToFileNotHere{shown.caret});
}

// What is counted in a conversation, each with its name and how many.
std::vector<std::pair<std::optional<vault::MessageMark>, std::string>> counted_marks(const ConversationState& shown,
                                                                                     const AppState& state) {
  using vault::MessageMark;
  std::vector<std::pair<std::optional<MessageMark>, std::string>> marks;
  for (const MessageMark mark :
       {MessageMark::missing_later, MessageMark::other_later, MessageMark::deleted, MessageMark::edited,
        MessageMark::silence, MessageMark::out_of_order, MessageMark::no_time, MessageMark::unclear_time,
        MessageMark::same_time, MessageMark::looks_forged, MessageMark::not_understood}) {
    const std::uint64_t count = shown.conversation->outline.with(mark);
    if (count > 0) marks.emplace_back(mark, marked_text(mark, count));
  }
  const AttachmentsState& files = state.attachments;
  const bool is_counted = files.conversation == shown.number && files.of == shown.revision;
  if (is_counted && files.not_here > 0) marks.emplace_back(std::nullopt, without_file_text(files.not_here));
  return marks;
}

// What was counted can be gone to, one by one, as words are found. The messages are to be seen meanwhile, so this
// closes what stands between.
void draw_marks(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  bool is_first = true;
  for (const auto& [mark, name] : counted_marks(shown, frame.state)) {
    if (std::exchange(is_first, false))
      ui.text(tr("Go to the next message of these:"), kSmallPrint, 60);
    else
      ui.beside(name.c_str());
    const bool is_pressed = ui.button(name.c_str());
    ui.hint("F3");
    if (!is_pressed) continue;
    frame.actions.push_back(go_to_next(mark, shown));
    form.mark = mark;
    form.shows_more = false;
    form.looks_for = Looks::marks;
    ui.focus(tr("Messages"));
  }
  if (is_first || form.looks_for != Looks::marks) return;
  ui.beside(tr("Close"));
  if (!ui.button(tr("Close"), ButtonKind::quiet)) return;
  form.looks_for = Looks::none;
  ui.focus(tr("Messages"));
}

// How complete it is: the beginning of what there is to say, or all of it.
void draw_completeness(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  std::vector<std::string> sentences = shown.completeness;
  const AttachmentsState& attachments = frame.state.attachments;
  if (attachments.conversation == shown.number && attachments.of == shown.revision)
    sentences.insert(sentences.end(), attachments.sentences.begin(), attachments.sentences.end());
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
    draw_tags_not_shown(shown, ui);
    ui.text(tr("Times are those of the phone that made the export."), kSmallPrint, 60);
    if (form.looks_for != Looks::marks) draw_marks(shown, form, frame);
  }
  if (ui.button(more, ButtonKind::quiet)) {
    form.shows_more = !form.shows_more;
    ui.focus(form.shows_more ? tr("Less") : tr("More"));
  }
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
  draw_conversation_questions(shown, form, frame);
}

// Where the window is narrow, what else is kept of the day is unfolded above the messages.
void draw_beside_above(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  constexpr std::size_t kMost = 5;
  if (!shown.beside || count_beside(shown) == 0) return;
  const std::string name = fmt::format(fmt::runtime(tr("Also from this day: {}")), count_beside(shown));
  if (frame.ui.chip(name.c_str(), form.shows_beside)) form.shows_beside = !form.shows_beside;
  if (form.shows_beside) draw_beside_day(shown, ImGui::GetContentRegionAvail().x - frame.ui.em(0.8f), kMost, frame);
}

void take_find_keys(const ConversationForm& form, Frame& frame) {
  if (form.looks_for == Looks::marks) {
    if (is_shortcut(ImGuiKey_F3)) frame.actions.push_back(go_to_next(form.mark, frame.state.conversation));
    return;
  }
  if (form.find.empty()) return;
  if (is_shortcut(ImGuiKey_F3)) frame.actions.push_back(FindInConversation{true});
  if (is_shortcut(ImGuiMod_Shift | ImGuiKey_F3)) frame.actions.push_back(FindInConversation{false});
}

// The day on the screen is that of the chosen message, or where that is out of sight, of the first one in sight.
void tell_day(const ConversationState& shown, Frame& frame) {
  Views::Talk& view = frame.views.talk;
  const bool is_seen = view.top <= shown.caret && shown.caret <= view.last;
  const auto read = shown.read.find(is_seen ? shown.caret : view.top);
  if (read == shown.read.end()) return;
  const auto time = read->second.said.time ? read->second.said.time : read->second.before;
  if (!time) return;
  const std::int32_t day = vault::day_of_seconds(time->seconds);
  if (view.day == day) return;
  view.day = day;
  frame.actions.push_back(LookBeside{day});
}

}  // namespace

Action begin_note_on(const ConversationState& shown) {
  const vault::MessagesNoted on{shown.conversation->id, shown.first_chosen(), shown.last_chosen()};
  return BeginAdding{Begun::Kind::note, shown.number, on};
}

void draw_conversation(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  {
    const Canvas::InSize in_size(ui, em_of_row(ui));
    draw_row(shown, form, frame);
    if (shown.conversation != nullptr && shown.offer) draw_how_much(shown, frame);
    if (shown.conversation != nullptr && frame.state.attachments.asks && !shown.offer)
      draw_asked_attachment(*frame.state.attachments.asks, frame);
    // What is told of a file goes with its message: what is kept must be what she is looking at.
    if (frame.state.attachments.asks && frame.state.attachments.asks->number != shown.caret)
      frame.actions.push_back(LeaveAttachment{});
    if (shown.conversation != nullptr && form.shows_tags) draw_message_tags(shown, form, frame);
    if (shown.conversation != nullptr && form.looks_for == Looks::words) draw_find(shown, form, frame);
    if (shown.conversation != nullptr && form.looks_for == Looks::date) draw_jump(shown, form, frame);
    if (shown.conversation != nullptr && form.looks_for == Looks::marks) draw_marks(shown, form, frame);
    if (shown.conversation != nullptr) draw_head(shown, form, frame);
  }
  if (frame.has_come && !shown.offer && !frame.state.attachments.asks)
    ui.focus(tr("Messages"), /*comes_into_view=*/false);
  if (shown.conversation == nullptr)
    return ui.text(shown.is_loading ? tr("One moment ...") : tr("This conversation cannot be read."));
  if (shown.conversation->outline.messages == 0) return ui.text(tr("No message is in it."));
  take_find_keys(form, frame);
  // Where the text is large, the page scrolls to the messages, of which some have to be seen at a time.
  const float kept = std::min(ui.em(14), ImGui::GetIO().DisplaySize.y * 0.7f);
  const ImVec2 free = ImGui::GetContentRegionAvail();
  const bool has_column = free.x >= ui.em(kWidthForColumn);
  if (!has_column) draw_beside_above(shown, form, frame);
  const float beside = has_column ? ui.em(kColumn) : 0;
  const ImVec2 left = ImGui::GetContentRegionAvail();
  const ImVec2 size(left.x - ui.em(0.8f) - beside, std::max(kept, left.y - ui.em(0.6f)));
  const Ui::Press press =
      ui.area(tr("Messages"), "document", size, numbers_text(shown.first_chosen(), shown.last_chosen()), true, false,
              /*has_ring=*/false);
  // What was looked for is to be seen, also where the page is longer than the window.
  const bool has_found = form.looks_for != Looks::none && shown.moves != frame.views.talk.moves && !frame.has_come;
  if (has_found) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
  draw_message_list(press, frame);
  tell_day(shown, frame);
  if (!has_column) return;
  ImGui::SetCursorScreenPos({press.max.x + ui.em(1), press.min.y});
  ImGui::BeginGroup();
  const auto room = static_cast<std::size_t>(std::max(1.0f, size.y / ui.em(kBesideHeight) - 2));
  draw_beside_day(shown, beside - ui.em(1), room, frame);
  ImGui::EndGroup();
}

}  // namespace daybook::ui
