#pragma once

#include "ui/model/name_form.h"
#include "ui/model/new_passphrase.h"
#include "ui/model/session.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

struct FirstRunState {
  enum class Step { language, computer, leaving, name, passphrase, sheet, confirm_sheet, try_passphrase, locking };
  static constexpr int kSteps = 7;
  Step step = Step::language;
  bool is_beside = false;                         // another record is there, which is left as it is
  bool has_practised = false;                     // the keeper has hidden the program once and has come back
  std::optional<crypto::SecretBuffer> made_with;  // the passphrase that opens the record; none: no record is made yet
  std::optional<crypto::SecretBuffer> sheet;      // the recovery code of that record
  bool has_confirmed_sheet = false;               // two of its groups were typed
  bool declines_sheet = false;

  bool is_working = false;
  std::optional<ErrorText> error;
  std::uint64_t error_at = 0;  // the revision of the form that the error is about
  /// The number that is shown for the step, 1 to kSteps. The three steps after the passphrase share one number.
  int number() const;
  /// True when a step back leads somewhere.
  bool has_way_back() const;
};

struct FirstRunForm {
  NameForm name;
  NewPassphrase next;
  TextInput groups;  // two groups of the sheet, to show that it was written down
  int lock_minutes = Preferences().lock_minutes;

  /// Grows with every change of what is typed. An error is shown only until then.
  std::uint64_t revision() const { return next.revision() + groups.revision() + name.own.revision(); }
};

struct NextStep {};
struct PreviousStep {};
struct ChooseAnotherPassphrase {};
struct DeclineSheet {};
struct BeginAnew {};  // with a new record beside one that cannot be opened any more

/// Leads the keeper to a new record. What was done at a step stays when she goes back, the record that was made too.
class FirstRunArea {
 public:
  using Takes = std::variant<NextStep, PreviousStep, ChooseAnotherPassphrase, DeclineSheet, BeginAnew>;

  FirstRunArea(Session& session, FirstRunState& state, FirstRunForm& form);

  /// Notes that the keeper has practised hiding. For the moment after the window has gone.
  void keep_practice();

  void on(const NextStep&);
  void on(const PreviousStep&);
  void on(const ChooseAnotherPassphrase&);
  void on(const DeclineSheet&);
  void on(const BeginAnew&);
  void on(const RecordRestored&) { clear(); }

 private:
  void clear();
  void go_to(FirstRunState::Step step);
  void show(ErrorText error);
  void choose_name();
  void choose_passphrase();
  void create_record();
  void change_passphrase();
  void confirm_sheet();
  void try_passphrase();
  void end();

  Session& m_session;
  FirstRunState& m_state;
  FirstRunForm& m_form;
};

}  // namespace daybook::ui
