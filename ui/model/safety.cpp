#include "ui/model/safety.h"

#include <fmt/format.h>

#include <utility>

#include "ui/model/backup_age.h"
#include "ui/model/interrupted.h"
#include "ui/model/sheet_groups.h"
#include "ui/words/translate.h"
#include "vault/backup/backup.h"

namespace daybook::ui {
bool SafetyArea::saves() const {
  return m_state.is_working && (m_state.task == Task::backup || m_state.task == Task::restore);
}

std::map<std::string, std::string> SafetyArea::unsaved() const {
  if (!m_state.is_working || m_state.task != Task::backup) return {};
  return {{interrupted::kBackup, vault::to_utf8(m_state.place)}};
}

void SafetyArea::on(const BeginSafety& begin) {
  if (m_state.is_working) return;
  // A new sheet is shown again when its screen was left before the keeper said that she has written it down: its code
  // stands nowhere else.
  const bool shows_sheet = m_state.sheet && m_session.screens().shown() != Screen::keep_safe;
  if (!shows_sheet) {
    clear();
    m_state.task = begin.task;
    if (m_state.makes_passphrase()) m_form.next.suggest();
  }
  m_state.asks_for_groups = false;
  m_session.screens().go(Screen::keep_safe);
}

// Whether the task can begin. If not, the reason stands in the state.
bool SafetyArea::may_begin() {
  m_state.error.reset();
  if (auto objection = m_form.objection(m_state)) show(std::move(*objection));
  if (m_state.task == Task::new_keys && m_session.state().seals_copy)
    show({tr("A copy is being saved."), tr("Nothing was changed."), tr("Do this when it is finished.")});
  return !m_state.error;
}

void SafetyArea::show(ErrorText error) {
  m_state.error = std::move(error);
  m_state.error_at = m_form.revision();
}

void SafetyArea::on(const DoSafety&) {
  if (m_state.is_working || !may_begin()) return;
  switch (m_state.task) {
    case Task::none:
      return;
    case Task::backup:
      return make_backup();
    case Task::restore:
      return m_session.state().is_open ? add_from_backup() : restore_backup();
    case Task::passphrase:
      return change_passphrase();
    case Task::sheet:
      return make_sheet();
    case Task::new_keys:
      return replace_keys();
    case Task::salvage:
      return salvage();
    case Task::remove_all:
      return confirm_removal();
  }
}

void SafetyArea::on(const PlaceChosen& chosen) {
  if (chosen.purpose == BrowseFor::backup_target || chosen.purpose == BrowseFor::backup_to_read)
    m_state.place = chosen.path;
}

void SafetyArea::on(const RecordOpened& opened) {
  if (!m_session.can_write()) return;
  load_last_backup();
  if (opened.has_previous_keys) rewrap_objects();
}

void SafetyArea::begin_work() {
  m_state.is_working = true;
  m_state.progress = m_session.jobs().new_progress();
}

void SafetyArea::clear() {
  auto last = std::move(m_state.last_backup);
  m_state = SafetyState();
  m_form = SafetyForm();
  m_state.last_backup = std::move(last);
}

void SafetyArea::finish(std::string outcome, std::string more) {
  clear();
  m_state.outcome = std::move(outcome);
  m_state.outcome_more = std::move(more);
}

void SafetyArea::on(const SheetWritten&) {
  if (!m_state.sheet) return;
  if (!std::exchange(m_state.asks_for_groups, true)) return;
  const bool was_typed = !m_form.groups.empty();
  if (auto fault = was_typed ? fault_of_groups(m_form.groups, *m_state.sheet) : std::nullopt)
    return show(std::move(*fault));
  ask_for_sheet(m_session, !was_typed);
  clear();
  m_session.screens().visit(Screen::timeline);
}

void SafetyArea::failed(const Error& error) {
  m_state.is_working = false;
  // A passphrase that failed is cleared: behind the dots nobody would see that the next try is typed after it.
  m_form.passphrase.clear();
  show(error.code == ErrorCode::wrong_passphrase
           ? ErrorText{tr("That passphrase did not open it."), tr("Nothing was changed."),
                       tr("Check the keyboard language. Capital letters make no difference.")}
           : explain(error));
}

void SafetyArea::load_last_backup() {
  m_session.jobs().ask([](vault::Record& record) { return read_last_backup(record); },
                       [this](Result<LastBackup> last) {
                         if (!last) return;
                         m_state.last_backup = last->made;
                         auto reminder = reminder_of(*last, m_session.utc_now());
                         if (reminder && !m_session.screens().says_something())
                           m_session.screens().say(std::move(*reminder));
                       });
}

void SafetyArea::make_backup() {
  if (m_state.place.empty()) return;
  begin_work();
  m_session.jobs().ask(
      [folder = m_state.place, progress = m_state.progress](vault::Record& record) {
        return vault::make_backup_file(record, folder, {}, [&](vault::BackupStage, std::uint64_t done, std::uint64_t) {
          return progress->reach(done, 0);
        });
      },
      [this](Result<vault::BackupMade> made) {
        if (!made) return failed(made.error());
        m_state.is_working = false;
        m_state.outcome = fmt::format(fmt::runtime(tr("The backup is made and was read back: {}")),
                                      vault::to_utf8(made->files.front()));
        m_state.outcome_more =
            made->unreadable.empty()
                ? tr("It opens with the passphrase and the sheet of today. Keep it away from here.")
                : fmt::format(fmt::runtime(tr("{} stored files could not be read. They are not in it.")),
                              made->unreadable.size());
        load_last_backup();
      });
}

void SafetyArea::add_from_backup() {
  if (m_state.place.empty()) return;
  begin_work();
  m_session.jobs().ask_long(
      [surroundings = m_session.surroundings().vault, place = m_state.place, beside = m_session.state().settings.record,
       typed = m_form.passphrase.copy(), progress = JobProgress::of(m_state.progress)](vault::RecordAccess& access) {
        return ui::add_from_backup(access, surroundings, place, beside, typed, progress);
      },
      [this](Result<vault::MergeReport> report) {
        if (!report) return failed(report.error());
        Outcome outcome = outcome_of(*report);
        finish(std::move(outcome.text), std::move(outcome.more));
        m_session.events().tell(RecordMerged{});
      });
}

void SafetyArea::restore_backup() {
  if (m_state.place.empty()) return;
  begin_work();
  m_session.jobs().ask_long(
      [surroundings = m_session.surroundings().vault, place = m_state.place,
       wanted = m_session.surroundings().new_record, typed = m_form.passphrase.copy(),
       progress = JobProgress::of(m_state.progress)] {
        return restore_from_backup(surroundings, place, wanted, typed, progress);
      },
      [this, typed = m_form.passphrase.copy()](Result<Restored> restored) mutable {
        if (!restored) return failed(restored.error());
        use_restored(std::move(restored->folder));
        open_restored(std::move(typed), outcome_of(restored->report));
      });
}

void SafetyArea::salvage() {
  begin_work();
  m_session.jobs().ask_long(
      [surroundings = m_session.surroundings().vault, damaged = m_session.state().settings.record,
       wanted = m_session.surroundings().new_record, typed = m_form.passphrase.copy(), next = m_form.next.chosen.copy(),
       progress = JobProgress::of(m_state.progress)] {
        return salvage_to_new_record(surroundings, damaged, wanted, typed, next, progress);
      },
      [this, next = m_form.next.chosen.copy()](Result<Salvaged> salvaged) mutable {
        if (!salvaged) return failed(salvaged.error());
        m_state.sheet.emplace(std::move(salvaged->code));
        m_session.use_record(std::move(salvaged->folder));
        open_restored(std::move(next), outcome_of(salvaged->report));
      });
}

// A record that was there before keeps its passphrase: it may be the one of which only the sheet was mislaid.
void SafetyArea::use_restored(vault::Path folder) {
  if (m_session.state().settings.record.empty())
    m_session.use_record(std::move(folder));
  else
    m_session.begin_beside(std::move(folder));
}

void SafetyArea::open_restored(crypto::SecretBuffer typed, std::string said) {
  m_session.open(std::move(typed), [this, said = std::move(said)](Result<Opened> opened) {
    if (!opened) return failed(opened.error());
    auto sheet = std::move(m_state.sheet);
    finish(said, tr("What was there before was not changed."));
    m_state.sheet = std::move(sheet);
    m_session.screens().begin_at({Screen::timeline, Screen::keep_safe});
    m_session.events().tell(RecordRestored{});
  });
}

}  // namespace daybook::ui
