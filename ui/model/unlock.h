#pragma once

#include "ui/model/new_passphrase.h"
#include "ui/model/session.h"

namespace daybook::ui {

struct UnlockState {
  bool with_sheet = false;  // the code of the sheet is asked for, and then a new passphrase
  bool wants_new_passphrase = false;
  bool is_working = false;
  int failures = 0;
  double wait_until = 0;  // the end of the pause after many tries, in seconds of Session::seconds(); 0: there is none
  int seconds_to_wait = 0;
  std::optional<ErrorText> error;
  std::uint64_t error_at = 0;  // the revision of the form that the error is about
  bool is_damaged = false;     // the record is damaged or gone, and ways to bring it back are offered
  std::string locked;          // when and why the record was locked; empty: it was not
};

struct UnlockForm {
  SecretInput secret;
  bool is_shown = false;
  NewPassphrase next;        // after the sheet has opened the record
  bool has_neither = false;  // passphrase and sheet are both lost

  /// Grows with every change of what is typed. An error is shown only until then.
  std::uint64_t revision() const { return secret.revision() + next.revision(); }
};

struct Unlock {};
struct UseSheet {
  bool with_sheet;
};

/// Opens the record with the passphrase, or with the code of the sheet, which asks for a new passphrase.
class UnlockArea {
 public:
  using Takes = std::variant<Unlock, UseSheet>;

  UnlockArea(Session& session, UnlockState& state, UnlockForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  /// Ends the pause after many tries when its time is over. True when there was one.
  bool tick();
  /// Seconds until tick() is due. Nothing when there is no pause.
  std::optional<double> next_tick() const;

  void on(const Unlock&);
  void on(const UseSheet& chosen);
  void on(const RecordRestored&) { clear(); }
  void on(const RemovalFailed& failed);

 private:
  void clear();
  void show(ErrorText error);
  void change_passphrase();
  void failed(const Error& error);
  void opened(const Opened& opened);

  Session& m_session;
  UnlockState& m_state;
  UnlockForm& m_form;
};

}  // namespace daybook::ui
