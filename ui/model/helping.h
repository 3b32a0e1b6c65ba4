#pragma once

#include "ui/model/session.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

/// An advocate sits beside her: what is kept meanwhile says so.
struct HelperState {
  bool is_on = false;
  double until = 0;  // by the clock of the session, seconds
  double seconds_left = 0;
};

struct HelperForm {
  TextInput name, role;
  bool they_type = false;
  int minutes = 30;
};

struct BeginHelp {};
struct EndHelp {};

class HelpingArea {
 public:
  using Takes = std::variant<BeginHelp, EndHelp>;

  HelpingArea(Session& session, HelperState& state, HelperForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  /// What is said of everything that is kept now: who is there and who types. Nothing when nobody helps.
  vault::Answers answers() const;
  /// The record stays open until then; 0: nobody helps.
  double held_until() const { return m_state.is_on ? m_state.until : 0; }
  bool tick();
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
