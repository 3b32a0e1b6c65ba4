#include "ui/model/screen_stack.h"

namespace daybook::ui {

void ScreenStack::show(const Error& error) {
  const ErrorText text = explain(error);
  say_fault(text.what, text.safe.empty() ? text.next : text.safe + " " + text.next);
}

void ScreenStack::leave_for(Screen next) {
  m_events.tell(ScreenLeft{m_state.screen, next});
  m_state.screen = next;
}

void ScreenStack::go(Screen screen) {
  if (m_state.screen == screen) return;
  m_state.before.push_back(m_state.screen);
  leave_for(screen);
}

void ScreenStack::go_back() {
  if (m_state.before.empty()) return;
  const Screen last = m_state.before.back();
  m_state.before.pop_back();
  leave_for(last);
  drop_old_message();
}

void ScreenStack::drop_old_message() {
  if (m_state.banner && !m_state.banner->stays) say_nothing();
}

void ScreenStack::visit(Screen screen) {
  if (m_state.screen != screen) drop_old_message();
  go(screen);
  if (screen == Screen::timeline) m_state.before.clear();
}

void ScreenStack::begin_at(std::vector<Screen> way) {
  m_state.screen = way.back();
  way.pop_back();
  m_state.before = std::move(way);
}

void ScreenStack::on(const Go& to) {
  const bool is_for_all = to.screen == Screen::help || to.screen == Screen::check || to.screen == Screen::keep_safe;
  if (m_is_open || is_for_all) visit(to.screen);
}

}  // namespace daybook::ui
