#include "ui/model/sharing.h"

#include "crypto/words.h"
#include "ui/report/html_report.h"
#include "ui/report/report_preview.h"
#include "ui/words/translate.h"
#include "vault/bundle/copy_key.h"

namespace daybook::ui {
namespace {

using Step = ShareState::Step;
using Lock = ShareForm::Lock;

ErrorText nothing_chosen() { return {tr("Nothing is chosen yet."), "", tr("Choose at least one item.")}; }

// The step before this one.
Step before(Step step) {
  switch (step) {
    case Step::who:
    case Step::items:
    case Step::done:
      return Step::who;
    case Step::questions:
      return Step::items;
    case Step::preview:
      return Step::questions;
    case Step::lock:
      return Step::preview;
    case Step::place:
      return Step::lock;
  }
  return Step::who;
}

}  // namespace

void SharingArea::clear() {
  ++m_asked;  // what comes of an earlier question is not waited for any more
  m_state = ShareState();
  m_form = ShareForm();
}

void SharingArea::on(const BeginSharing& begin) {
  if (!m_session.state().is_open) return;
  // A copy that was finished while another screen was shown is shown first: its passphrase stands nowhere else.
  if (begin.item && m_state.step != Step::done && !m_state.chosen.contains(*begin.item)) {
    m_state.choose(*begin.item);
    if (m_state.step > Step::items && !m_state.is_working) begin_questions();
  }
  m_session.screens().say_nothing();
  m_session.screens().go(Screen::share);
}

void SharingArea::on(const ItemGone& gone) {
  m_state.forget(gone.item);
  ask_again();
}

void SharingArea::on(const DecideNote& decided) {
  if (!m_state.questions) return;
  for (const ShareQuestions::Note& note : m_state.questions->notes) {
    if (note.note == decided.note) m_state.decide_note(note, decided.goes_along);
  }
  ask_again();
}

void SharingArea::on(const DecidePlaces& decided) {
  if (m_state.questions) m_state.decide_places(m_state.questions->places, decided.go_along);
  ask_again();
}

void SharingArea::on(const DecideRest& decided) {
  m_form.states_left_out = decided.is_stated;
  m_state.error.reset();
}

void SharingArea::on(const SendHelperNames& decided) {
  m_state.sends_helper_names = decided.sends;
  ask_again();
}

void SharingArea::on(const NextShareStep&) {
  if (m_state.is_working) return;
  m_state.error.reset();
  switch (m_state.step) {
    case Step::who:
      // For an upload no lock is suggested, because a portal cannot open one. For a stick a passphrase is, because a
      // stick can be lost.

      m_form.lock = m_form.by_upload ? Lock::none : Lock::passphrase;
      m_state.step = Step::items;
      return;
    case Step::items:
      if (m_state.chosen.empty()) {
        m_state.error = nothing_chosen();
        return;
      }
      return begin_questions();
    case Step::questions:
      return end_questions();
    case Step::preview:
      if (!m_state.is_loading) m_state.step = Step::lock;
      return;
    case Step::lock:
      if (m_form.lock == Lock::key) m_state.error = fault_of_key(m_form.key);
      if (!m_state.error) m_state.step = Step::place;
      return;
    case Step::place:
      if (!m_state.folder.empty()) return seal();
      m_state.error = ErrorText{tr("No place is chosen yet."), "", tr("Choose a folder or a stick.")};
      return;
    case Step::done:
      clear();
      return m_session.screens().visit(Screen::timeline);
  }
}

void SharingArea::on(const PreviousShareStep&) {
  if (m_state.is_working) return;
  m_state.error.reset();
  if (m_state.step == Step::who || m_state.step == Step::done) return m_session.screens().visit(Screen::timeline);
  if (before(m_state.step) == Step::questions) return begin_questions();
  m_state.step = before(m_state.step);
}

void SharingArea::on(const PlaceChosen& chosen) {
  if (chosen.purpose == BrowseFor::share_target) m_state.folder = chosen.path;
}

void SharingArea::stop() {
  if (m_state.progress) m_state.progress->stop();
}

vault::FileReaders SharingArea::readers() const {
  return {m_session.surroundings().pictures, m_session.surroundings().media};
}

void SharingArea::begin_questions() {
  m_state.step = Step::questions;
  m_state.questions.reset();
  ask();
}

// Looks up what is to be asked of this copy. What was asked until now is shown meanwhile.
void SharingArea::ask() {
  m_state.is_asking = true;
  m_session.jobs().ask_long(
      [contents = contents(), decided = static_cast<const ShareDecisions&>(m_state),
       reader = m_session.surroundings().pictures](vault::RecordAccess& access) {
        return find_share_questions(access, reader, contents, decided);
      },
      [this, number = ++m_asked](Result<ShareQuestions> found) {
        if (number != m_asked) return;
        m_state.is_asking = false;
        if (found) {
          m_state.questions = std::move(*found);
          return;
        }
        m_state.error = explain(found.error());
        if (m_state.step == Step::questions) m_state.step = Step::items;
      });
}

// A decision can bring another question, and so can what she keeps while she is asked.
void SharingArea::ask_again() {
  if (m_state.step != Step::questions) return;
  m_state.error.reset();  // it may have been about what has just been decided
  ask();
}

void SharingArea::end_questions() {
  if (m_state.is_asking || !m_state.questions) return;
  if (m_state.chosen.empty()) {
    m_state.error = nothing_chosen();
    m_state.step = Step::items;
    return;
  }
  m_state.error = still_open(open_questions(*m_state.questions, m_state, m_form.states_left_out));
  if (m_state.error) return;
  m_state.step = Step::preview;
  load_preview();
}

// Makes the report that a copy would hold now, with the same code that makes the report of a copy.
void SharingArea::load_preview() {
  m_state.is_loading = true;
  m_state.preview.clear();
  m_state.preview_number = ++m_previews;
  m_session.jobs().ask_long([contents = contents(), readers = readers()](
                                vault::RecordAccess& access) { return preview_report(access, contents, readers); },
                            [this](Result<ReportPreview> preview) {
                              m_state.is_loading = false;
                              if (preview) {
                                m_state.preview = std::move(preview->pages);
                                m_state.seen = preview->seen;
                                m_state.preview_number = ++m_previews;
                                return;
                              }
                              // Without a preview there is no way on: the copy would hold what the keeper has not seen.
                              m_state.error = explain(preview.error());
                              if (preview.error().code == ErrorCode::not_decided) return begin_questions();
                              m_state.step = Step::items;
                            });
}

vault::SnapshotRequest SharingArea::contents() const {
  return contents_of(m_state, m_form, m_state.questions ? &*m_state.questions : nullptr);
}

// The request for vault::seal_copy(), from what the keeper chose and typed.
vault::CopyRequest SharingArea::request() {
  vault::CopyRequest request;
  request.contents = contents();
  request.seen = m_state.seen;
  request.readers = readers();
  request.recipient_names = who_text(m_form.who);
  request.folder = m_state.folder;
  request.with_passphrase = m_form.lock == Lock::passphrase;
  // The passphrase is made and shown when saving begins, because the keeper may not be there when it ends. Another try
  // has the same one.
  if (!request.with_passphrase) m_state.passphrase.reset();
  if (request.with_passphrase && !m_state.passphrase) m_state.passphrase.emplace(crypto::generate_passphrase());
  if (m_state.passphrase)
    request.passphrase =
        std::make_shared<const crypto::SecretBuffer>(crypto::SecretBuffer::copy_of(m_state.passphrase->expose()));
  if (m_form.lock == Lock::key) request.recipients.push_back(crypto::AgeRecipient::parse(m_form.key.text()).value());
  return request;
}

// Seals the copy on the long worker. The record is free for most of that time, so a message that is pasted meanwhile is
// saved at once. The copy holds what the keeper has seen in the preview, or there is none (`not_as_seen`).
void SharingArea::seal() {
  m_state.is_working = true;
  m_state.progress = m_session.jobs().new_progress();
  m_session.note_sealing(true);
  m_session.jobs().ask_long(
      [request = request(), progress = m_state.progress,
       &files = m_session.surroundings().vault.files](vault::RecordAccess& access) {
        return vault::seal_copy(access, files, request, render_html_report,
                                [&](vault::SealStage stage, std::uint64_t done, std::uint64_t total) {
                                  const bool is_second = stage == vault::SealStage::reading_back;
                                  return progress->reach(is_second ? total + done : done, 2 * total);
                                });
      },
      [this](Result<vault::SealedCopy> copy) {
        m_state.is_working = false;
        m_session.note_sealing(false);
        sealed(std::move(copy));
      });
}

void SharingArea::sealed(Result<vault::SealedCopy> copy) {
  m_session.events().tell(CopiesChanged{});
  if (copy) {
    m_state.file = vault::to_utf8(copy->file());
    m_state.receipt = copy->receipt;
    m_state.key_words = copy->key_words;
    m_state.items = copy->items;
    m_state.step = Step::done;
  } else {
    m_state.error = explain(copy.error());
    if (copy.error().code == ErrorCode::not_decided) begin_questions();
    if (copy.error().code == ErrorCode::not_as_seen) {
      m_state.step = Step::preview;
      load_preview();
    }
  }
  if (m_session.screens().shown() == Screen::share) return;
  const char* next = tr("Open Share to see more.");
  if (m_state.error)
    m_session.screens().say_fault(m_state.error->what, next);
  else
    m_session.screens().say(tr("The copy is saved."), next);
}

}  // namespace daybook::ui
