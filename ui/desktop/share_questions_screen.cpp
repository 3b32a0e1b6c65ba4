#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/screens.h"
#include "ui/model/open_questions.h"
#include "ui/model/questions.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr Look kSmallPrint{Size::small, Weight::regular, Tone::secondary};

void draw_block_heading(const char* words, Ui& ui) {
  ui.gap(0.5f);
  ui.text(words, {Size::large, Weight::semibold});
}

// Draws words that are kept in a panel of their own, so that nobody takes them for words of the program.
void draw_kept_words(const std::string& text, bool is_note, bool is_cut, Ui& ui) {
  const std::string_view words = without_last_line_end(text);
  const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(38));
  const float inner = width / ui.em() - 1.6f;
  const Paragraph& paragraph = ui.layout(words, ui.style({}, std::max(ui.em(inner), ui.em(4))));
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 end(corner.x + width, corner.y + paragraph.height + ui.em(0.8f));
  ui.panel(corner, end, is_note ? ui.colors().note_soft : ui.colors().panel, 0.4f);
  ImGui::SetCursorScreenPos({corner.x + ui.em(0.8f), corner.y + ui.em(0.4f)});
  ui.text(words, {}, inner);
  ImGui::SetCursorScreenPos(corner);
  ImGui::Dummy({width, end.y - corner.y});
  if (is_cut) ui.text(tr("Only the beginning is shown here."), kSmallPrint);
}

// What is open is told where the first of it is decided, because the button that goes on can be pages below.
struct Told {
  const std::optional<ErrorText>& error;
  const OpenQuestion* first;  // null: nothing is open

  // The focus comes to the words, where no key decides anything, and the page with it. The answers are the next that
  // Tab finds.
  void draw_above(OpenQuestion::About about, std::optional<vault::ItemNumber> note, Ui& ui) const {
    if (!error || first == nullptr || first->about != about || first->note != note) return;
    const bool is_new = ui.is_focus_wanted(tr("What is open"));
    const ImVec2 from = ImGui::GetCursorPos();
    draw_error(ui, *error);
    if (is_new) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
    const ImVec2 size = ImGui::GetItemRectSize();
    ImGui::SetCursorPos(from);
    ui.area(tr("What is open"), "notice", size);
  }
};

void draw_note(const ShareQuestions::Note& note, Decision decision, const Told& told, Ui& ui, Actions& actions) {
  const std::string about = vault::item_text(note.about), number = vault::item_text(note.note);
  const char* says = decision == Decision::goes_along ? tr("The note beside item {} is in this copy.")
                                                      : tr("A note beside item {} is not in this copy.");
  ui.text(fmt::format(fmt::runtime(says), about), {Size::body, Weight::medium});
  std::string beside = fmt::format(fmt::runtime(tr("Item {}: {}")), about, isolated(foreign_line(note.about_title)));
  if (note.on) beside += "  \u00b7  " + numbers_text(note.on->first, note.on->last);
  ui.text(beside, kSmallPrint);
  draw_kept_words(note.begins, true, note.is_cut, ui);
  told.draw_above(OpenQuestion::About::note, note.note, ui);
  const std::string include = fmt::format(fmt::runtime(tr("Include note {}")), number);
  const std::string leave = fmt::format(fmt::runtime(tr("Leave out note {}")), number);
  if (ui.choice(include.c_str(), decision == Decision::goes_along)) actions.push_back(DecideNote{note.note, true});
  if (ui.choice(leave.c_str(), decision == Decision::stays_here)) actions.push_back(DecideNote{note.note, false});
  ui.gap(0.3f);
}

void draw_notes(const ShareState& share, const Told& told, Ui& ui, Actions& actions) {
  if (share.questions->notes.empty()) return;
  draw_block_heading(tr("Notes beside what you chose"), ui);
  ui.text(tr("Without its note, a message can be read in another way."));
  for (const ShareQuestions::Note& note : share.questions->notes)
    draw_note(note, share.of_note(note.note), told, ui, actions);
}

void draw_list_of_places(const std::vector<ShareQuestions::Picture>& pictures, Ui& ui, Actions& actions) {
  for (const auto& [item, title] : pictures) {
    const std::string name = vault::item_text(item) + "  " + isolated(foreign_line(title));
    if (ui.button(name.c_str(), ButtonKind::quiet, Icon::picture)) actions.push_back(OpenItem{item});
  }
}

// What the question about places says: of photographs alone, or of films too.
struct PlaceWords {
  const char *heading, *one, *several, *leave_one, *leave_several;
};

PlaceWords place_words(bool has_film) {
  if (has_film)
    return {tr("Places in photographs and films"), tr("1 film contains a place."),
            tr("{} photographs or films contain a place."), tr("Leave the film out"), tr("Leave them out")};
  return {tr("Places in photographs"), tr("1 photograph contains a place."), tr("{} photographs contain a place."),
          tr("Leave the photograph out"), tr("Leave the photographs out")};
}

void draw_places(const ShareState& share, ShareForm& form, const Told& told, Ui& ui, Actions& actions) {
  const auto& pictures = share.questions->places;
  if (pictures.empty()) return;
  const bool is_one = pictures.size() == 1;
  const PlaceWords words = place_words(share.questions->has_film);
  draw_block_heading(words.heading, ui);
  ui.text(is_one ? std::string(words.one) : fmt::format(fmt::runtime(words.several), pictures.size()),
          {Size::body, Weight::medium});
  ui.text(tr("A place can show where you live."));
  told.draw_above(OpenQuestion::About::places, std::nullopt, ui);
  if (ui.button(tr("Look"), ButtonKind::normal, Icon::picture)) form.lists_places = !form.lists_places;
  if (form.lists_places) draw_list_of_places(pictures, ui, actions);
  const Decision decision = share.of_places(pictures);
  if (ui.choice(is_one ? words.leave_one : words.leave_several, decision == Decision::stays_here))
    actions.push_back(DecidePlaces{false});
  if (ui.choice(is_one ? tr("Send it with its place") : tr("Send them with their places"),
                decision == Decision::goes_along))
    actions.push_back(DecidePlaces{true});
}

// A message that names a picture does not bring it.
void draw_files_of_part(const ShareQuestions::Part& part, Ui& ui, Actions& actions) {
  if (!part.files_along.empty())
    ui.text(fmt::format(
        fmt::runtime(part.files_along.size() == 1 ? tr("Item {}, a file that was sent with them, goes along.")
                                                  : tr("Items {}, files that were sent with them, go along.")),
        vault::item_list_text({part.files_along.begin(), part.files_along.end()})));
  const std::string files = files_not_here_line(part);
  if (files.empty()) return;
  ui.text(files);
  if (part.kept_files.size() < part.files_not_here)
    ui.text(tr("To send one too, choose its message in the conversation. F keeps its file as an item to be shared."));
  if (part.kept_files.empty()) return;
  const bool is_one = part.kept_files.size() == 1;
  const std::string take =
      is_one ? fmt::format(fmt::runtime(tr("Take item {} along, one of these files")),
                           vault::item_text(*part.kept_files.begin()))
             : fmt::format(fmt::runtime(tr("Take {} items along, which are such files")), part.kept_files.size());
  if (!ui.button(take.c_str())) return;
  for (const vault::ItemNumber item : part.kept_files) actions.push_back(ToggleShared{item});
}

void draw_parts(const ShareQuestions& questions, Ui& ui, Actions& actions) {
  if (questions.parts.empty()) return;
  draw_block_heading(tr("Parts of conversations"), ui);
  for (const ShareQuestions::Part& part : questions.parts) {
    ui.text(fmt::format(fmt::runtime(tr("Of conversation {}, {} of {} messages go along: {}.")),
                        vault::item_text(part.conversation), part.shown, part.messages, numbers_text(part.runs)),
            {Size::body, Weight::medium});
    if (part.shown < part.messages)
      ui.text(tr("Of the others the copy says only how many there are, and their numbers."));
    draw_files_of_part(part, ui, actions);
    for (const vault::MessageNote& note : part.cut_notes)
      ui.text(fmt::format(fmt::runtime(tr("Note {} is about {}. Not all of that goes along.")),
                          vault::item_text(note.note), numbers_text(note.first, note.last)));
  }
  if (const std::string notes = notes_elsewhere_line(questions); !notes.empty()) ui.text(notes);
}

void draw_exports(const ShareQuestions& questions, Ui& ui) {
  if (questions.exports.empty()) return;
  draw_block_heading(tr("Exports of conversations"), ui);
  ui.text(
      tr("A whole conversation goes with the file that it was read from. So others can hold one against the other."));
  for (const ShareQuestions::Export& one : questions.exports) {
    const std::string exported = vault::item_text(one.exported);
    ui.text(fmt::format(fmt::runtime(tr("All of conversation {} goes along, so item {} does too.")),
                        vault::item_text(one.conversation), exported),
            {Size::body, Weight::medium});
    for (const vault::ItemNumber other : one.others)
      ui.text(fmt::format(fmt::runtime(tr("All of conversation {} can be read in item {}, too.")),
                          vault::item_text(other), exported),
              {Size::body, Weight::semibold, Tone::fault});
  }
}

void draw_rest(const ShareQuestions& questions, const ShareForm& form, const Told& told, Ui& ui, Actions& actions) {
  draw_block_heading(tr("What is not here"), ui);
  ui.text(tr("Should the copy say whether there is more?"), {Size::body, Weight::medium});
  if (!questions.parts.empty())
    ui.text(
        tr("Messages that are left out of a conversation are counted in any case. The check of the copy needs the "
           "number."));
  told.draw_above(OpenQuestion::About::rest, std::nullopt, ui);
  if (ui.choice(tr("Do not say whether there is more"), form.states_left_out == false))
    actions.push_back(DecideRest{false});
  if (ui.choice(tr("Say how many items are left out, and how many were removed"), form.states_left_out == true))
    actions.push_back(DecideRest{true});
}

void draw_helper_names(const ShareState& share, Ui& ui, Actions& actions) {
  const std::size_t items = share.questions->helped_items;
  if (items == 0) return;
  draw_block_heading(tr("Who helped you"), ui);
  ui.text(items == 1 ? std::string(tr("The name of somebody who helped you stands at 1 item."))
                     : fmt::format(fmt::runtime(tr("The name of somebody who helped you stands at {} items.")), items));
  ui.text(share.sends_helper_names ? tr("It goes along.") : tr("It stays here."), {Size::body, Weight::medium});
  if (ui.toggle(tr("Send the name too"), share.sends_helper_names))
    actions.push_back(SendHelperNames{!share.sends_helper_names});
}

void draw_people_named(const ShareQuestions& questions, ShareForm& form, Ui& ui) {
  if (questions.people.empty()) return;
  draw_block_heading(tr("Names"), ui);
  std::string names;
  for (const std::string& name : questions.people) names += (names.empty() ? "" : ", ") + isolated(foreign_line(name));
  ui.text(fmt::format(fmt::runtime(tr("Your answers name these people: {}")), names));
  if (questions.describes_somebody &&
      ui.toggle(tr("Send other names, numbers, and who they are to me"), form.sends_descriptions))
    form.sends_descriptions = !form.sends_descriptions;
}

void draw_earlier(const ShareQuestions& questions, ShareForm& form, Ui& ui) {
  if (questions.earlier.empty()) return;
  draw_block_heading(tr("Earlier versions"), ui);
  ui.text(tr("Earlier versions go along, each under its own day. You can leave one at home. Then it is only counted."));
  constexpr const char* kBetween = "  \u00b7  ";
  for (const auto& one : questions.earlier) {
    const bool is_note = one.question.empty(), stays = form.stays_home.contains(one.entry);
    ui.gap(0.2f);
    ui.text(fmt::format(fmt::runtime(tr("Item {}")), vault::item_text(one.item)) + kBetween +
                (is_note ? name_of(vault::ShownAs::note) : question_text(one.question)) + kBetween +
                day_text(one.said_at),
            kSmallPrint);
    draw_kept_words(one.text.empty() ? tr("You took the answer back.") : shown_answer(one.question, one.text), is_note,
                    questions.cut.contains(one.entry), ui);
    const std::string name = fmt::format("{}##{}", tr("Goes along"), vault::entry_text(one.entry));
    if (!ui.toggle(name.c_str(), !stays)) continue;
    if (stays)
      form.stays_home.erase(one.entry);
    else
      form.stays_home.insert(one.entry);
  }
}

}  // namespace

bool draw_share_questions(const ShareState& share, ShareForm& form, const char* next, Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(tr("For you to decide"));
  if (!share.questions) {
    ui.text(tr("One moment ..."));
    return false;
  }
  const std::vector<OpenQuestion> open = open_questions(*share.questions, share, form.states_left_out);
  // The way on says what is open. No choice has the focus, so that a key too many decides nothing.
  if (frame.has_come) ui.focus(next);
  if (frame.views.wants_answer && share.error) ui.focus(tr("What is open"), /*comes_into_view=*/false);
  frame.views.wants_answer = false;
  const Told told{share.error, open.empty() ? nullptr : &open.front()};
  // What has to be decided stands first. The rest has an answer already that tells nobody more than she chose.
  draw_notes(share, told, ui, frame.actions);
  draw_places(share, form, told, ui, frame.actions);
  draw_parts(*share.questions, ui, frame.actions);
  draw_exports(*share.questions, ui);
  draw_rest(*share.questions, form, told, ui, frame.actions);
  draw_helper_names(share, ui, frame.actions);
  draw_people_named(*share.questions, form, ui);
  draw_earlier(*share.questions, form, ui);
  return told.error && told.first != nullptr;
}

}  // namespace daybook::ui
