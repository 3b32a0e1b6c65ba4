#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// Whether this process is to end, and how.
enum class Leaving {
  no,
  hide,  // the window goes and the process ends; a cover page may open in its place
  lock,  // the program begins anew as a process without keys, and asks for the passphrase
};

struct LockState {
  double seconds_to_lock = 0;   // shown once it is below kLockWarning
  bool finishes_first = false;  // the time to lock came while something is being saved: only that is shown
};

constexpr double kLockWarning = 20;  // seconds

struct HideNow {};
struct LockNow {};   // stops what is being saved, and locks
struct StayOpen {};  // the keeper did something: the time to lock begins again

/// Decides when an open record is locked: because nobody has used it for a while, because the screen was locked, or
/// because the keeper said so.
class LockArea {
 public:
  using Takes = std::variant<HideNow, LockNow, StayOpen>;

  LockArea(Session& session, LockState& state) : m_session(session), m_state(state), m_last_use(session.seconds()) {}

  /// Locks now. `because` is a phrase for the sentence that is shown afterwards, such as "no use for 5 minutes". Does
  /// nothing when no record is open, or when the process already ends.
  void lock(const std::string& because);
  Leaving leaving() const { return m_leaving; }
  /// The sentence that the next process shows after a lock. Empty when nothing was locked.
  const std::string& locked_because() const { return m_locked_because; }

  /// Counts down, and locks when the time is over. Before `held_until` (in seconds of Session::seconds()) the time is
  /// never over: somebody helps the keeper, and they may talk for long. With `saves_something` the record is covered
  /// and locks only when a later call comes without it. True when what is shown has changed.
  bool count_down(double held_until, bool saves_something);
  /// Seconds until count_down() changes what is shown.
  double next_change(double held_until) const;

  void on(const HideNow&) { m_leaving = Leaving::hide; }
  void on(const LockNow&);
  void on(const StayOpen&) { m_last_use = m_session.seconds(); }
  void on(const ChangePreferences&) { m_last_use = m_session.seconds(); }
  void on(const RecordOpened&) { m_last_use = m_session.seconds(); }
  void on(const RecordRemoved&) { m_leaving = Leaving::hide; }

 private:
  std::string why() const;
  double seconds_left(double held_until) const;

  Session& m_session;
  LockState& m_state;
  Leaving m_leaving = Leaving::no;
  std::string m_locked_because;
  double m_last_use;
};

}  // namespace daybook::ui
