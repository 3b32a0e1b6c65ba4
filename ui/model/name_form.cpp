#include "ui/model/name_form.h"

#include <algorithm>

#include "ui/words/translate.h"

namespace daybook::ui {

std::array<const char*, NameForm::kOwn> suggested_names() { return {tr("Notes"), tr("Household"), tr("Recipes")}; }

namespace {

std::string own_name(const NameForm& form) {
  const std::string& text = form.own.text();
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

}  // namespace

bool lacks_name(const NameForm& form) { return form.choice == NameForm::kOwn && own_name(form).empty(); }

std::string chosen_name(const NameForm& form) {
  const auto names = suggested_names();
  if (form.choice < names.size()) return names[form.choice];
  return lacks_name(form) ? names.front() : own_name(form);
}

void shorten(NameForm& form) {
  const std::string& text = form.own.text();
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_one = (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80;
    if (begins_one && characters++ == NameForm::kMostCharacters) {
      form.own.move_to(std::min(form.own.caret(), i), /*selects=*/false);
      return form.own.erase(i, text.size());
    }
  }
}

NameForm form_of_name(const std::string& name) {
  const auto names = suggested_names();
  NameForm form;
  form.choice = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  if (form.choice == NameForm::kOwn) form.own.set(name);
  return form;
}

}  // namespace daybook::ui
