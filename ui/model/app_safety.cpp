#include <fmt/format.h>

#include "crypto/words.h"
#include "ui/model/app.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"
#include "vault/backup/backup.h"

namespace daybook::ui {
namespace {

constexpr double kSecondsToThink = 5;
constexpr std::int64_t kBackupAge = std::int64_t{31} * 24 * 3600;
constexpr double kSlice = 0.2;  // seconds that the database is held for work that can wait

using Task = SafetyState::Task;

// Somebody may have found the window open: what could lock her out asks for the passphrase once more.
Result<void> require_passphrase(vault::Record& record, const crypto::SecretBuffer& typed) {
  if (record.vault().opens_with(typed)) return {};
  return Error{ErrorCode::wrong_passphrase, ""};
}

}  // namespace

void App::on(const BeginSafety& begin) {
  SafetyState& safety = m_state.safety;
  if (safety.is_working) return;
  auto last = std::move(safety.last_backup);
  safety = SafetyState();
  safety.last_backup = std::move(last);
  safety.task = begin.task;
  go(Screen::keep_safe);
}

void App::on(const DoSafety&) {
  SafetyState& safety = m_state.safety;
  if (safety.is_working || safety.removal_at > 0) return;
  safety.error.reset();
  if (safety.makes_passphrase() && safety.new_passphrase.characters() < kLeastOwnCharacters) {
    safety.error = ErrorText{tr("The new passphrase is short."), "", tr("Use at least 12 characters.")};
    return;
  }
  if (safety.task == Task::new_keys && m_state.share.is_working) {
    safety.error =
        ErrorText{tr("A copy is being saved."), tr("Nothing was changed."), tr("Do this when it is finished.")};
    return;
  }
  switch (safety.task) {
    case Task::none:
      return;
    case Task::backup:
      return make_backup();
    case Task::restore:
      return m_state.is_open ? add_from_backup() : restore_backup();
    case Task::passphrase:
      return change_passphrase();
    case Task::sheet:
      return make_sheet();
    case Task::new_keys:
      return replace_keys();
    case Task::salvage:
      return salvage();
    case Task::remove_all: {
      safety.is_working = true;
      m_jobs.ask([typed = safety.passphrase.copy()](Record& record) { return require_passphrase(record, typed); },
                 [this](Result<void> is_hers) {
                   m_state.safety.is_working = false;
                   if (!is_hers) return safety_failed(is_hers.error());
                   m_state.safety.removal_at = m_surroundings.seconds() + kSecondsToThink;
                 });
    }
  }
}

void App::safety_failed(const Error& error) {
  SafetyState& safety = m_state.safety;
  safety.is_working = false;
  safety.passphrase.clear();
  safety.error = error.code == ErrorCode::wrong_passphrase
                     ? ErrorText{tr("That passphrase did not open it."), tr("Nothing was changed."),
                                 tr("Check Caps Lock and the keyboard language.")}
                     : explain(error);
}

// Once a month, and only inside of the window.
void App::load_last_backup() {
  struct Last {
    std::optional<std::string> made;
    std::uint64_t items = 0;
  };
  m_jobs.ask(
      [](Record& record) -> Result<Last> {
        Last last;
        TRY_ASSIGN(last.made, vault::last_backup(record));
        TRY_ASSIGN(last.items, record.count());
        return last;
      },
      [this](Result<Last> last) {
        if (!last) return;
        m_state.safety.last_backup = last->made;
        const std::int64_t now = m_surroundings.vault.clock.now().utc_seconds;
        const auto made = last->made ? vault::parse_utc(*last->made) : std::nullopt;
        if (!made || now - *made < kBackupAge || m_state.banner || last->items == 0) return;
        say(fmt::format(fmt::runtime(tr("Your last backup was {} days ago.")), (now - *made) / (24 * 3600)));
        m_state.banner->offer = Banner::Offer::backup;
      });
}

void App::make_backup() {
  SafetyState& safety = m_state.safety;
  if (safety.place.empty()) return;
  safety.is_working = true;
  safety.progress = m_jobs.new_progress();
  m_jobs.ask(
      [folder = safety.place, progress = safety.progress](Record& record) {
        return vault::make_backup_file(record, folder, {}, [&](vault::BackupStage, std::uint64_t done, std::uint64_t) {
          return progress->reach(done, 0);
        });
      },
      [this](Result<vault::BackupMade> made) {
        if (!made) return safety_failed(made.error());
        SafetyState& now = m_state.safety;
        now.is_working = false;
        now.outcome = fmt::format(fmt::runtime(tr("The backup is made and was read back: {}")),
                                  vault::to_utf8(made->files.front()));
        now.outcome_more = made->unreadable.empty()
                               ? tr("It opens with the passphrase and the sheet of today. Keep it away from here.")
                               : fmt::format(fmt::runtime(tr("{} stored files could not be read. They are not in it.")),
                                             made->unreadable.size());
        load_last_backup();
      });
}

void App::change_passphrase() {
  m_state.safety.is_working = true;
  m_jobs.ask(
      [typed = m_state.safety.passphrase.copy(),
       next = m_state.safety.new_passphrase.copy()](Record& record) -> Result<void> {
        TRY(require_passphrase(record, typed));
        return record.vault().change_passphrase(next);
      },
      [this](Result<void> done) {
        if (!done) return safety_failed(done.error());
        m_state.safety = SafetyState();
        m_state.safety.outcome = tr("Your new passphrase works from now on.");
        m_state.safety.outcome_more = tr("Backups made before still open with the old one.");
      });
}

void App::make_sheet() {
  m_state.safety.is_working = true;
  m_jobs.ask(
      [typed = m_state.safety.passphrase.copy()](Record& record) -> Result<crypto::SecretBuffer> {
        TRY(require_passphrase(record, typed));
        return record.vault().replace_recovery_code();
      },
      [this](Result<crypto::SecretBuffer> code) {
        if (!code) return safety_failed(code.error());
        m_state.safety = SafetyState();
        m_state.safety.outcome = tr("This is your new sheet. It is shown this once.");
        m_state.safety.outcome_more = tr("The old one opens nothing any more, but for older backups.");
        m_state.safety.sheet.emplace(std::move(*code));
      });
}

void App::replace_keys() {
  m_state.safety.is_working = true;
  struct Made {
    crypto::SecretBuffer code;
    std::string words;
  };
  m_jobs.ask(
      [typed = m_state.safety.passphrase.copy(),
       next = m_state.safety.new_passphrase.copy()](Record& record) -> Result<Made> {
        TRY(require_passphrase(record, typed));
        TRY_ASSIGN(auto code, record.replace_keys(next));
        return Made{std::move(code), crypto::key_words(record.keys().root.public_key())};
      },
      [this](Result<Made> made) {
        if (!made) return safety_failed(made.error());
        m_drafts = std::make_shared<Drafts>(m_record->vault().draft_writer());
        m_kept_draft.text = "\x01";  // the draft file is written anew, under the new key
        m_state.safety = SafetyState();
        m_state.safety.outcome = tr("New keys are in force. The old passphrase and sheet do not open this any more.");
        m_state.safety.outcome_more =
            tr("Whoever has an older backup and the old passphrase can still read that backup.");
        m_state.safety.sheet.emplace(std::move(made->code));
        m_state.safety.key_words = made->words;
        rewrap_objects();
      });
}

// In slices: whatever she does meanwhile comes between two of them.
void App::rewrap_objects() {
  m_jobs.ask(
      [seconds = m_surroundings.seconds](Record& record) -> Result<bool> {
        const double end = seconds() + kSlice;
        const auto done = record.vault().rewrap_objects([&](std::uint64_t) { return seconds() < end; });
        if (!done && done.error().code != ErrorCode::cancelled) return done.error();
        return record.vault().has_previous_keys();
      },
      [this](Result<bool> has_more) {
        if (has_more && *has_more) rewrap_objects();
      });
}

void App::on(const StopRemoval&) {
  m_state.safety.removal_at = 0;
  m_state.safety.passphrase.clear();
}

// The record is closed first; then it, the settings and their folders go, and the program ends.
void App::remove_all() {
  SafetyState& safety = m_state.safety;
  safety.removal_at = 0;
  safety.is_working = true;
  m_state.is_open = false;
  m_drafts.reset();
  for (const Import& import : m_state.imports) import.progress->stop();
  on(StopSharing{});
  m_jobs.use(nullptr);
  m_jobs.ask_without_record(
      [record = std::move(m_record), &files = m_surroundings.vault.files, folder = m_state.settings.record,
       settings = m_surroundings.settings_file]() mutable {
        record.reset();  // an import that has not stopped yet may still hold it: what it writes no key opens any more
        auto removed = vault::remove_vault(files, folder);
        (void)files.remove(settings);
        (void)files.remove(settings.parent_path());  // when it is empty
        return removed;
      },
      [this](Result<void> removed) {
        m_state.safety.is_working = false;
        if (removed) {
          m_leaving = Leaving::hide;
          return;
        }
        m_state.screen = Screen::unlock;
        m_state.before.clear();
        m_state.unlock.error = explain(removed.error());
      });
}

void App::on(const TakeOffer&) {
  if (!m_state.banner) return;
  const Banner banner = *m_state.banner;
  m_state.banner.reset();
  if (banner.offer == Banner::Offer::backup) on(BeginSafety{Task::backup});
  if (banner.offer == Banner::Offer::delete_file) delete_imported(banner.file);
}

}  // namespace daybook::ui
