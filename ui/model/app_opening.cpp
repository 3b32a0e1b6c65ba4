#include <fmt/format.h>

#include "crypto/recovery_code.h"
#include "crypto/words.h"
#include "ui/model/app.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"
#include "ui/words/verdict_text.h"
#include "vault/record/preferences.h"

namespace daybook::ui {
namespace {

constexpr int kSuggestedWords = 5;  // 55 bits, behind Argon2id
constexpr int kFreeTries = 5;
constexpr double kWaitSeconds = 30;

Preferences parse_preferences(const std::string& text) {
  Preferences preferences;
  const auto json = vault::parse_json(text);
  if (!json || !json->is_object()) return preferences;
  const auto number = [&](const char* name, int least, int most, int otherwise) {
    if (!json->contains(name) || !(*json)[name].is_number_integer()) return otherwise;
    return std::clamp((*json)[name].get<int>(), least, most);
  };
  preferences.theme = static_cast<Theme>(number("theme", 0, 3, 0));
  preferences.lock_minutes = number("lock", 1, 30, preferences.lock_minutes);
  const auto truth = [&](const char* name, bool& target) {
    if (json->contains(name) && (*json)[name].is_boolean()) target = (*json)[name].get<bool>();
  };
  truth("covers", preferences.covers_pictures);
  truth("clipboard", preferences.empties_clipboard);
  truth("minimised", preferences.locks_minimised);
  truth("knows_notes", preferences.knows_notes);
  preferences.hide_key = static_cast<Preferences::HideKey>(number("hide_key", 0, 2, 0));
  preferences.cover = vault::text_member(*json, "cover").value_or("");
  return preferences;
}

// Groups 2 and 5 of the sheet, however they were typed.
bool are_groups_of(std::string_view typed, std::string_view sheet) {
  std::string letters;
  for (const char c : typed) {
    if (c >= 'a' && c <= 'z')
      letters += static_cast<char>(c - 'a' + 'A');
    else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
      letters += c;
  }
  return letters == std::string(sheet.substr(5, 4)) + std::string(sheet.substr(20, 4));
}

// A record, and what the window wants of it first.
struct OpenedRecord {
  std::shared_ptr<vault::Record> record;
  std::string draft, preferences, notices;
};

Result<OpenedRecord> open_with_window(const vault::Surroundings& surroundings, const vault::Path& path,
                                      const crypto::SecretBuffer& secret) {
  OpenedRecord opened;
  TRY_ASSIGN(opened.record, vault::Record::open(surroundings, path, secret));
  vault::Vault& vault = opened.record->vault();
  if (const auto draft = vault.load_draft(); draft && *draft) opened.draft = std::string((*draft)->expose_text());
  if (const auto text = vault::preferences(*opened.record); text && *text) opened.preferences = **text;
  const auto add = [&](const std::string& notice) { opened.notices += (opened.notices.empty() ? "" : " ") + notice; };
  for (const vault::OpenNotice notice : vault.notices()) add(sentence(notice));
  if (opened.record->unfinished_copies() > 0)
    add(tr("You left while a copy was being saved. What was unfinished of it was removed."));
  return opened;
}

}  // namespace

int FirstRunState::number() const {
  switch (step) {
    case Step::language:
      return 1;
    case Step::computer:
      return 2;
    case Step::leaving:
      return 3;
    case Step::name:
      return 4;
    case Step::passphrase:
      return 5;
    case Step::sheet:
    case Step::confirm_sheet:
    case Step::try_passphrase:
      return 6;
    case Step::locking:
      return 7;
  }
  return 1;
}

void App::on(const NextStep&) {
  using Step = FirstRunState::Step;
  FirstRunState& run = m_state.first_run;
  if (run.is_working) return;
  run.error.reset();
  switch (run.step) {
    case Step::language:
      run.step = Step::computer;
      break;
    case Step::computer:
      run.step = Step::leaving;
      break;
    case Step::leaving:
      run.step = Step::name;
      break;
    case Step::name: {
      const char* names[] = {tr_later("Notes"), tr_later("Household"), tr_later("Recipes")};
      m_state.settings.name = run.name_choice < 3 ? tr(names[run.name_choice]) : run.own_name.text();
      if (m_state.settings.name.empty()) m_state.settings.name = "Notes";
      run.step = Step::passphrase;
      if (run.passphrase.empty()) on(SuggestPassphrase{});
      break;
    }
    case Step::passphrase:
      if (run.is_own && run.passphrase.characters() < kLeastOwnCharacters) {
        run.error = ErrorText{tr("That passphrase is short."), "",
                              tr("Use at least 12 characters, or choose the words we suggest.")};
        break;
      }
      create_record();
      break;
    case Step::sheet:
      run.step = Step::confirm_sheet;
      break;
    case Step::confirm_sheet:
      if (!run.groups.empty() && run.sheet && !are_groups_of(run.groups.text(), run.sheet->expose_text())) {
        run.error = ErrorText{tr("That is different from the sheet."), "", tr("Look at groups 2 and 5 again.")};
        break;
      }
      run.groups.clear();
      run.sheet.reset();
      run.step = Step::try_passphrase;
      break;
    case Step::try_passphrase:
      run.is_working = true;
      open_record(run.attempt.copy(), [this](std::optional<Error> error) {
        FirstRunState& now = m_state.first_run;
        now.is_working = false;
        now.attempt.clear();
        if (error && error->code == ErrorCode::wrong_passphrase)
          now.error = ErrorText{tr("That was different from the one you chose."), tr("Nothing is lost."),
                                tr("Go back one step to see it again, or type it once more.")};
        else if (error)
          now.error = explain(*error);
        else
          now.step = Step::locking;
      });
      break;
    case Step::locking:
      leave_first_run();
      break;
  }
}

void App::on(const PreviousStep&) {
  using Step = FirstRunState::Step;
  FirstRunState& run = m_state.first_run;
  if (run.is_working) return;
  run.error.reset();
  switch (run.step) {
    case Step::computer:
      run.step = Step::language;
      break;
    case Step::leaving:
      run.step = Step::computer;
      break;
    case Step::name:
      run.step = Step::leaving;
      break;
    case Step::passphrase:
      run.step = Step::name;
      break;
    case Step::confirm_sheet:
      run.step = Step::sheet;
      break;
    case Step::try_passphrase:
      run.step = Step::sheet;  // where the passphrase can be seen once more
      break;
    default:
      break;  // the record is made: there is no way back before it
  }
}

void App::on(const SuggestPassphrase&) {
  FirstRunState& run = m_state.first_run;
  run.passphrase.set(crypto::generate_passphrase(kSuggestedWords));
  run.is_own = false;
  run.is_shown = true;
  run.error.reset();
}

void App::on(const UseOwnPassphrase&) {
  FirstRunState& run = m_state.first_run;
  run.passphrase.clear();
  run.is_own = true;
  run.is_shown = false;
}

void App::create_record() {
  FirstRunState& run = m_state.first_run;
  run.is_working = true;
  const vault::Path path = m_surroundings.new_record;
  m_jobs.ask_long(
      [surroundings = m_surroundings.vault, path, secret = run.passphrase.copy()]() -> Result<crypto::SecretBuffer> {
        TRY(vault::create_folders(surroundings.files, path.parent_path()));
        return Record::create(surroundings, path, secret);
      },
      [this, path](Result<crypto::SecretBuffer> code) {
        FirstRunState& now = m_state.first_run;
        now.is_working = false;
        if (!code) {
          now.error = explain(code.error());
          return;
        }
        now.sheet.emplace(std::move(*code));
        now.step = FirstRunState::Step::sheet;
        m_state.settings.record = path;
        save_settings_later();
      });
}

void App::leave_first_run() {
  m_state.first_run = FirstRunState();
  m_state.screen = Screen::timeline;
  m_state.before.clear();
  on(ChangePreferences{m_state.preferences});
}

void App::open_record(crypto::SecretBuffer typed, std::function<void(std::optional<Error>)> then) {
  m_jobs.ask_without_record(
      [secret = std::move(typed), surroundings = m_surroundings.vault, path = m_state.settings.record]() mutable {
        auto opened = open_with_window(surroundings, path, secret);
        secret = crypto::SecretBuffer();
        return opened;
      },
      [this, then = std::move(then)](Result<OpenedRecord> opened) {
        if (!opened) return then(opened.error());
        m_record = std::move(opened->record);
        m_jobs.use(m_record);
        m_drafts = std::make_shared<Drafts>(m_record->vault().draft_writer());
        m_state.is_read_only = m_record->vault().is_read_only();
        if (!opened->preferences.empty()) m_state.preferences = parse_preferences(opened->preferences);
        take_up_draft(vault::parse_draft(opened->draft));
        if (!opened->notices.empty()) say(opened->notices);
        this->opened();
        then(std::nullopt);
      });
}

void App::opened() {
  m_state.is_open = true;
  m_last_use = m_surroundings.seconds();
  m_draft_due = m_last_use;
  load_keys();
  load_names();
  load_case();
  if (m_state.is_read_only) return;
  load_last_backup();
  if (m_record->vault().has_previous_keys()) rewrap_objects();
}

void App::on(const UseSheet& chosen) {
  m_state.unlock.with_sheet = chosen.with_sheet;
  m_state.unlock.secret.clear();
  m_state.unlock.error.reset();
}

void App::on(const Unlock&) {
  UnlockState& unlock = m_state.unlock;
  if (unlock.is_working || unlock.wait_until > 0) return;
  if (unlock.wants_new_passphrase) {
    if (unlock.new_passphrase.characters() < kLeastOwnCharacters) {
      unlock.error = ErrorText{tr("That passphrase is short."), "", tr("Use at least 12 characters.")};
      return;
    }
    unlock.is_working = true;
    m_jobs.ask(
        [secret = unlock.new_passphrase.copy()](Record& record) { return record.vault().change_passphrase(secret); },
        [this](Result<void> done) {
          m_state.unlock.is_working = false;
          if (!done) {
            m_state.unlock.error = explain(done.error());
            return;
          }
          m_state.unlock = UnlockState();
          m_state.screen = Screen::timeline;
          say(tr("Your new passphrase works from now on."));
        });
    return;
  }
  if (unlock.secret.empty()) return;
  unlock.is_working = true;
  unlock.error.reset();
  open_record(unlock.secret.copy(), [this](std::optional<Error> error) {
    UnlockState& now = m_state.unlock;
    now.is_working = false;
    now.secret.clear();
    if (error && error->code == ErrorCode::wrong_passphrase) {
      ++now.failures;
      if (now.failures % kFreeTries == 0) now.wait_until = m_surroundings.seconds() + kWaitSeconds;
      now.error = now.with_sheet ? ErrorText{tr("That code did not open it."), tr("Nothing is lost."),
                                             tr("Look at the sheet again. Capital and small letters are the same.")}
                                 : ErrorText{tr("That passphrase did not open it."), tr("Nothing is lost."),
                                             tr("Check Caps Lock and the keyboard language.")};
    } else if (error) {
      now.error = explain(*error);
      now.is_damaged = error->code == ErrorCode::damaged || error->code == ErrorCode::not_found ||
                       error->code == ErrorCode::malformed;
    } else if (m_record->vault().opened_with() == vault::SlotKind::recovery) {
      now.wants_new_passphrase = true;
    } else {
      now = UnlockState();
      m_state.screen = m_state.add.text.empty() ? Screen::timeline : Screen::add;
      if (m_state.screen == Screen::add) {
        m_state.before = {Screen::timeline};
        say(tr("What you were writing was kept."));
      }
    }
  });
}

}  // namespace daybook::ui
