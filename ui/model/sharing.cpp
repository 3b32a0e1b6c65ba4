#include "ui/model/sharing.h"

#include <algorithm>

#include "crypto/words.h"
#include "ui/model/open_questions.h"
#include "ui/report/report_preview.h"
#include "ui/words/translate.h"
#include "vault/bundle/copy_key.h"

namespace daybook::ui {
namespace {

using Step = ShareState::Step;
using Lock = ShareForm::Lock;

ErrorText nothing_chosen() { return {tr("Nothing is chosen yet."), "", tr("Choose at least one item.")}; }

// The field of Unsaved in which the decisions stand.
constexpr const char* kKept = "share";

}  // namespace

void SharingArea::clear() {
  ++m_asked;  // what comes of an earlier question is not waited for any more
  m_state = ShareState();
  m_form = ShareForm();
}

// A copy that was saved before is finished first: its passphrase stands nowhere else, and she may not have seen what
// came of it. What she chose now waits for that, so that she does not take the one copy for the other. A copy that was
// begun is neither joined nor dropped before she says which.
void SharingArea::on(const BeginSharing& begin) {
  if (!m_session.state().is_open) return;
  if (!begin.items.empty()) {
    const bool is_other_first = m_state.is_working || m_state.step == Step::done;
    const bool is_same = m_state.step == Step::who && m_state.chosen == begin.items && m_state.parts == begin.parts;
    m_state.waiting.clear();
    m_state.waiting_parts = begin.parts;
    m_state.error.reset();  // it may have been that nothing was chosen
    if (is_other_first || (m_state.is_begun() && !m_state.chosen.empty() && !is_same))
      m_state.waiting = begin.items;
    else if (!is_same)
      m_state.choose(begin.items, begin.parts);
  }
  m_session.screens().say_nothing();
  m_session.screens().go(Screen::share);
}

void SharingArea::on(const GoOnSharing& go_on) {
  const auto items = std::exchange(m_state.waiting, {});
  if (!go_on.with_items || !m_state.choose(items, m_state.waiting_parts)) return;
  if (m_state.step > Step::items) begin_questions();
}

void SharingArea::on(const StartSharingAgain&) {
  if (m_state.is_working || m_state.step == Step::done) return;
  const auto [items, parts] = std::pair(m_state.waiting, m_state.waiting_parts);
  clear();
  m_state.choose(items, parts);
}

void SharingArea::on(const ToggleShared& toggled) {
  m_state.error.reset();  // it may have been that nothing was chosen
  m_state.toggle(toggled.item);
  ask_again();
}

std::map<std::string, std::string> SharingArea::unsaved() const {
  if (!m_state.is_begun()) return {};
  return {{kKept, decisions_to_keep(m_state, m_form)}};
}

// What was decided before the record was closed is there again, at the first step, without items that went since.
void SharingArea::on(const RecordOpened& opened) {
  const auto kept = opened.unsaved.fields.find(kKept);
  if (kept == opened.unsaved.fields.end() || !take_kept_decisions(kept->second, m_state, m_form)) return;
  m_session.jobs().ask([items = m_state.chosen](vault::Record& record) { return gone_items(record, items); },
                       [this](Result<std::vector<vault::ItemNumber>> gone) {
                         if (gone)
                           std::for_each(gone->begin(), gone->end(), [this](auto item) { m_state.forget(item); });
                         if (!m_session.screens().says_something())
                           m_session.screens().say(tr("A copy that you began is not saved yet."),
                                                   tr("Open Share to go on with it."));
                       });
}

void SharingArea::on(const ItemsGone& gone) {
  for (const vault::ItemNumber item : gone.items) {
    m_state.forget(item);
    m_state.waiting.erase(item);
  }
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
      // Who comes from a conversation has chosen its messages. The list is one step back from the questions.
      if (!m_state.chosen_parts().empty()) return begin_questions();
      m_state.step = Step::items;
      return;
    case Step::items:
      if (!m_state.chosen.empty()) return begin_questions();
      m_state.error = nothing_chosen();
      return;
    case Step::questions:
      return end_questions();
    case Step::preview:
      if (!m_state.is_loading) m_state.step = Step::save;
      return;
    case Step::save:
      m_state.error = fault_of_saving(m_state, m_form);
      if (!m_state.error) seal();
      return;
    case Step::done:
      return finish();
  }
}

// The passphrase goes with the page, so one key is not enough to leave it.
void SharingArea::finish() {
  if (m_state.passphrase && !std::exchange(m_state.asks_to_finish, true)) return;
  const auto [items, parts] = std::pair(m_state.waiting, m_state.waiting_parts);
  clear();
  if (!items.empty()) return (void)m_state.choose(items, parts);
  m_session.screens().visit(Screen::timeline);
}

// Leaves the place for the one before. What was decided, and a finished copy, stay until she comes again.
void SharingArea::go_back() {
  if (m_session.state().before.empty()) return m_session.screens().visit(Screen::timeline);
  m_session.screens().go_back();
}

void SharingArea::on(const PreviousShareStep&) {
  if (m_state.is_working) return;
  m_state.error.reset();
  if (std::exchange(m_state.asks_to_finish, false)) return;
  if (!std::exchange(m_state.waiting, {}).empty() || m_state.step == Step::who) return go_back();
  if (m_state.step == Step::done) {
    go_back();
    if (m_state.passphrase) m_session.screens().say(tr("The passphrase of the copy still stands in Share."));
    return;
  }
  if (step_before(m_state.step) == Step::questions) return begin_questions();
  m_state.step = step_before(m_state.step);
}

void SharingArea::on(const PlaceChosen& chosen) {
  if (chosen.purpose == BrowseFor::share_target) m_state.folder = chosen.path;
}

void SharingArea::on(const MediaFound& found) { take_media(found.media, m_form, m_state); }

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
      [contents = contents(), decided = static_cast<const ShareDecisions&>(m_state), readers = readers(),
       archives = m_session.surroundings().archives](vault::RecordAccess& access) {
        return find_share_questions(access, readers, archives, contents, decided);
      },
      [this, number = ++m_asked](Result<ShareQuestions> found) {
        if (number != m_asked) return;
        m_state.is_asking = false;
        if (found && !found->read_anew.empty()) return refuse(drop_read_anew(found->read_anew, m_state));
        if (found && !found->exports_beside_parts.empty())
          return refuse(fault_of_export(found->exports_beside_parts.front()));
        // Who gets a whole conversation gets its export too, about which there may be something to ask.
        if (found && m_state.include(found->exports)) return ask();
        if (found) {
          m_state.questions = std::move(*found);
          return;
        }
        m_state.error = explain(found.error());
        if (m_state.step == Step::questions) m_state.step = Step::items;
      });
}

// What cannot go into a copy as it was chosen is told where she chooses.
void SharingArea::refuse(ErrorText why) {
  m_state.questions.reset();
  m_state.error = std::move(why);
  m_state.step = Step::items;
}

// A decision can bring another question, and so can what she keeps while she is asked.
void SharingArea::ask_again() {
  if (m_state.step != Step::questions) return;
  m_state.error.reset();  // it may have been about what has just been decided
  ask();
}

void SharingArea::end_questions() {
  if (m_state.is_asking || !m_state.questions) return;
  if (m_state.chosen.empty()) return refuse(nothing_chosen());
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

// The passphrase is made and shown when saving begins, because the keeper may not be there when it ends. Another try
// has the same one.
vault::CopyRequest SharingArea::request() {
  const bool with_passphrase = lock_of(m_form) == Lock::passphrase;
  if (!with_passphrase) m_state.passphrase.reset();
  if (with_passphrase && !m_state.passphrase) m_state.passphrase.emplace(crypto::generate_passphrase());
  vault::CopyRequest request = request_of(m_state, m_form);
  request.readers = readers();
  return request;
}

// Seals the copy on the long worker. The record is free for most of that time, so a message that is pasted meanwhile is
// saved at once. The copy holds what the keeper has seen in the preview, or there is none (`not_as_seen`).
void SharingArea::seal() {
  m_state.is_working = true;
  m_state.progress = m_session.jobs().new_progress();
  m_session.note_sealing(true);
  m_session.jobs().ask_long(
      [request = request(), progress = m_state.progress, media = m_state.media,
       look = m_session.surroundings().media_plugged_in,
       &files = m_session.surroundings().vault.files](vault::RecordAccess& access) {
        return save_copy(access, files, request, {media, look}, *progress);
      },
      [this](Result<SavedCopy> copy) {
        m_state.is_working = false;
        m_session.note_sealing(false);
        sealed(std::move(copy));
      });
}

void SharingArea::sealed(Result<SavedCopy> saved) {
  m_session.events().tell(CopiesChanged{});
  if (saved) {
    m_state.file = vault::to_utf8(saved->copy.file());
    m_state.receipt = saved->copy.receipt;
    m_state.key_words = saved->copy.key_words;
    m_state.items = saved->copy.items;
    m_state.is_on_medium = saved->is_on_medium;
    m_state.step = Step::done;
  } else {
    m_state.error = explain(saved.error());
    if (saved.error().code == ErrorCode::not_decided) begin_questions();
    if (saved.error().code == ErrorCode::not_as_seen) {
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
