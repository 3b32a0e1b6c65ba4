#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// How the program is to end, when it is.
enum class Leaving {
  no,
  hide,  // the window goes, the process ends
  lock,  // the window comes back asking for the passphrase, in a process that knows nothing
};

struct LockState {
  double seconds_to_lock = 0;   // below kLockWarning: shown
  bool finishes_first = false;  // it is time to lock, and something is still being saved: nothing else is shown
};

constexpr double kLockWarning = 20;

struct HideNow {};
struct LockNow {};
struct StayOpen {};  // she did something: the time to lock begins again

/// When an open record is closed again: because nobody has used it for a while, because the screen was locked, or
/// because she said so.
class LockArea {
 public:
  using Takes = std::variant<HideNow, LockNow, StayOpen>;

  LockArea(Session& session, LockState& state) : m_session(session), m_state(state), m_last_use(session.seconds()) {}

  /// `because` is what to say afterwards. Nothing when no record is open.
  void lock(const std::string& because);
  Leaving leaving() const { return m_leaving; }
  /// What to say after the lock.
  const std::string& locked_because() const { return m_locked_because; }

  /// Counts down, and locks at the end; `held_until`: somebody helps her, and they may talk for long. With
  /// `saves_something` the record is covered and locks when that has ended. True when what is shown has changed.
  bool count_down(double held_until, bool saves_something);
  /// Seconds until it changes what is shown.
  double next_change(double held_until) const;

  void on(const HideNow&) { m_leaving = Leaving::hide; }
  void on(const LockNow&);
  void on(const StayOpen&) { m_last_use = m_session.seconds(); }
  void on(const ChangePreferences&) { m_last_use = m_session.seconds(); }
  void on(const RecordOpened&) { m_last_use = m_session.seconds(); }
  void on(const RecordRemoved&) { m_leaving = Leaving::hide; }

 private:
  double seconds_left(double held_until) const;

  Session& m_session;
  LockState& m_state;
  Leaving m_leaving = Leaving::no;
  std::string m_locked_because;
  double m_last_use;
};

}  // namespace daybook::ui
