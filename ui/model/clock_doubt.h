#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

struct ClockState {
  bool is_in_doubt = false;  // this computer's clock says a time that has been already
  std::int64_t says = 0;     // in seconds since 1970 UTC, while it is in doubt
  bool shows_how = false;    // how to set it
};

struct KeepClock {};
struct ShowHowToSetClock {};

/// Tells the keeper of a clock that must be wrong, before the times of what she adds are: it says less than when the
/// last item was added, or than when this program was made. Whatever the clock says is kept as it is.
class ClockArea {
 public:
  using Takes = std::variant<KeepClock, ShowHowToSetClock>;

  ClockArea(Session& session, ClockState& state) : m_session(session), m_state(state) {}

  /// Looks at the clock. The doubt ends by itself when the clock has been set. True when what is shown has changed.
  bool tick();

  void on(const KeepClock&) { m_is_kept = true; }
  void on(const ShowHowToSetClock&) { m_state.shows_how = true; }
  void on(const RecordOpened&);

 private:
  Session& m_session;
  ClockState& m_state;
  std::int64_t m_last_added = 0;  // when the last item was added as the record was opened, in seconds since 1970 UTC
  bool m_is_kept = false;
};

}  // namespace daybook::ui
