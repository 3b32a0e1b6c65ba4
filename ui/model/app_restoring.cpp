#include <fmt/format.h>

#include "ui/model/app.h"
#include "ui/words/translate.h"
#include "vault/backup/restore.h"
#include "vault/backup/salvage.h"
#include "vault/store/scratch_folder.h"

namespace daybook::ui {
namespace {

// The first of `notes`, `notes-2`, `notes-3` that is not there: what is damaged is never written over.
vault::Path free_folder(vault::FileSystem& files, const vault::Path& wanted) {
  if (!files.exists(wanted)) return wanted;
  for (int i = 2;; ++i) {
    vault::Path next = wanted;
    next += vault::from_utf8("-" + std::to_string(i));
    if (!files.exists(next)) return next;
  }
}

std::string numbers_text(const std::vector<vault::ItemNumber>& items) {
  std::string text;
  for (const vault::ItemNumber item : items) text += (text.empty() ? "" : ", ") + vault::item_text(item);
  return text;
}

}  // namespace

// The backup is made into a record of its own, which is read and thrown away. What she keeps meanwhile waits while the
// items are added, and for nothing else.
void App::add_from_backup() {
  SafetyState& safety = m_state.safety;
  if (safety.place.empty()) return;
  safety.is_working = true;
  safety.progress = m_jobs.new_progress();
  m_jobs.ask_long(
      [surroundings = m_surroundings.vault, place = safety.place, beside = m_state.settings.record,
       typed = safety.passphrase.copy(),
       progress = JobProgress::of(safety.progress)](vault::RecordAccess& access) -> Result<vault::MergeReport> {
        TRY_ASSIGN(const auto backup, vault::find_locked_files(surroundings.files, place));
        const vault::ScratchFolder scratch(surroundings.files, beside);
        TRY(vault::restore_backup(surroundings, *backup, scratch.path(), typed, vault::RestoreFor::reading, progress));
        TRY_ASSIGN(const auto from, Record::open_unsettled(surroundings, scratch.path(), typed));
        return access.ask([&](Record& record) { return vault::add_missing(record, *from, progress); });
      },
      [this](Result<vault::MergeReport> report) {
        if (!report) return safety_failed(report.error());
        show_merged(*report);
      });
}

void App::show_merged(const vault::MergeReport& report) {
  m_state.safety = SafetyState();
  m_state.safety.outcome = fmt::format(fmt::runtime(tr("Added {} items, {} other versions of notes and {} answers.")),
                                       report.items_added, report.notes_added, report.answers_added);
  std::string more = tr("Nothing was removed or replaced.");
  if (!report.answers_differ.empty())
    more += " " + fmt::format(fmt::runtime(tr("Where answers differ, yours was kept: {}.")),
                              numbers_text(report.answers_differ));
  if (!report.facts_differ.empty() || !report.people_differ.empty())
    more += " " + std::string(tr("Where the case or people differ, yours was kept."));
  if (!report.unreadable.empty())
    more +=
        " " + fmt::format(fmt::runtime(tr("Could not be read in the backup: {}.")), numbers_text(report.unreadable));
  m_state.safety.outcome_more = more;
  load_keys();
  load_names();
  load_case();
}

// On a computer that has no record, or whose record is damaged: the backup becomes the record.
void App::restore_backup() {
  SafetyState& safety = m_state.safety;
  if (safety.place.empty()) return;
  safety.is_working = true;
  safety.progress = m_jobs.new_progress();
  struct Restored {
    vault::Path folder;
    vault::RestoreReport report;
  };
  m_jobs.ask_long(
      [surroundings = m_surroundings.vault, place = safety.place, wanted = m_surroundings.new_record,
       typed = safety.passphrase.copy(), progress = JobProgress::of(safety.progress)]() -> Result<Restored> {
        TRY_ASSIGN(const auto backup, vault::find_locked_files(surroundings.files, place));
        TRY(vault::create_folders(surroundings.files, wanted.parent_path()));
        Restored restored{free_folder(surroundings.files, wanted), {}};
        TRY_ASSIGN(restored.report, vault::restore_backup(surroundings, *backup, restored.folder, typed,
                                                          vault::RestoreFor::going_on, progress));
        return restored;
      },
      [this, typed = safety.passphrase.copy()](Result<Restored> restored) mutable {
        if (!restored) return safety_failed(restored.error());
        const vault::RestoreReport& report = restored->report;
        std::string said = fmt::format(fmt::runtime(tr("{} of {} items came back.")),
                                       report.items - report.items_not_whole.size(), report.items);
        if (!report.items_not_whole.empty())
          said += " " + fmt::format(fmt::runtime(tr("Not whole: {}.")), numbers_text(report.items_not_whole));
        open_restored(restored->folder, std::move(typed), std::move(said));
      });
}

void App::salvage() {
  SafetyState& safety = m_state.safety;
  safety.is_working = true;
  safety.progress = m_jobs.new_progress();
  struct Salvaged {
    vault::Path folder;
    crypto::SecretBuffer code;
    vault::SalvageReport report;
  };
  m_jobs.ask_long(
      [surroundings = m_surroundings.vault, damaged = m_state.settings.record, wanted = m_surroundings.new_record,
       typed = safety.passphrase.copy(), next = safety.new_passphrase.copy(),
       progress = JobProgress::of(safety.progress)]() -> Result<Salvaged> {
        TRY(vault::create_folders(surroundings.files, wanted.parent_path()));
        const vault::Path folder = free_folder(surroundings.files, wanted);
        TRY_ASSIGN(auto code, Record::create(surroundings, folder, next));
        const vault::Path scratch = vault::unfinished_folder(folder);
        Result<vault::SalvageReport> report = Error{ErrorCode::input_output, ""};
        {
          TRY_ASSIGN(const auto into, Record::open(surroundings, folder, next));
          report = vault::salvage_record(surroundings, {damaged, std::nullopt}, typed, scratch, *into, progress);
        }
        if (!report) {
          (void)vault::remove_vault(surroundings.files, folder);  // nothing that anybody has seen yet
          return report.error();
        }
        return Salvaged{folder, std::move(code), std::move(*report)};
      },
      [this, next = safety.new_passphrase.copy()](Result<Salvaged> salvaged) mutable {
        if (!salvaged) return safety_failed(salvaged.error());
        const vault::SalvageReport& report = salvaged->report;
        std::string said =
            fmt::format(fmt::runtime(tr("Brought back {} items, {} of them in part.")), report.items, report.in_part);
        if (report.nameless > 0)
          said += " " + fmt::format(fmt::runtime(tr("{} files came back without their names.")), report.nameless);
        if (!report.lost.empty()) said += " " + fmt::format(fmt::runtime(tr("Lost: {}.")), numbers_text(report.lost));
        m_state.safety.sheet.emplace(std::move(salvaged->code));
        open_restored(salvaged->folder, std::move(next), std::move(said));
      });
}

void App::open_restored(vault::Path folder, crypto::SecretBuffer typed, std::string said) {
  m_state.settings.record = std::move(folder);
  save_settings_later();
  open_record(std::move(typed), [this, said = std::move(said)](std::optional<Error> error) {
    if (error) return safety_failed(*error);
    auto sheet = std::move(m_state.safety.sheet);
    m_state.safety = SafetyState();
    m_state.safety.outcome = said;
    m_state.safety.outcome_more = tr("What was there before was not changed.");
    if (sheet) m_state.safety.sheet.emplace(std::move(*sheet));
    m_state.first_run = FirstRunState();
    m_state.unlock = UnlockState();
    m_state.screen = Screen::keep_safe;
    m_state.before = {Screen::timeline};
  });
}

}  // namespace daybook::ui
