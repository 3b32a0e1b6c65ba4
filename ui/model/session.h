#pragma once

#include "ui/model/jobs.h"
#include "ui/model/plugged_in.h"
#include "ui/model/preferences.h"
#include "ui/model/screen_stack.h"
#include "ui/model/settings.h"
#include "ui/words/languages.h"
#include "vault/bundle/check_copy.h"
#include "vault/intake/archive.h"
#include "vault/intake/known_file.h"
#include "vault/record/said_when.h"

namespace daybook::ui {

/// What the program needs from outside: files, clocks and the programs without keys. Tests give it their own.
struct ProgramSurroundings {
  vault::Surroundings vault;
  vault::Path settings_file;
  vault::Path new_record;  // the folder in which a record is made when there is none
  vault::PictureReader pictures;
  vault::CopyDoor copies;
  std::function<void()> wake;       // called on any thread when something is ready for Router::poll()
  std::function<double()> seconds;  // a clock that never goes back, from any beginning; called on any thread
  vault::Path languages{};          // the folder of the catalogues; empty: there is English only
  vault::MediaReader media = vault::MediaReader::beside_this_program();
  vault::ArchiveReader archives = vault::ArchiveReader::beside_this_program();
  std::function<std::vector<vault::Path>()> media_plugged_in = plugged_in;  // called on any thread
  std::int64_t made_at = 0;  // when this program was made, in seconds since 1970 UTC: no clock that is right says less
};

/// The part of the state that concerns every screen.
struct SessionState : ScreenStackState {
  Settings settings;
  std::vector<Language> languages;  // that can be chosen, English first
  Preferences preferences;
  bool is_open = false;
  bool is_read_only = false;
  bool seals_copy = false;    // a copy is being saved: the keys must not change until it is finished
  std::string saved_at;       // "21:14": when something was last saved
  vault::LocalMoment now;     // what this computer's clock says, as of the last poll
  bool draft_failed = false;  // what is being typed could not be sealed
};

struct ChangeSettings {
  Settings settings;
};
struct ChooseLanguage {
  std::string code;
};
struct ChangePreferences {
  Preferences preferences;
};

/// What came of opening the record.
struct Opened {
  std::size_t drafts = 0;   // texts that were not saved when the record was closed
  bool with_sheet = false;  // the recovery code opened it, not the passphrase
};

/// What every area uses: the record, the threads that work on it, the screens, the settings and the preferences. The
/// session knows no area. It is used on the thread of the window, like all areas.
class Session {
 public:
  using Takes = std::variant<ChangeSettings, ChooseLanguage, ChangePreferences>;

  Session(ProgramSurroundings surroundings, SessionState& state);

  const ProgramSurroundings& surroundings() const { return m_surroundings; }
  const SessionState& state() const { return m_state; }
  Jobs& jobs() { return m_jobs; }
  const Jobs& jobs() const { return m_jobs; }
  ScreenStack& screens() { return m_screens; }
  Events& events() { return m_events; }
  double seconds() const { return m_surroundings.seconds(); }
  std::int64_t utc_now() const { return m_surroundings.vault.clock.now().utc_seconds; }
  bool can_write() const { return m_state.is_open && !m_state.is_read_only; }

  /// Opens the record that the settings name, on a worker. `secret` is its passphrase or recovery code. `then` is
  /// called on the thread of the window, before RecordOpened is told to the areas. Errors are those of
  /// vault::Record::open().
  void open(crypto::SecretBuffer secret, std::function<void(Result<Opened>)> then);
  /// The same, but where `secret` is that of a record that was left for another, that one is opened, and takes the
  /// other's place in the settings.
  void open_any(crypto::SecretBuffer secret, std::function<void(Result<Opened>)> then);
  /// Gives the record away, so that it can be removed. It counts as closed, and no new job can reach it. Jobs that are
  /// under way still hold it.
  std::shared_ptr<vault::Record> close();
  /// Names the record that open() opens from now on.
  void use_record(vault::Path folder);
  /// The same for a new record beside the one before, which is left, so that its own passphrase still opens it.
  void begin_beside(vault::Path folder);

  /// Takes over these settings, but neither the record nor the language that they name. They are saved where anybody at
  /// this computer can read them, but only once there is a record: before that nothing is left behind.
  void change_settings(Settings settings);
  /// Takes over these preferences, and keeps them in the record if it can be written to.
  void change_preferences(Preferences preferences);

  /// Notes what the clock says, so that a screen and the action that it leads to count from the same moment.
  void note_time() { m_state.now = vault::local_moment(utc_now()); }
  /// Notes that something was saved just now. Returns the time of day, such as "21:14", until the next call.
  const std::string& note_saving();
  /// Notes that a copy is being saved, or that it no longer is.
  void note_sealing(bool goes_on) { m_state.seals_copy = goes_on; }
  /// Notes whether what is being typed could be sealed.
  void note_draft(bool was_kept) { m_state.draft_failed = !was_kept; }

  void on(const ChangeSettings& changed) { change_settings(changed.settings); }
  /// The window is read in this language as soon as its catalogue is there. It stays as it was where that cannot be
  /// read.
  void on(const ChooseLanguage& chosen);
  void on(const ChangePreferences& changed) { change_preferences(changed.preferences); }

  /// Notes in the settings file that first run was hidden once, on this thread and before there is a record. For the
  /// moment after the window has gone: an error is dropped, because nobody is left to be told.
  void note_hidden();

 private:
  void find_records();
  void open_one_of(std::vector<vault::Path> folders, crypto::SecretBuffer secret,
                   std::function<void(Result<Opened>)> then);
  void save_settings_later();
  void choose_left(const vault::Path& folder);
  void keep_theme();

  ProgramSurroundings m_surroundings;
  SessionState& m_state;
  Events m_events;
  ScreenStack m_screens;
  std::shared_ptr<vault::Record> m_record;  // used by jobs only, once it is open
  Jobs m_jobs;
};

}  // namespace daybook::ui
