#pragma once

#include <memory>
#include <optional>

#include "ui/model/job_progress.h"
#include "ui/model/text_input.h"
#include "ui/words/error_text.h"
#include "vault/store/file_system.h"

namespace daybook::ui {

/// What keeps the record from being lost, and from others. One task at a time.
struct SafetyState {
  enum class Task { none, backup, restore, passphrase, sheet, new_keys, remove_all, salvage };
  Task task = Task::none;
  vault::Path place;  // where the backup goes, or lies
  bool is_working = false;
  std::shared_ptr<JobProgress> progress;
  std::optional<ErrorText> error;
  std::string outcome, outcome_more;          // it is finished
  std::optional<crypto::SecretBuffer> sheet;  // a new one, shown once
  std::string key_words;                      // new ones
  std::optional<std::string> last_backup;     // UTC

  bool makes_passphrase() const;
};

struct SafetyForm {
  SecretInput passphrase, new_passphrase;  // the one that opens what is there; the one to come
  bool is_shown = false;
};

}  // namespace daybook::ui
