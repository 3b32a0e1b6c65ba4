#pragma once

#include "ui/model/safety.h"
#include "ui/model/session.h"

namespace daybook::ui {

struct RemovalState {
  double at = 0;  // by the clock of the session; 0: nothing is being removed
  int seconds_left = 0;
};

struct StopRemoval {};

/// Takes the record and the settings off this computer, after a few seconds in which she can still stop it.
class RemovingArea {
 public:
  using Takes = std::variant<StopRemoval>;

  RemovingArea(Session& session, RemovalState& state) : m_session(session), m_state(state) {}

  /// Counts down. True when what is shown has changed.
  bool tick();
  std::optional<double> next_tick() const;

  void on(const RemovalConfirmed&);
  void on(const StopRemoval&) { m_state.at = 0; }
  void on(const BeginSafety&) { m_state.at = 0; }  // she does something else
  void on(const ScreenLeft& left);

 private:
  void remove_all();

  Session& m_session;
  RemovalState& m_state;
};

}  // namespace daybook::ui
