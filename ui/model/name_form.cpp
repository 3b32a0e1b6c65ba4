#include "ui/model/name_form.h"

#include <algorithm>

#include "ui/words/translate.h"

namespace daybook::ui {

std::array<const char*, NameForm::kOwn> suggested_names() { return {tr("Notes"), tr("Household"), tr("Recipes")}; }

std::string chosen_name(const NameForm& form) {
  const auto names = suggested_names();
  if (form.choice < names.size()) return names[form.choice];
  return form.own.empty() ? names.front() : form.own.text();
}

NameForm form_of_name(const std::string& name) {
  const auto names = suggested_names();
  NameForm form;
  form.choice = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  if (form.choice == NameForm::kOwn) form.own.set(name);
  return form;
}

}  // namespace daybook::ui
