#pragma once

#include "ui/model/session.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

struct FirstRunState {
  enum class Step { language, computer, leaving, name, passphrase, sheet, confirm_sheet, try_passphrase, locking };
  static constexpr int kSteps = 7;
  Step step = Step::language;
  bool is_own = false;                        // the passphrase; else it was suggested
  std::optional<crypto::SecretBuffer> sheet;  // the code, from its making until the next step but one
  bool is_working = false;
  std::optional<ErrorText> error;
  /// 1 to kSteps.
  int number() const;
};

struct FirstRunForm {
  int name_choice = 0;  // the last of them: her own
  TextInput own_name;
  SecretInput passphrase;  // the one suggested, or her own
  bool is_shown = true;
  TextInput groups;  // two groups of the sheet, to show that it was written down
  SecretInput attempt;
  int lock_minutes = Preferences().lock_minutes;
};

struct NextStep {};
struct PreviousStep {};
struct SuggestPassphrase {};
struct UseOwnPassphrase {};

/// The way to a record of her own, where there is none.
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
