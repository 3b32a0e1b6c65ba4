#include "ui/model/lock.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/words/date_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {

void LockArea::lock(const std::string& because) {
  if (!m_session.state().is_open || m_leaving != Leaving::no) return;
  m_leaving = Leaving::lock;
  m_locked_because = fmt::format(fmt::runtime(tr("Locked at {}: {}.")), time_text(m_session.utc_now()), because);
}

double LockArea::seconds_left(double held_until) const {
  const double from_use = m_last_use + m_session.state().preferences.lock_minutes * 60;
  return std::max(from_use, held_until) - m_session.seconds();
}

// Why it locks by itself. What could not be kept is told, because after the lock nobody else could tell it.
std::string LockArea::why() const {
  const int minutes = m_session.state().preferences.lock_minutes;
  std::string why = minutes == 1 ? std::string(tr("no use for 1 minute"))
                                 : fmt::format(fmt::runtime(tr("no use for {} minutes")), minutes);
  if (m_session.state().draft_failed) why += tr("; what you typed last could not be kept");
  return why;
}

// A lock would undo what is being saved, so that is finished first: a large copy takes longer than most people keep
// touching the mouse.
bool LockArea::count_down(double held_until, bool saves_something) {
  if (!m_session.state().is_open) return false;
  const double before = m_state.seconds_to_lock;
  m_state.seconds_to_lock = seconds_left(held_until);
  if (m_state.seconds_to_lock <= 0) {
    if (saves_something)
      m_state.finishes_first = true;  // stays true until the process ends: the record is not shown again
    else
      lock(why());
  }
  return m_state.seconds_to_lock <= kLockWarning || before <= kLockWarning;
}

double LockArea::next_change(double held_until) const {
  const double to_warning = seconds_left(held_until) - kLockWarning;
  return to_warning > 0 ? to_warning : 1;
}

void LockArea::on(const LockNow&) { lock(tr("what was being saved was stopped")); }

}  // namespace daybook::ui
