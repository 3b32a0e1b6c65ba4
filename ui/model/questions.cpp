#include "ui/model/questions.h"

#include <string_view>

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
       {}}};
  return all;
}

bool is_nobody(const std::string& name) {
  for (const Question& question : questions()) {
    if (std::string_view(question.id) != vault::question::kWho) continue;
    for (const char* choice : question.choices) {
      if (name == tr(choice)) return true;
    }
  }
  return false;
}

const std::vector<const char*>& starter_tags() {
  static const std::vector<const char*> tags{tr_later("home"), tr_later("money"), tr_later("children"),
                                             tr_later("work"), tr_later("phone")};
  return tags;
}

}  // namespace daybook::ui
