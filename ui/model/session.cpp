#include "ui/model/session.h"

#include <algorithm>
#include <utility>

#include "ui/model/restoring.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"
#include "ui/words/verdict_text.h"
#include "vault/record/preferences.h"

namespace daybook::ui {
namespace {

// A record that was opened, with what the window needs from it first.
struct OpenedRecord {
  std::shared_ptr<vault::Record> record;
  std::shared_ptr<Drafts> drafts;
  std::string draft, preferences, notices;
  vault::Path folder;
};

// The first of these records that the secret opens. The first alone is told of when none opens.
Result<OpenedRecord> open_first(const vault::Surroundings& surroundings, const std::vector<vault::Path>& folders,
                                const crypto::SecretBuffer& secret) {
  Result<std::unique_ptr<vault::Record>> first = vault::Record::open(surroundings, folders.front(), secret);
  if (first) return OpenedRecord{std::move(*first), {}, {}, {}, {}, folders.front()};
  if (first.error().code != ErrorCode::wrong_passphrase) return first.error();
  for (std::size_t i = 1; i < folders.size(); ++i) {
    if (auto left = vault::Record::open(surroundings, folders[i], secret))
      return OpenedRecord{std::move(*left), {}, {}, {}, {}, folders[i]};
  }
  return first.error();
}

Result<OpenedRecord> open_with_window(const vault::Surroundings& surroundings, const std::vector<vault::Path>& folders,
                                      const crypto::SecretBuffer& secret) {
  TRY_ASSIGN(OpenedRecord opened, open_first(surroundings, folders, secret));
  vault::Vault& vault = opened.record->vault();
  opened.drafts = std::make_shared<Drafts>(vault.draft_writer());
  if (const auto draft = vault.load_draft(); draft && *draft) opened.draft = std::string((*draft)->expose_text());
  if (const auto text = vault::preferences(*opened.record); text && *text) opened.preferences = **text;
  const auto add = [&](const std::string& notice) { opened.notices += (opened.notices.empty() ? "" : " ") + notice; };
  for (const vault::OpenNotice notice : vault.notices()) add(sentence(notice));
  if (opened.record->unfinished_copies() > 0)
    add(tr("You left while a copy was being saved. It was not finished, and does not count."));
  return opened;
}

}  // namespace

Session::Session(ProgramSurroundings surroundings, SessionState& state)
    : m_surroundings(std::move(surroundings)),
      m_state(state),
      m_screens(state, state.is_open, m_events),
      m_jobs(m_surroundings.wake) {
  note_time();
  m_state.settings = load_settings(m_surroundings.vault.files, m_surroundings.settings_file);
  const vault::Path& named = m_state.settings.record;
  if (named.empty() || !m_surroundings.vault.files.exists(named)) find_records();
  m_state.screen = m_state.settings.record.empty() ? Screen::first_run : Screen::unlock;
  m_state.languages = languages_in(m_surroundings.vault.files, m_surroundings.languages);
  // A catalogue that is not there any more must not keep her from her record: English stands in.
  m_state.preferences.theme = m_state.settings.theme;
  const auto catalogue = load_language(m_surroundings.vault.files, m_surroundings.languages, m_state.settings.language);
  speak(catalogue ? *catalogue : nullptr);
}

// When the settings file is lost, or names a folder that is not there, the records in their usual places are still
// found: the loss must not look like that of a record.
void Session::find_records() {
  auto found = folders_found(m_surroundings.vault.files, m_surroundings.new_record);
  if (found.empty()) return;
  m_state.settings.record = std::move(found.front());
  found.erase(found.begin());
  m_state.settings.left = std::move(found);
}

void Session::open(crypto::SecretBuffer typed, std::function<void(Result<Opened>)> then) {
  open_one_of({m_state.settings.record}, std::move(typed), std::move(then));
}

void Session::open_any(crypto::SecretBuffer typed, std::function<void(Result<Opened>)> then) {
  std::vector<vault::Path> folders = m_state.settings.left;
  folders.insert(folders.begin(), m_state.settings.record);
  open_one_of(std::move(folders), std::move(typed), std::move(then));
}

void Session::open_one_of(std::vector<vault::Path> folders, crypto::SecretBuffer typed,
                          std::function<void(Result<Opened>)> then) {
  m_jobs.ask_without_record(
      [secret = std::move(typed), surroundings = m_surroundings.vault, folders = std::move(folders)]() mutable {
        auto opened = open_with_window(surroundings, folders, secret);
        secret = crypto::SecretBuffer();
        return opened;
      },
      [this, then = std::move(then)](Result<OpenedRecord> opened) {
        if (!opened) return then(opened.error());
        m_record = std::move(opened->record);
        m_jobs.use(m_record);
        const vault::Vault& vault = m_record->vault();
        m_state.is_open = true;
        m_state.is_read_only = vault.is_read_only();
        if (opened->folder != m_state.settings.record) {
          choose_left(opened->folder);
          const char* other =
              tr("This is a record that another was begun beside. The other stays as it is, and its own "
                 "passphrase opens it.");
          opened->notices = opened->notices.empty() ? other : other + (" " + opened->notices);
        }
        if (!opened->preferences.empty()) m_state.preferences = parse_preferences(opened->preferences);
        keep_theme();
        if (!opened->notices.empty()) m_screens.say(opened->notices);
        RecordOpened event{vault::parse_unsaved(opened->draft), std::move(opened->drafts), vault.has_previous_keys()};
        then(Opened{event.unsaved.drafts.size(), vault.unlocked_with() == vault::SlotKind::recovery});
        m_events.tell(std::move(event));
      });
}

std::shared_ptr<vault::Record> Session::close() {
  m_state.is_open = false;
  m_jobs.use(nullptr);
  return std::move(m_record);
}

void Session::use_record(vault::Path folder) {
  m_state.settings.record = std::move(folder);
  m_state.settings.has_hidden = false;
  save_settings_later();
}

void Session::begin_beside(vault::Path folder) {
  Settings& settings = m_state.settings;
  settings.left.insert(settings.left.begin(), std::exchange(settings.record, std::move(folder)));
  save_settings_later();
}

// One of the records that were left is used again, and the one that was used before is left.
void Session::choose_left(const vault::Path& folder) {
  Settings& settings = m_state.settings;
  std::erase(settings.left, folder);
  begin_beside(folder);
}

// The theme is kept outside the record too: a white window in a dark room is seen by others before she has typed
// anything.
void Session::keep_theme() {
  if (std::exchange(m_state.settings.theme, m_state.preferences.theme) != m_state.preferences.theme)
    save_settings_later();
}

void Session::note_hidden() {
  if (!m_state.settings.record.empty()) return;
  m_state.settings.has_hidden = true;
  (void)save_settings(m_surroundings.vault.files, m_surroundings.settings_file, m_state.settings);
}

void Session::change_settings(Settings settings) {
  settings.record = m_state.settings.record;
  settings.left = m_state.settings.left;
  settings.theme = m_state.settings.theme;
  settings.language = m_state.settings.language;
  settings.text_percent = std::clamp(settings.text_percent, kLeastTextPercent, kMostTextPercent);
  m_state.settings = std::move(settings);
  save_settings_later();
}

void Session::on(const ChooseLanguage& chosen) {
  m_jobs.ask_aside([&files = m_surroundings.vault.files, folder = m_surroundings.languages,
                    code = chosen.code] { return load_language(files, folder, code); },
                   [this, code = chosen.code](Result<std::shared_ptr<const Catalogue>> catalogue) {
                     if (!catalogue) return m_screens.show(catalogue.error());
                     speak(std::move(*catalogue));
                     m_state.settings.language = code;
                     save_settings_later();
                   });
}

void Session::save_settings_later() {
  if (m_state.settings.record.empty()) return;  // nothing is left behind before there is a record
  m_jobs.ask_aside([&files = m_surroundings.vault.files, path = m_surroundings.settings_file,
                    settings = m_state.settings] { return save_settings(files, path, settings); },
                   [this](Result<void> done) {
                     if (!done) m_screens.show(done.error());
                   });
}

void Session::change_preferences(Preferences preferences) {
  preferences.lock_minutes = std::clamp(preferences.lock_minutes, kLeastLockMinutes, kMostLockMinutes);
  const Preferences before = std::exchange(m_state.preferences, std::move(preferences));
  keep_theme();
  if (!can_write()) return;
  const std::string text = to_text(m_state.preferences);
  m_jobs.ask([text](vault::Record& record) { return vault::keep_preferences(record, text); },
             [this, text, before](Result<void> done) {
               if (done) return;
               m_screens.show(done.error());  // it says that nothing was changed
               if (to_text(m_state.preferences) == text) m_state.preferences = before;
               keep_theme();
             });
}

const std::string& Session::note_saving() { return m_state.saved_at = time_text(utc_now()); }

}  // namespace daybook::ui
