#include "ui/model/safety_state.h"

#include "ui/words/translate.h"

namespace daybook::ui {

const char* SafetyForm::word_to_remove() { return tr("remove"); }

std::optional<ErrorText> SafetyForm::objection(const SafetyState& to) {
  if (to.task == SafetyState::Task::remove_all && word.text() != word_to_remove())
    return ErrorText{tr("The word is not there yet."), tr("Nothing was removed."), tr("Type it as it is shown.")};
  if (!to.makes_passphrase()) return std::nullopt;
  auto objection = next.objection();
  return objection ? objection : next.difference();
}

bool SafetyState::makes_passphrase() const {
  switch (task) {
    case Task::passphrase:
    case Task::new_keys:
    case Task::salvage:
      return true;
    case Task::none:
    case Task::backup:
    case Task::restore:
    case Task::sheet:
    case Task::remove_all:
      return false;
  }
  return false;
}

}  // namespace daybook::ui
