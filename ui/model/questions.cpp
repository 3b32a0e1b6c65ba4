#include "ui/model/questions.h"

#include <string_view>

#include "ui/report/described_item.h"
#include "ui/words/translate.h"
#include "vault/record/item.h"

namespace daybook::ui {

const std::vector<Question>& questions() {
  static const std::vector<Question> all{
      {vault::question::kWhere,
       tr_later("Where did this come from?"),
       tr_later("It helps others know how this was saved."),
       {tr_later("My phone"), tr_later("My computer"), tr_later("My online account"), tr_later("Paper"),
        tr_later("Someone gave it to me"), tr_later("Another person's phone or account"), tr_later("I'm not sure")}},
      {vault::question::kWho,
       tr_later("Who sent or made it?"),
       tr_later("A name or a nickname is enough."),
       {tr_later("I did"), tr_later("I'm not sure")}},
      {vault::question::kWhen,
       tr_later("When was it sent, or when did it happen?"),
       tr_later("Your own words are good: \"early May 2025\", \"the week we moved\"."),
       {tr_later("I'm not sure")}},
      {vault::question::kHow,
       tr_later("How was it copied?"),
       tr_later("It tells others what they are looking at."),
       {tr_later("Screenshot"), tr_later("Photo of a screen"), tr_later("Exported chat"), tr_later("Pasted"),
        tr_later("Typed out"), tr_later("I'm not sure")}},
      {vault::question::kComplete,
       tr_later("Is this all of it, or part?"),
       tr_later("Others will ask what came before and after."),
       {tr_later("All of it"), tr_later("Part of it"), tr_later("I'm not sure")}},
      {vault::question::kTitle,
       tr_later("What would you call it?"),
       tr_later("A few words, for finding it again."),
       {}},
      {vault::question::kLanguage,
       tr_later("What language is it in?"),
       tr_later("A reader may need a translator."),
       {tr_later("English"), tr_later("I'm not sure")}}};
  return all;
}

namespace {

// The choices that are offered to a question; none for one that is not on the list.
const std::vector<const char*>& choices_of(std::string_view question) {
  static const std::vector<const char*> none;
  for (const Question& one : questions()) {
    if (one.id == question) return one.choices;
  }
  return none;
}

}  // namespace

const char* question_text(std::string_view question) {
  for (const Question& one : questions()) {
    if (one.id == question) return tr(one.text);
  }
  if (question == vault::question::kExhibit) return tr("Number in the case");
  if (question == vault::question::kPeople) return tr("Who is in it?");
  if (question == vault::question::kTyped) return tr("Who typed?");
  if (question == vault::question::kHelper) return tr("Who helped?");
  return "";
}

std::string shown_answer(std::string_view question, const std::string& kept) {
  for (const char* choice : choices_of(question)) {
    if (kept == choice) return tr(choice);
  }
  return kept;
}

std::string kept_answer(std::string_view question, const std::string& shown) {
  for (const char* choice : choices_of(question)) {
    if (shown == tr(choice)) return choice;
  }
  return shown;
}

bool is_nobody(const std::string& name) { return !is_name(name); }

const std::vector<const char*>& starter_tags() {
  static const std::vector<const char*> tags{tr_later("home"), tr_later("money"), tr_later("children"),
                                             tr_later("work"), tr_later("phone")};
  return tags;
}

}  // namespace daybook::ui
