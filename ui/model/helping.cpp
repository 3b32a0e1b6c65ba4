#include "ui/model/helping.h"

#include "ui/words/translate.h"
#include "vault/record/helper.h"

namespace daybook::ui {

void HelpingArea::on(const BeginHelp&) {
  if (!m_form.says_who()) return;
  m_state.is_on = true;
  m_state.until = m_session.seconds() + m_form.minutes * 60;
  m_session.screens().visit(Screen::timeline);
}

void HelpingArea::end() {
  if (!m_state.is_on) return;
  m_state.is_on = false;
  m_session.screens().say(tr("The session has ended. What you keep from now on says nothing of it."));
}

bool HelpingArea::tick() {
  if (!m_state.is_on || !m_session.state().is_open) return false;
  m_state.seconds_left = m_state.until - m_session.seconds();
  if (m_state.seconds_left <= 0) end();
  return true;
}

std::optional<double> HelpingArea::next_tick() const {
  if (!m_state.is_on) return std::nullopt;
  return 60;  // the minutes that are left are shown
}

vault::Answers HelpingArea::answers() const {
  if (!m_state.is_on) return {};
  return vault::helper_answers(m_form.name.text(), m_form.role.text(), m_form.they_type);
}

}  // namespace daybook::ui
