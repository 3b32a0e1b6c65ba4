#pragma once

#include "ui/model/safety.h"
#include "ui/model/session.h"

namespace daybook::ui {

struct RemovalState {
  double at = 0;  // when the removal begins, in seconds of Session::seconds(); 0: no removal is waiting
  int seconds_left = 0;
};

struct StopRemoval {};

/// Takes the record and the settings off this computer, after five seconds in which the keeper can still stop it.
class RemovingArea {
 public:
  using Takes = std::variant<StopRemoval>;

  RemovingArea(Session& session, RemovalState& state) : m_session(session), m_state(state) {}

  /// Counts down, and removes at the end. True when what is shown has changed.
  bool tick();
  /// Seconds until tick() is due. Nothing when no removal is waiting.
  std::optional<double> next_tick() const;

  void on(const RemovalConfirmed&);
  void on(const StopRemoval&) { m_state.at = 0; }
  void on(const BeginSafety&) { m_state.at = 0; }  // the keeper has begun another task
  void on(const ScreenLeft& left);

 private:
  void remove_all();

  Session& m_session;
  RemovalState& m_state;
};

}  // namespace daybook::ui
