#pragma once

#include "ui/model/restoring.h"
#include "ui/model/safety_state.h"
#include "ui/model/session.h"

namespace daybook::ui {

struct BeginSafety {
  SafetyState::Task task;
};
struct DoSafety {};  // does the task that is shown, with what was typed and chosen
/// The keeper says that she has the new sheet on paper. First two groups of it are asked for, which she can leave
/// empty.
struct SheetWritten {};
struct ShowSheet {};  // the code once more, instead of asking for groups of it

/// Makes and reads backups, changes passphrase, sheet and keys, and brings a damaged record back.
class SafetyArea {
 public:
  using Takes = std::variant<BeginSafety, DoSafety, SheetWritten, ShowSheet>;
  using Task = SafetyState::Task;

  SafetyArea(Session& session, SafetyState& state, SafetyForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  bool works() const { return m_state.is_working; }
  /// True while a backup is made or read, which the time to lock does not break off.
  bool saves() const;

  /// What the next opening has to know (vault::Unsaved::fields): the folder to which a backup is being written.
  std::map<std::string, std::string> unsaved() const;

  void on(const BeginSafety& begin);
  void on(const DoSafety&);
  void on(const SheetWritten&);
  void on(const ShowSheet&) { m_state.asks_for_groups = false; }
  void on(const PlaceChosen& chosen);
  void on(const RecordOpened& opened);
  void on(const RecordCloses&) { m_state.is_working = true; }  // so that no other task can be begun
  void on(const RemovalFailed&) { m_state.is_working = false; }

 private:
  void begin_work();
  void clear();
  void show(ErrorText error);
  void finish(std::string outcome, std::string more);
  void failed(const Error& error);
  bool may_begin();
  void load_last_backup();
  void make_backup();
  void add_from_backup();
  void restore_backup();
  void change_passphrase();
  void make_sheet();
  void replace_keys();
  void rewrap_objects();
  void salvage();
  void use_restored(vault::Path folder);
  void open_restored(crypto::SecretBuffer typed, std::string said);
  void confirm_removal();

  Session& m_session;
  SafetyState& m_state;
  SafetyForm& m_form;
};

}  // namespace daybook::ui
