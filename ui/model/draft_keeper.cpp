#include "ui/model/draft_keeper.h"

#include <algorithm>

namespace daybook::ui {
namespace {

constexpr double kDraftSeconds = 2;

}  // namespace

void DraftKeeper::on(const RecordOpened& opened) {
  m_drafts = opened.drafts;
  m_kept.reset();  // the areas take up the drafts after this
  m_due = m_session.seconds();
}

void DraftKeeper::on(const KeysReplaced& replaced) {
  m_drafts = replaced.drafts;
  m_kept.reset();  // the draft file is written anew, under the new key
}

bool DraftKeeper::is_kept(const NotSaved& now) const {
  return m_kept && m_kept->revision == now.revision && m_kept->fields == now.fields;
}

void DraftKeeper::keep_if_due(const NotSaved& now) {
  if (m_session.seconds() < m_due || is_kept(now) || !m_drafts || !m_session.can_write()) return;
  m_due = m_session.seconds() + kDraftSeconds;  // what comes after a rest is sealed at once
  m_kept = Kept{now.revision, now.fields};
  m_session.jobs().ask_aside([drafts = m_drafts, number = m_drafts->next_number(),
                              unsaved = now.gather()] { return drafts->save(number, vault::to_text(unsaved)); },
                             [this](Result<void> done) {
                               m_session.note_draft(done.ok());
                               if (!done) m_kept.reset();  // so that the next poll tries again
                             });
}

std::optional<double> DraftKeeper::next_due(const NotSaved& now) const {
  if (is_kept(now)) return std::nullopt;
  return std::max(0.05, m_due - m_session.seconds());
}

void DraftKeeper::keep(const NotSaved& now) {
  if (!m_drafts || m_session.state().is_read_only) return;
  (void)m_drafts->save(m_drafts->next_number(), vault::to_text(now.gather()));
}

}  // namespace daybook::ui
