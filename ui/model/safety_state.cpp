#include "ui/model/safety_state.h"

namespace daybook::ui {

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
