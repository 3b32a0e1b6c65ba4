#include "ui/model/app.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/words/date_text.h"
#include "ui/words/translate.h"
#include "vault/record/preferences.h"

namespace daybook::ui {

App::App(AppSurroundings surroundings, std::string locked_because)
    : m_surroundings(std::move(surroundings)), m_last_use(m_surroundings.seconds()), m_jobs(m_surroundings.wake) {
  m_state.settings = load_settings(m_surroundings.vault.files, m_surroundings.settings_file);
  // Settings that were lost must not look like a record that was lost.
  if (m_state.settings.record.empty() && m_surroundings.vault.files.exists(m_surroundings.new_record))
    m_state.settings.record = m_surroundings.new_record;
  m_state.screen = m_state.settings.record.empty() ? Screen::first_run : Screen::unlock;
  m_state.unlock.locked = std::move(locked_because);
}

App::~App() = default;

void App::show_cover(const std::string& words) {
  if (words.empty()) return;
  m_state.screen = Screen::cover;
  m_state.cover.set(words);
}

void App::apply(Action action) {
  // Behind the closed page there is only leaving.
  if (m_state.finishes_first && !std::holds_alternative<HideNow>(action) && !std::holds_alternative<LockNow>(action))
    return;
  std::visit([this](const auto& one) { on(one); }, action);
}

bool App::poll() {
  bool changed = m_jobs.finish();
  // A worker that is on its way wakes the window for each percent.
  changed |=
      !m_state.imports.empty() || m_state.share.is_working || m_state.check.is_working || m_state.safety.is_working;
  const double now = m_surroundings.seconds();
  if (m_state.unlock.wait_until > 0) {
    changed = true;
    if (now >= m_state.unlock.wait_until) m_state.unlock.wait_until = 0;
  }
  SafetyState& safety = m_state.safety;
  if (safety.removal_at > 0) {
    changed = true;
    safety.seconds_to_removal = static_cast<int>(std::ceil(safety.removal_at - now));
    if (safety.seconds_to_removal <= 0) remove_all();
  }
  if (m_state.is_open) {
    if (now >= m_draft_due) save_draft_later();
    if (m_state.helper.is_on) {
      changed = true;
      m_state.helper_seconds_left = m_state.helper.until - now;
      if (m_state.helper_seconds_left <= 0) on(EndHelp{});
    }
    const double before = m_state.seconds_to_lock;
    m_state.seconds_to_lock = lock_time() - now;
    changed |= m_state.seconds_to_lock <= kLockWarning || before <= kLockWarning;
    if (m_state.seconds_to_lock <= 0) {
      if (saves_something())
        m_state.finishes_first = true;  // and stays, until this process has gone
      else
        lock(fmt::format(fmt::runtime(tr("no use for {} minutes")), m_state.preferences.lock_minutes).c_str());
    }
  }
  return changed;
}

void App::lock(const char* because) {
  if (!m_state.is_open || m_leaving != Leaving::no) return;
  m_leaving = Leaving::lock;
  m_locked_because = fmt::format(fmt::runtime(tr("Locked at {}: {}.")),
                                 time_text(m_surroundings.vault.clock.now().utc_seconds), because);
}

// While somebody helps her, they may talk for long.
// What locking would undo: a large copy takes longer than most people wait with a hand on the mouse.
bool App::saves_something() const {
  using Task = SafetyState::Task;
  const SafetyState& safety = m_state.safety;
  return !m_state.imports.empty() || m_state.share.is_working ||
         (safety.is_working && (safety.task == Task::backup || safety.task == Task::restore));
}

void App::on(const LockNow&) { lock(tr("what was being saved was stopped")); }

double App::lock_time() const {
  const double from_use = m_last_use + m_state.preferences.lock_minutes * 60;
  return m_state.helper.is_on ? std::max(from_use, m_state.helper.until) : from_use;
}

std::optional<double> App::next_poll() const {
  if (m_state.unlock.wait_until > 0 || m_state.safety.removal_at > 0) return 1;
  if (!m_state.is_open) return std::nullopt;
  const double to_warning = lock_time() - kLockWarning - m_surroundings.seconds();
  double next = to_warning > 0 ? to_warning : 1;
  if (m_state.helper.is_on) next = std::min(next, 60.0);  // the minutes that are left are shown
  if (draft() != m_kept_draft) next = std::min(next, std::max(0.05, m_draft_due - m_surroundings.seconds()));
  return next;
}

void App::show(const Error& error) {
  const ErrorText text = explain(error);
  say(text.what, text.safe.empty() ? text.next : text.safe + " " + text.next);
  m_state.banner->is_fault = true;
}

void App::say(std::string text, std::string more) {
  m_state.banner.emplace();
  m_state.banner->text = std::move(text);
  m_state.banner->more = std::move(more);
}

void App::go(Screen screen) {
  if (m_state.screen == screen) return;
  if (m_state.screen == Screen::case_details) on(SaveCase{});
  if (m_state.screen == Screen::check && screen != Screen::browse) m_state.check.passphrase.clear();
  m_state.before.push_back(m_state.screen);
  m_state.screen = screen;
}

void App::on(const Go& to) {
  const bool is_for_all = to.screen == Screen::help || to.screen == Screen::check || to.screen == Screen::keep_safe;
  if (!m_state.is_open && !is_for_all) return;
  if (m_state.screen != to.screen) m_state.banner.reset();
  go(to.screen);
  if (to.screen == Screen::timeline) m_state.before.clear();
}

void App::on(const GoBack&) {
  if (m_state.before.empty()) return;
  if (m_state.screen == Screen::case_details) on(SaveCase{});
  m_state.screen = m_state.before.back();
  m_state.before.pop_back();
  m_state.banner.reset();
}

void App::on(const HideNow&) { m_leaving = Leaving::hide; }
void App::on(const StayOpen&) { m_last_use = m_surroundings.seconds(); }
void App::on(const CloseBanner&) { m_state.banner.reset(); }

void App::on(const ChangeSettings& changed) {
  const vault::Path record = m_state.settings.record;
  m_state.settings = changed.settings;
  m_state.settings.record = record;
  m_state.settings.text_percent = std::clamp(m_state.settings.text_percent, kLeastTextPercent, kMostTextPercent);
  save_settings_later();
}

void App::save_settings_later() {
  if (m_state.settings.record.empty()) return;  // nothing is left behind before there is a record
  m_jobs.ask_aside(
      [&files = m_surroundings.vault.files, path = m_surroundings.settings_file,
       settings = m_state.settings]() -> Result<void> {
        TRY(save_settings(files, path, settings));
        return {};
      },
      [this](Result<void> done) {
        if (!done) show(done.error());
      });
}

void App::on(const ChangePreferences& changed) {
  m_state.preferences = changed.preferences;
  m_state.preferences.lock_minutes = std::clamp(m_state.preferences.lock_minutes, 1, 30);
  m_last_use = m_surroundings.seconds();
  if (!m_state.is_open || m_state.is_read_only) return;
  const vault::Json json{{"theme", static_cast<int>(m_state.preferences.theme)},
                         {"lock", m_state.preferences.lock_minutes},
                         {"covers", m_state.preferences.covers_pictures},
                         {"clipboard", m_state.preferences.empties_clipboard},
                         {"minimised", m_state.preferences.locks_minimised},
                         {"hide_key", static_cast<int>(m_state.preferences.hide_key)},
                         {"cover", m_state.preferences.cover},
                         {"knows_notes", m_state.preferences.knows_notes}};
  m_jobs.ask(
      [text = vault::to_canonical(json)](Record& record) -> Result<void> {
        TRY(vault::keep_preferences(record, text));
        return {};
      },
      [this](Result<void> done) {
        if (!done) show(done.error());
      });
}

}  // namespace daybook::ui
