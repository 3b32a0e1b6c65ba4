#pragma once

#include <array>
#include <map>

#include "ui/model/session.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

/// What the record holds about a case. Every field may stay empty, and is in the keeper's own words.
struct CaseState {
  enum Field { reference, force, officer, contact, reported, statement, next_contact, decision, kFields };
  std::array<std::string, kFields> kept;
  /// Whether a field says when something was.
  static bool is_time(Field field);
};

struct CaseForm {
  std::array<TextInput, CaseState::kFields> fields;
};

struct SaveCase {};

/// Lets the keeper note the facts of her case, if there is one. What was typed is saved when she leaves the screen.
class CaseArea {
 public:
  using Takes = std::variant<SaveCase>;

  CaseArea(Session& session, CaseState& state, CaseForm& form) : m_session(session), m_state(state), m_form(form) {}

  /// Fields that were typed and not saved yet, by their names in the record. They become Draft::fields. Days that count
  /// from today are fixed in them, so that they are the same when the draft is read on another day.
  std::map<std::string, std::string> unsaved() const;

  void on(const SaveCase&) { save(); }
  void on(const ScreenLeft& left);
  void on(const RecordOpened& opened);
  void on(const RecordMerged&) { load(); }

 private:
  void load();
  void save();
  std::string text_of(std::size_t field) const;

  Session& m_session;
  CaseState& m_state;
  CaseForm& m_form;
};

}  // namespace daybook::ui
