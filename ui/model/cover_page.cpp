#include "ui/model/cover_page.h"

namespace daybook::ui {
namespace {

constexpr const char* kField = "cover page";

}  // namespace

std::map<std::string, std::string> CoverPageArea::unsaved() const {
  if (!m_session.state().is_open || m_form.text() == m_session.state().preferences.cover) return {};
  return {{kField, m_form.text()}};
}

void CoverPageArea::on(const RecordOpened& opened) {
  const auto typed = opened.unsaved.fields.find(kField);
  m_form.set(typed == opened.unsaved.fields.end() ? m_session.state().preferences.cover : typed->second);
  keep();
}

void CoverPageArea::on(const ScreenLeft& left) {
  if (left.left == Screen::settings) keep();
}

void CoverPageArea::keep() {
  Preferences preferences = m_session.state().preferences;
  if (!m_session.can_write() || preferences.cover == m_form.text()) return;
  preferences.cover = m_form.text();
  m_session.change_preferences(std::move(preferences));
}

}  // namespace daybook::ui
