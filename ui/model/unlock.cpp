#include "ui/model/unlock.h"

#include <cmath>

#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr int kFreeTries = 5;
constexpr double kWaitSeconds = 30;

}  // namespace

void UnlockArea::clear() {
  m_state = UnlockState();
  m_form = UnlockForm();
}

bool UnlockArea::tick() {
  if (m_state.wait_until <= 0) return false;
  m_state.seconds_to_wait = static_cast<int>(std::ceil(m_state.wait_until - m_session.seconds()));
  if (m_state.seconds_to_wait <= 0) m_state.wait_until = m_state.seconds_to_wait = 0;
  return true;
}

std::optional<double> UnlockArea::next_tick() const {
  if (m_state.wait_until <= 0) return std::nullopt;
  return 1;
}

void UnlockArea::on(const UseSheet& chosen) {
  m_state.with_sheet = chosen.with_sheet;
  m_state.error.reset();
  m_form.secret.clear();
  m_form.is_shown = chosen.with_sheet;  // a code is copied from paper, and nobody can do that blind
  m_form.has_neither = false;
}

void UnlockArea::show(ErrorText error) {
  m_state.error = std::move(error);
  m_state.error_at = m_form.revision();
}

void UnlockArea::on(const Unlock&) {
  if (m_state.is_working || m_state.wait_until > 0) return;
  if (m_state.wants_new_passphrase) return change_passphrase();
  if (m_form.secret.empty()) return;
  m_state.is_working = true;
  m_state.error.reset();
  m_state.is_damaged = false;
  m_session.open_any(m_form.secret.copy(), [this](Result<Opened> result) {
    m_state.is_working = false;
    m_form.secret.clear();
    if (result)
      opened(*result);
    else
      failed(result.error());
  });
}

void UnlockArea::failed(const Error& error) {
  if (error.code != ErrorCode::wrong_passphrase) {
    show(explain(error));
    m_state.is_damaged =
        error.code == ErrorCode::damaged || error.code == ErrorCode::not_found || error.code == ErrorCode::malformed;
    return;
  }
  ++m_state.failures;
  if (m_state.failures % kFreeTries == 0) {
    m_state.wait_until = m_session.seconds() + kWaitSeconds;
    m_state.seconds_to_wait = static_cast<int>(kWaitSeconds);
  }
  show(m_state.with_sheet ? ErrorText{tr("That code did not open it."), tr("Nothing is lost."),
                                      tr("Look at the sheet again. Capital and small letters are the same.")}
                          : ErrorText{tr("That passphrase did not open it."), tr("Nothing is lost."),
                                      tr("Check the keyboard language. Capital letters make no difference.")});
}

void UnlockArea::opened(const Opened& opened) {
  if (opened.with_sheet) {
    m_state.wants_new_passphrase = true;
    m_form.next.suggest();
    return;
  }
  clear();
  if (opened.drafts != 1) {
    m_session.screens().begin_at({Screen::timeline});
    if (opened.drafts > 1)
      m_session.screens().say(tr("What you had not saved was kept."), tr("It stands here, and is not saved yet."));
    return;
  }
  m_session.screens().begin_at({Screen::timeline, Screen::add});
  m_session.screens().say(tr("What you had not saved was kept."));
}

void UnlockArea::change_passphrase() {
  m_state.error.reset();
  if (auto objection = m_form.next.objection()) return show(std::move(*objection));
  if (auto difference = m_form.next.difference()) return show(std::move(*difference));
  m_state.is_working = true;
  m_session.jobs().ask(
      [secret = m_form.next.chosen.copy()](vault::Record& record) { return record.vault().change_passphrase(secret); },
      [this](Result<void> done) {
        m_state.is_working = false;
        if (!done) return show(explain(done.error()));
        clear();
        m_session.screens().begin_at({Screen::timeline});
        m_session.screens().say(tr("Your new passphrase works from now on."));
        Preferences preferences = m_session.state().preferences;
        preferences.asks_for_sheet = false;  // it opened the record just now
        m_session.change_preferences(preferences);
      });
}

void UnlockArea::on(const RemovalFailed& failed) {
  m_session.screens().begin_at({Screen::unlock});
  show({tr("Not everything could be removed."), explain(failed.error).what,
        tr("Look in the folder of the record, and remove what is left there.")});
}

}  // namespace daybook::ui
