#pragma once

#include <memory>
#include <optional>

#include "ui/model/job_progress.h"
#include "ui/model/text_input.h"
#include "ui/words/error_text.h"
#include "vault/store/file_system.h"

namespace daybook::ui {

/// One task at a time that keeps the record from being lost, or from being read by others.
struct SafetyState {
  enum class Task { none, backup, restore, passphrase, sheet, new_keys, remove_all, salvage };
  Task task = Task::none;
  vault::Path place;  // where the backup goes, or lies
  bool is_working = false;
  std::shared_ptr<JobProgress> progress;
  std::optional<ErrorText> error;
  std::string outcome, outcome_more;          // what came of the task when it is finished; empty before
  std::optional<crypto::SecretBuffer> sheet;  // the code of a new sheet, shown once
  std::string key_words;                      // of new keys
  std::optional<std::string> last_backup;     // when it was made, in UTC

  /// True when the task asks for a new passphrase.
  bool makes_passphrase() const;
};

struct SafetyForm {
  SecretInput passphrase, new_passphrase;  // what opens the record or the backup now; what is to open it from now on
  bool is_shown = false;
};

}  // namespace daybook::ui
