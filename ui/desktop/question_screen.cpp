#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/desktop/when_views.h"
#include "ui/model/questions.h"
#include "ui/model/when_answer.h"
#include "ui/report/described_item.h"
#include "ui/words/translate.h"
#include "ui/words/when_text.h"

namespace daybook::ui {
namespace {

bool is(const Question& question, const char* id) { return std::string_view(question.id) == id; }

// The next Enter goes on with what was chosen.
void choose(const std::string& choice, TextInput& answer, Ui& ui) {
  answer.set(choice);
  ui.focus(tr("Continue"));
}

// Offers people whom the keeper has named before, so that no name has to be typed twice.
void draw_known_people(const PeopleState& people, TextInput& answer, Ui& ui) {
  constexpr std::size_t kMost = 6;
  for (std::size_t i = 0; i < people.people.size() && i < kMost; ++i) {
    const std::string& name = people.people[i].name;
    if (i > 0) ui.beside(name.c_str());
    if (ui.chip((name + "##known").c_str(), answer.text() == name)) choose(name, answer, ui);
  }
}

// Many choices stand in two columns where there is room, so that the buttons below them are seen in a low window.
void draw_choices(const Question& question, TextInput& answer, Ui& ui) {
  constexpr std::size_t kMany = 5;
  constexpr float kColumn = 22;
  const bool has_columns = question.choices.size() >= kMany && ImGui::GetContentRegionAvail().x > ui.em(2 * kColumn);
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    const char* choice = tr(question.choices[i]);
    if (has_columns && i % 2 == 1) ImGui::SameLine(ui.em(kColumn));
    if (ui.choice(choice, answer.text() == choice)) choose(choice, answer, ui);
  }
}

// Says how the words were read. A time that she chooses among several is the answer. Returns whether nothing is left to
// ask, so that what was said of earlier words stands no longer.
bool draw_read(const ItemState& item, const std::string& typed, Frame& frame) {
  const std::string answer = when_in_field(*item.item, kept_answer(vault::question::kWhen, typed));
  if (answer.empty() || answer == kNotSure) return true;
  Ui& ui = frame.ui;
  const vault::LocalMoment& now = frame.state.now;
  const vault::WhenRead read = vault::read_when(answer, now);
  const Look look{Size::small, Weight::regular, Tone::secondary};
  if (!read.is_understood())
    ui.text(tr("Kept as you write it. No day can be read from it, so a search by date uses the day it was added."),
            look);
  else if (is_ahead(read, now)) {
    if (item.question_error.empty()) ui.text(not_happened_text(), look);
    return false;
  } else if (const auto chosen = draw_when(read, ui)) {
    frame.actions.push_back(AnswerQuestion{typed, chosen});
  }
  if (!read.is_ambiguous()) return true;
  ui.beside(tr("I'm not sure which"));
  if (ui.button(tr("I'm not sure which"))) frame.actions.push_back(AnswerQuestion{typed, std::nullopt, true});
  return false;
}

}  // namespace

void draw_question(const ItemState& item, ItemForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  const std::size_t number = *item.question;
  const Question& question = questions()[number];
  ui.heading(tr(question.text));
  ui.text(fmt::format(fmt::runtime(tr("Item {}, question {} of {}. You can stop at any time; everything is saved.")),
                      vault::item_text(item.number), number + 1, questions().size()),
          {Size::small, Weight::regular, Tone::secondary});
  ui.text(tr(question.why), {Size::body, Weight::regular, Tone::secondary});
  const LastAnswers& last_answers = frame.state.last_answers;
  const auto last = last_answers.find(question.id);
  if (last != last_answers.end() && form.answer.empty() && !is(question, vault::question::kTitle)) {
    const std::string same =
        fmt::format(fmt::runtime(tr("Same as last time: {}")), shown_answer(question.id, last->second));
    if (ui.button((same + "##same").c_str())) actions.push_back(AnswerQuestion{last->second});
  }
  draw_choices(question, form.answer, ui);
  if (is(question, vault::question::kWho)) draw_known_people(frame.state.people, form.answer, ui);
  const char* words = tr("In your own words");
  if (ui.field(words, form.answer, 30)) actions.push_back(AnswerQuestion{form.answer.text()});
  if (frame.has_come) ui.focus(question.choices.size() > 2 ? tr(question.choices[0]) : words);
  const bool is_clear = is(question, vault::question::kWhen) && draw_read(item, form.answer.text(), frame);
  if (!item.question_error.empty() && !is_clear) {
    ui.text(item.question_error, {Size::body, Weight::medium, Tone::fault});
    ui.show_error(item.question_error);
  }
  if (std::string_view(form.answer.text()) == tr("Another person's phone or account"))
    ui.text(
        tr("You can still keep this. How it was got can matter later. Before you share it, ask an advocate or a "
           "solicitor."));
  ui.gap(0.4f);
  if (!form.answer.empty()) ui.next_leads_on();
  if (ui.button(tr("Continue"), ButtonKind::primary, Icon::none, !form.answer.empty()))
    actions.push_back(AnswerQuestion{form.answer.text()});
  ui.beside(tr("Skip for now"));
  if (form.answer.empty()) ui.next_leads_on();
  if (ui.button(tr("Skip for now"))) actions.push_back(AskQuestion{number + 1});
  if (number > 0) {
    ui.beside(tr("Previous question"));
    if (ui.button(tr("Previous question"), ButtonKind::quiet)) actions.push_back(AskQuestion{number - 1});
  }
  ui.beside(tr("Stop for now"));
  if (ui.button(tr("Stop for now"), ButtonKind::quiet)) actions.push_back(AskQuestion{std::nullopt});
}

}  // namespace daybook::ui
