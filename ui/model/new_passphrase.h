#pragma once

#include <optional>

#include "ui/model/secret_input.h"
#include "ui/words/error_text.h"
#include "vault/store/passphrase_strength.h"

namespace daybook::ui {

/// Where a new passphrase is chosen: words that are suggested or the keeper's own, and the same once more.
struct NewPassphrase {
  SecretInput chosen;
  SecretInput attempt;  // the same once more, because a slip of the finger would lock the keeper out
  bool is_shown = true;
  bool shows_chosen = false;  // beside an attempt that differs from it

  /// Puts other words into `chosen`, of which nobody could guess one.
  void suggest();
  /// Empties `chosen` for a passphrase of the keeper's own, which is covered while she types it.
  void begin_own();

  /// Puts dots over a passphrase of the keeper's own.
  void cover();

  /// False while `chosen` holds the words that were suggested.
  bool is_own() const { return m_suggested != chosen.revision(); }

  /// How strong `chosen` is. Estimated anew only when it was changed. Words that were suggested are strong because
  /// they were drawn, which no estimate can see in them.
  vault::StrengthEstimate strength();
  /// Why `chosen` cannot be taken. One that is easy to guess is taken when this is asked a second time for it, because
  /// the keeper may have her reasons.
  std::optional<ErrorText> objection();
  /// Why `attempt`, which is emptied then, is not the same as `chosen`. Capital letters and blanks count as they do
  /// when a record is opened.
  std::optional<ErrorText> difference();

  /// Grows with every change of either text.
  std::uint64_t revision() const { return chosen.revision() + attempt.revision(); }

 private:
  struct Estimated {
    std::uint64_t revision;
    vault::StrengthEstimate strength;
  };
  std::optional<Estimated> m_estimated;
  std::optional<std::uint64_t> m_suggested;  // the revision of `chosen` that was suggested
  std::optional<std::uint64_t> m_warned_of;  // the revision of `chosen` that was called easy to guess
};

}  // namespace daybook::ui
