#pragma once

#include "ui/model/jobs.h"
#include "ui/model/preferences.h"
#include "ui/model/screen_stack.h"
#include "ui/model/settings.h"
#include "vault/bundle/check_copy.h"
#include "vault/intake/picture.h"

namespace daybook::ui {

/// What the program stands on; tests have their own.
struct ProgramSurroundings {
  vault::Surroundings vault;
  vault::Path settings_file;
  vault::Path new_record;  // where one is made when there is none
  vault::PictureReader pictures;
  vault::CopyDoor copies;
  std::function<void()> wake;       // from any thread: something is ready for poll()
  std::function<double()> seconds;  // a clock that never goes back
};

constexpr std::size_t kLeastOwnCharacters = 12;  // of a passphrase that nobody suggested

/// What holds for all screens.
struct SessionState : ScreenStackState {
  Settings settings;
  Preferences preferences;
  bool is_open = false;
  bool is_read_only = false;
  bool seals_copy = false;  // a copy is being saved: until it is, the keys stay as they are
  std::string saved_at;     // "21:14": when something was last saved
  bool draft_failed = false;
};

struct ChangeSettings {
  Settings settings;
};
struct ChangePreferences {
  Preferences preferences;
};

/// What came of opening the record.
struct Opened {
  bool has_words = false;  // that were being typed when it was closed
  bool with_sheet = false;
};

/// What every area stands on: the record, the threads that work on it, the screens, and what is known of the keeper's
/// wishes. It knows no area. On the thread of the window, like all areas.
class Session {
 public:
  using Takes = std::variant<ChangeSettings, ChangePreferences>;

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

  /// Opens the record of the settings. `then` comes before any area reads from it.
  void open(crypto::SecretBuffer secret, std::function<void(Result<Opened>)> then);
  /// Gives the record away: nothing of it is shown any more, and no new job can reach it.
  std::shared_ptr<vault::Record> close();
  /// The record that is opened from now on.
  void use_record(vault::Path folder);

  /// All but the record that they name. Kept where anybody at this computer can read them, once there is a record.
  void change_settings(Settings settings);
  /// Kept in the record, where it can be written to.
  void change_preferences(Preferences preferences);

  /// Something was saved just now. Returns the time of day.
  const std::string& note_saving();
  void note_sealing(bool goes_on) { m_state.seals_copy = goes_on; }
  void note_draft(bool was_kept) { m_state.draft_failed = !was_kept; }

  void on(const ChangeSettings& changed) { change_settings(changed.settings); }
  void on(const ChangePreferences& changed) { change_preferences(changed.preferences); }

 private:
  void save_settings_later();

  ProgramSurroundings m_surroundings;
  SessionState& m_state;
  Events m_events;
  ScreenStack m_screens;
  std::shared_ptr<vault::Record> m_record;  // touched by jobs only, once it is open
  Jobs m_jobs;
};

}  // namespace daybook::ui
