#pragma once

#include "ui/model/name_form.h"
#include "ui/model/session.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

struct FirstRunState {
  enum class Step { language, computer, leaving, name, passphrase, sheet, confirm_sheet, try_passphrase, locking };
  static constexpr int kSteps = 7;
  Step step = Step::language;
  bool is_own = false;                        // the keeper made the passphrase herself; else it was suggested
  std::optional<crypto::SecretBuffer> sheet;  // the recovery code, until its groups were confirmed or skipped

  bool is_working = false;
  std::optional<ErrorText> error;
  /// The number that is shown for the step, 1 to kSteps. The three steps after the passphrase share one number.
  int number() const;
};

struct FirstRunForm {
  NameForm name;
  SecretInput passphrase;  // the one that was suggested, or the keeper's own
  bool is_shown = true;
  TextInput groups;  // two groups of the sheet, to show that it was written down
  SecretInput attempt;
  bool shows_chosen = false;  // the passphrase that was chosen, beside an attempt that differs from it
  int lock_minutes = Preferences().lock_minutes;
};

struct NextStep {};
struct PreviousStep {};
struct SuggestPassphrase {};
struct UseOwnPassphrase {};

/// Leads the keeper to a new record, on a computer that has none.
class FirstRunArea {
 public:
  using Takes = std::variant<NextStep, PreviousStep, SuggestPassphrase, UseOwnPassphrase>;

  FirstRunArea(Session& session, FirstRunState& state, FirstRunForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  void on(const NextStep&);
  void on(const PreviousStep&);
  void on(const SuggestPassphrase&) { suggest(); }
  void on(const UseOwnPassphrase&);
  void on(const RecordRestored&) { clear(); }

 private:
  void clear();
  void choose_name();
  void suggest();
  void choose_passphrase();
  void create_record();
  void confirm_sheet();
  void try_passphrase();
  void end();

  Session& m_session;
  FirstRunState& m_state;
  FirstRunForm& m_form;
};

}  // namespace daybook::ui
