#pragma once

#include <array>
#include <string>

#include "ui/model/text_input.h"

namespace daybook::ui {

/// The choice of what the window is called: a plain name that passes a quick look.
struct NameForm {
  static constexpr std::size_t kMostCharacters = 24;  // of a name of her own, which has room in the bar at the top
  static constexpr std::size_t kOwn = 3;  // the choice of a name of her own; before it stand suggested_names()
  std::size_t choice = 0;
  TextInput own;
};

std::array<const char*, NameForm::kOwn> suggested_names();

/// Whether her own name is chosen and there is none yet.
bool lacks_name(const NameForm& form);

/// The name that is chosen, without blanks around it; the first one where lacks_name().
std::string chosen_name(const NameForm& form);

/// Takes what is beyond kMostCharacters out of her own name.
void shorten(NameForm& form);

/// The form in which this name is chosen.
NameForm form_of_name(const std::string& name);

}  // namespace daybook::ui
