#include "ui/model/first_run.h"

#include "ui/model/restoring.h"
#include "ui/model/sheet_groups.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Step = FirstRunState::Step;

// A record that was just made, and the code for its sheet.
struct Made {
  vault::Path folder;
  crypto::SecretBuffer code;
};

Result<Made> make_record(const vault::Surroundings& surroundings, const vault::Path& wanted,
                         const crypto::SecretBuffer& passphrase) {
  TRY(vault::create_folders(surroundings.files, wanted.parent_path()));
  Made made{free_folder(surroundings.files, wanted), {}};
  TRY_ASSIGN(made.code, vault::Record::create(surroundings, made.folder, passphrase));
  return made;
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

bool FirstRunState::has_way_back() const {
  switch (step) {
    case Step::language:
    case Step::locking:  // the record is open
      return false;
    case Step::computer:
    case Step::leaving:
    case Step::name:
    case Step::passphrase:
    case Step::sheet:
    case Step::confirm_sheet:
    case Step::try_passphrase:
      return true;
  }
  return false;
}

FirstRunArea::FirstRunArea(Session& session, FirstRunState& state, FirstRunForm& form)
    : m_session(session), m_state(state), m_form(form) {
  m_state.has_practised = session.state().settings.has_hidden;
  if (m_state.has_practised) m_state.step = Step::leaving;
}

void FirstRunArea::clear() {
  m_state = FirstRunState();
  m_form = FirstRunForm();
}

// Whoever left before she was told how, or after the record was made, has nothing to come back to but the beginning, or
// the record.
void FirstRunArea::keep_practice() {
  if (m_session.screens().shown() != Screen::first_run) return;
  if (m_state.step == Step::leaving || m_state.step == Step::name || m_state.step == Step::passphrase)
    m_session.note_hidden();
}

void FirstRunArea::go_to(Step step) {
  m_state.error.reset();
  m_state.step = step;
}

void FirstRunArea::show(ErrorText error) {
  m_state.error = std::move(error);
  m_state.error_at = m_form.revision();
}

void FirstRunArea::on(const NextStep&) {
  if (m_state.is_working) return;
  m_state.error.reset();
  switch (m_state.step) {
    case Step::language:
      return go_to(Step::computer);
    case Step::computer:
      return go_to(Step::leaving);
    case Step::leaving:
      return go_to(Step::name);
    case Step::name:
      return choose_name();
    case Step::passphrase:
      return choose_passphrase();
    case Step::sheet:
      m_state.declines_sheet = false;
      return go_to(Step::confirm_sheet);
    case Step::confirm_sheet:
      return confirm_sheet();
    case Step::try_passphrase:
      return try_passphrase();
    case Step::locking:
      return end();
  }
}

void FirstRunArea::on(const PreviousStep&) {
  if (m_state.is_working) return;
  switch (m_state.step) {
    case Step::computer:
      return go_to(Step::language);
    case Step::leaving:
      return go_to(Step::computer);
    case Step::name:
      return go_to(Step::leaving);
    case Step::passphrase:
      if (!m_state.is_beside || m_state.made_with) return go_to(Step::name);
      clear();
      return m_session.screens().begin_at({Screen::unlock});
    case Step::sheet:
      return go_to(Step::passphrase);
    case Step::confirm_sheet:
      return go_to(Step::sheet);
    case Step::try_passphrase:
      return go_to(m_state.declines_sheet ? Step::sheet : Step::confirm_sheet);
    case Step::language:
    case Step::locking:
      return;
  }
}

void FirstRunArea::on(const ChooseAnotherPassphrase&) {
  if (m_state.is_working || m_state.step != Step::try_passphrase) return;
  m_form.next.suggest();
  go_to(Step::passphrase);
}

// The code was on the screen, and somebody may have seen it. It opens nothing any more: the one in its place has been
// shown to nobody, unless the keeper comes back for it.
void FirstRunArea::on(const DeclineSheet&) {
  if (m_state.is_working || m_state.step != Step::sheet) return;
  m_state.is_working = true;
  m_session.jobs().ask_long(
      [surroundings = m_session.surroundings().vault, folder = m_session.state().settings.record,
       passphrase = crypto::SecretBuffer::copy_of(m_state.made_with->expose())]() -> Result<crypto::SecretBuffer> {
        TRY_ASSIGN(const auto record, vault::Record::open(surroundings, folder, passphrase));
        return record->vault().replace_recovery_code();
      },
      [this](Result<crypto::SecretBuffer> code) {
        m_state.is_working = false;
        if (!code) return show(explain(code.error()));
        m_state.sheet.emplace(std::move(*code));
        m_state.declines_sheet = true;
        m_form.groups.clear();
        m_state.has_confirmed_sheet = false;
        go_to(Step::try_passphrase);
      });
}

// The keeper knows the program already: she comes straight to the passphrase.
void FirstRunArea::on(const BeginAnew&) {
  if (m_session.state().is_open || m_state.is_working) return;
  clear();
  m_state.is_beside = true;
  m_state.step = Step::passphrase;
  m_form.next.suggest();
  m_session.screens().begin_at({Screen::first_run});
}

void FirstRunArea::choose_name() {
  if (lacks_name(m_form.name))
    return show({tr("There is no name yet."), "", tr("Type one, or choose one of the others.")});
  Settings settings = m_session.state().settings;
  settings.name = chosen_name(m_form.name);
  m_session.change_settings(settings);
  if (m_form.next.revision() == 0) m_form.next.suggest();
  go_to(Step::passphrase);
}

void FirstRunArea::choose_passphrase() {
  if (auto objection = m_form.next.objection()) return show(std::move(*objection));
  m_form.next.attempt.clear();
  m_form.next.shows_chosen = false;
  if (!m_state.made_with) return create_record();
  const ByteView before = m_state.made_with->expose();
  if (crypto::equal_in_constant_time(before, m_form.next.chosen.secret().expose())) return go_to(Step::sheet);
  change_passphrase();
}

void FirstRunArea::create_record() {
  m_state.is_working = true;
  m_session.jobs().ask_long(
      [surroundings = m_session.surroundings().vault, wanted = m_session.surroundings().new_record,
       passphrase = m_form.next.chosen.copy()] { return make_record(surroundings, wanted, passphrase); },
      [this, passphrase = m_form.next.chosen.copy()](Result<Made> made) mutable {
        m_state.is_working = false;
        if (!made) return show(explain(made.error()));
        m_form.next.chosen.set(passphrase);  // what was typed meanwhile is not what opens the record
        m_state.made_with.emplace(std::move(passphrase));
        m_state.sheet.emplace(std::move(made->code));
        if (m_state.is_beside)
          m_session.begin_beside(std::move(made->folder));
        else
          m_session.use_record(std::move(made->folder));
        go_to(Step::sheet);
      });
}

// The record was made with a passphrase that the keeper does not want after all. Nothing is in it yet, so that the old
// one opens nothing that a backup could hold.
void FirstRunArea::change_passphrase() {
  m_state.is_working = true;
  m_session.jobs().ask_long(
      [surroundings = m_session.surroundings().vault, folder = m_session.state().settings.record,
       before = crypto::SecretBuffer::copy_of(m_state.made_with->expose()),
       next = m_form.next.chosen.copy()]() -> Result<void> {
        TRY_ASSIGN(const auto record, vault::Record::open(surroundings, folder, before));
        return record->vault().change_passphrase(next);
      },
      [this, next = m_form.next.chosen.copy()](Result<void> done) mutable {
        m_state.is_working = false;
        if (!done) return show(explain(done.error()));
        m_form.next.chosen.set(next);
        m_state.made_with.emplace(std::move(next));
        go_to(Step::sheet);
      });
}

void FirstRunArea::confirm_sheet() {
  const bool was_typed = !m_form.groups.empty();
  if (auto fault = was_typed ? fault_of_groups(m_form.groups, *m_state.sheet) : std::nullopt)
    return show(std::move(*fault));
  m_state.has_confirmed_sheet = was_typed;
  go_to(Step::try_passphrase);
}

void FirstRunArea::try_passphrase() {
  m_state.is_working = true;
  m_session.open(m_form.next.attempt.copy(), [this](Result<Opened> opened) {
    m_state.is_working = false;
    m_form.next.attempt.clear();
    if (opened) {
      // Kept at once: first run may be hidden before its end.
      Preferences preferences = m_session.state().preferences;
      preferences.asks_for_sheet = !m_state.has_confirmed_sheet;
      m_session.change_preferences(preferences);
      go_to(Step::locking);
    } else if (opened.error().code == ErrorCode::wrong_passphrase) {
      show({tr("That was different from the one you chose."), tr("Nothing is lost."),
            tr("Type it once more, or look at the one you chose.")});
    } else {
      show(explain(opened.error()));
    }
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
