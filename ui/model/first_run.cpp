#include "ui/model/first_run.h"

#include "crypto/words.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Step = FirstRunState::Step;

constexpr int kSuggestedWords = 5;  // over 54 bits, behind Argon2id

// Whether groups 2 and 5 of the recovery code were typed, in capitals or small letters and with any signs around them.
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

void FirstRunArea::clear() {
  m_state = FirstRunState();
  m_form = FirstRunForm();
}

void FirstRunArea::on(const NextStep&) {
  if (m_state.is_working) return;
  m_state.error.reset();
  switch (m_state.step) {
    case Step::language:
      m_state.step = Step::computer;
      return;
    case Step::computer:
      m_state.step = Step::leaving;
      return;
    case Step::leaving:
      m_state.step = Step::name;
      return;
    case Step::name:
      return choose_name();
    case Step::passphrase:
      return choose_passphrase();
    case Step::sheet:
      m_state.step = Step::confirm_sheet;
      return;
    case Step::confirm_sheet:
      return confirm_sheet();
    case Step::try_passphrase:
      return try_passphrase();
    case Step::locking:
      return end();
  }
}

// Once the record is made, no way leads back to the steps before it, nor to a sheet that was confirmed.
void FirstRunArea::on(const PreviousStep&) {
  if (m_state.is_working) return;
  m_state.error.reset();
  switch (m_state.step) {
    case Step::computer:
      m_state.step = Step::language;
      return;
    case Step::leaving:
      m_state.step = Step::computer;
      return;
    case Step::name:
      m_state.step = Step::leaving;
      return;
    case Step::passphrase:
      m_state.step = Step::name;
      return;
    case Step::confirm_sheet:
      m_state.step = Step::sheet;
      return;
    case Step::language:
    case Step::sheet:
    case Step::try_passphrase:
    case Step::locking:
      return;
  }
}

void FirstRunArea::choose_name() {
  Settings settings = m_session.state().settings;
  settings.name = chosen_name(m_form.name);
  m_session.change_settings(settings);
  m_state.step = Step::passphrase;
  if (m_form.passphrase.empty()) suggest();
}

void FirstRunArea::suggest() {
  m_form.passphrase.set(crypto::generate_passphrase(kSuggestedWords));
  m_form.is_shown = true;
  m_state.is_own = false;
  m_state.error.reset();
}

void FirstRunArea::on(const UseOwnPassphrase&) {
  m_form.passphrase.clear();
  m_form.is_shown = false;
  m_state.is_own = true;
}

void FirstRunArea::choose_passphrase() {
  if (!m_state.is_own || m_form.passphrase.characters() >= kLeastOwnCharacters) return create_record();
  m_state.error =
      ErrorText{tr("That passphrase is short."), "", tr("Use at least 12 characters, or choose the words we suggest.")};
}

void FirstRunArea::create_record() {
  m_state.is_working = true;
  const vault::Path path = m_session.surroundings().new_record;
  m_session.jobs().ask_long(
      [surroundings = m_session.surroundings().vault, path,
       secret = m_form.passphrase.copy()]() -> Result<crypto::SecretBuffer> {
        TRY(vault::create_folders(surroundings.files, path.parent_path()));
        return vault::Record::create(surroundings, path, secret);
      },
      [this, path](Result<crypto::SecretBuffer> code) {
        m_state.is_working = false;
        if (!code) {
          m_state.error = explain(code.error());
          return;
        }
        m_state.sheet.emplace(std::move(*code));
        m_state.step = Step::sheet;
        m_session.use_record(path);
      });
}

void FirstRunArea::confirm_sheet() {
  if (!m_form.groups.empty() && m_state.sheet && !are_groups_of(m_form.groups.text(), m_state.sheet->expose_text())) {
    m_state.error = ErrorText{tr("That is different from the sheet."), "", tr("Look at groups 2 and 5 again.")};
    return;
  }
  m_form.groups.clear();
  m_state.sheet.reset();
  m_state.step = Step::try_passphrase;
}

void FirstRunArea::try_passphrase() {
  m_state.is_working = true;
  m_session.open(m_form.attempt.copy(), [this](Result<Opened> opened) {
    m_state.is_working = false;
    m_form.attempt.clear();
    if (opened)
      m_state.step = Step::locking;
    else if (opened.error().code == ErrorCode::wrong_passphrase)
      m_state.error = ErrorText{tr("That was different from the one you chose."), tr("Nothing is lost."),
                                tr("Type it once more, or look at the one you chose.")};
    else
      m_state.error = explain(opened.error());
  });
}

void FirstRunArea::end() {
  Preferences preferences = m_session.state().preferences;
  preferences.lock_minutes = m_form.lock_minutes;
  clear();
  m_session.screens().begin_at({Screen::timeline});
  m_session.change_preferences(preferences);
}

}  // namespace daybook::ui
