#pragma once

#include "ui/model/session.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

/// The words of the page that opens in the place of a hidden record. They count as they are typed, without a button: a
/// page that the keeper relies on must be there.
class CoverPageArea {
 public:
  CoverPageArea(Session& session, TextInput& form) : m_session(session), m_form(form) {}

  /// What opens after hiding at this moment. Empty when the program is only to end.
  std::string words() const { return m_session.state().is_open ? m_form.text() : ""; }
  /// What the next opening has to know (vault::Unsaved::fields): words that are not kept yet.
  std::map<std::string, std::string> unsaved() const;

  void on(const RecordOpened& opened);
  void on(const ScreenLeft& left);

 private:
  void keep();

  Session& m_session;
  TextInput& m_form;
};

}  // namespace daybook::ui
