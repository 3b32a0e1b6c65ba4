#pragma once

#include <memory>
#include <optional>

#include "ui/model/job_progress.h"
#include "ui/model/new_passphrase.h"
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
  std::uint64_t error_at = 0;                 // the revision of the form that the error is about
  std::string outcome, outcome_more;          // what came of the task when it is finished; empty before
  std::optional<crypto::SecretBuffer> sheet;  // the code of a new sheet, shown once
  bool asks_for_groups = false;               // two of its groups are asked for, and the code is not on the screen
  std::string key_words;                      // of new keys
  std::optional<std::string> last_backup;     // when it was made, in UTC

  /// True when the task asks for a new passphrase.
  bool makes_passphrase() const;
};

struct SafetyForm {
  SecretInput passphrase;  // what opens the record or the backup now
  bool is_shown = false;
  NewPassphrase next;  // what is to open it from now on
  TextInput word;      // that is typed before everything is removed
  TextInput groups;    // two groups of a new sheet, to show that it was written down

  /// Grows with every change of what is typed. An error is shown only until then.
  std::uint64_t revision() const {
    return passphrase.revision() + next.revision() + word.revision() + groups.revision();
  }
  /// Why the task cannot begin with what was typed.
  std::optional<ErrorText> objection(const SafetyState& to);
  /// The word that has to be typed before everything is removed, as it is shown.
  static const char* word_to_remove();
};

}  // namespace daybook::ui
