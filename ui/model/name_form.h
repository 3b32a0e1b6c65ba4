#pragma once

#include <array>
#include <string>

#include "ui/model/text_input.h"

namespace daybook::ui {

/// The choice of what the window is called: a plain name that passes a quick look.
struct NameForm {
  static constexpr std::size_t kOwn = 3;  // the choice of a name of her own; before it stand suggested_names()
  std::size_t choice = 0;
  TextInput own;
};

std::array<const char*, NameForm::kOwn> suggested_names();

/// The name that is chosen; the first one while her own is empty.
std::string chosen_name(const NameForm& form);

/// The form in which this name is chosen.
NameForm form_of_name(const std::string& name);

}  // namespace daybook::ui
