#include "ui/model/new_keys.h"
#include "ui/model/safety.h"
#include "ui/model/sheet_groups.h"
#include "ui/words/translate.h"

// The tasks of SafetyArea that change the passphrase, the sheet or the keys, or that ask for the passphrase once more.

namespace daybook::ui {
namespace {

constexpr double kSlice = 0.2;  // seconds that the database is held for work that can wait

Banner not_rewrapped() {
  return {tr("Some stored files are not locked with the new keys yet: one of them cannot be read or written."),
          tr("Everything can be read meanwhile. It goes on when the record is next opened."), /*is_fault=*/true};
}

}  // namespace

void SafetyArea::change_passphrase() {
  begin_work();
  m_session.jobs().ask(
      [typed = m_form.passphrase.copy(), next = m_form.next.chosen.copy()](vault::Record& record) -> Result<void> {
        TRY(require_passphrase(record, typed));
        return record.vault().change_passphrase(next);
      },
      [this](Result<void> done) {
        if (!done) return failed(done.error());
        finish(tr("Your new passphrase works from now on."), tr("Backups made before still open with the old one."));
      });
}

void SafetyArea::make_sheet() {
  begin_work();
  m_session.jobs().ask(
      [typed = m_form.passphrase.copy()](vault::Record& record) -> Result<crypto::SecretBuffer> {
        TRY(require_passphrase(record, typed));
        return record.vault().replace_recovery_code();
      },
      [this](Result<crypto::SecretBuffer> code) {
        if (!code) return failed(code.error());
        finish(tr("This is your new sheet. It is shown this once."),
               tr("The old one opens nothing any more, but for older backups."));
        m_state.sheet.emplace(std::move(*code));
        ask_for_sheet(m_session, true);
      });
}

void SafetyArea::replace_keys() {
  begin_work();
  m_session.jobs().ask([typed = m_form.passphrase.copy(), next = m_form.next.chosen.copy()](
                           vault::Record& record) { return make_new_keys(record, typed, next); },
                       [this](Result<NewKeys> made) {
                         if (!made) return failed(made.error());
                         finish(tr("New keys are in force. The old passphrase and sheet do not open this any more."),
                                tr("Whoever has an older backup and the old passphrase can still read that backup."));
                         m_state.sheet.emplace(std::move(made->code));
                         ask_for_sheet(m_session, true);
                         m_state.key_words = made->words;
                         m_session.events().tell(KeysReplaced{std::move(made->drafts)});
                         rewrap_objects();
                       });
}

// Stored files are locked with the new keys in slices of kSlice, so that what the keeper does meanwhile comes between
// two of them.
void SafetyArea::rewrap_objects() {
  m_session.jobs().ask(
      [seconds = m_session.surroundings().seconds](vault::Record& record) -> Result<bool> {
        const double end = seconds() + kSlice;
        const auto done = record.vault().rewrap_objects([&](std::uint64_t) { return seconds() < end; });
        if (!done && done.error().code != ErrorCode::cancelled) return done.error();
        return record.vault().has_previous_keys();
      },
      [this](Result<bool> has_more) {
        if (has_more && *has_more) return rewrap_objects();
        if (!has_more) m_session.screens().say(not_rewrapped());
      });
}

void SafetyArea::confirm_removal() {
  m_state.is_working = true;
  m_session.jobs().ask(
      [typed = m_form.passphrase.copy()](vault::Record& record) { return require_passphrase(record, typed); },
      [this](Result<void> is_hers) {
        m_state.is_working = false;
        m_form.passphrase.clear();
        if (!is_hers) return failed(is_hers.error());
        m_session.events().tell(RemovalConfirmed{});
      });
}

}  // namespace daybook::ui
