#pragma once

#include "ui/model/session.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

/// Somebody, such as an advocate, sits beside the keeper and helps. What is kept meanwhile says so.
struct HelperState {
  bool is_on = false;
  double until = 0;  // the end, in seconds of Session::seconds()
  double seconds_left = 0;
};

struct HelperForm {
  TextInput name, role;  // one of them may be empty
  bool says_who() const { return !name.empty() || !role.empty(); }
  bool they_type = false;
  int minutes = 30;
};

struct BeginHelp {};
struct EndHelp {};

/// Begins and ends the time in which somebody helps.
class HelpingArea {
 public:
  using Takes = std::variant<BeginHelp, EndHelp>;

  HelpingArea(Session& session, HelperState& state, HelperForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  /// The answers that are kept with every new item: who is present and who types. Empty when nobody helps.
  vault::Answers answers() const;
  /// Until this time, in seconds of Session::seconds(), the record does not lock for want of use. 0 when nobody helps.
  double held_until() const { return m_state.is_on ? m_state.until : 0; }
  /// Counts down, and ends the help when its time is over. True when what is shown has changed.
  bool tick();
  /// Seconds until tick() is due. Nothing when nobody helps.
  std::optional<double> next_tick() const;

  void on(const BeginHelp&);
  void on(const EndHelp&) { end(); }

 private:
  void end();

  Session& m_session;
  HelperState& m_state;
  HelperForm& m_form;
};

}  // namespace daybook::ui
