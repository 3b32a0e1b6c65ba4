#include "ui/model/copies.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/model/share_form.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {

const vault::CopyMade* CopiesState::shown() const {
  const auto found =
      std::find_if(copies.begin(), copies.end(), [&](const auto& copy) { return copy.bundle == chosen; });
  return found == copies.end() ? nullptr : &*found;
}

void CopiesArea::on(const ShowCopies& show) {
  if (!m_session.state().is_open) return;
  m_session.screens().say_nothing();
  m_state.chosen = show.bundle;
  m_state.came_straight = show.bundle.has_value();
  m_session.screens().go(Screen::copies);
  load();
}

void CopiesArea::on(const LeaveCopy&) {
  const bool leads_to_list = m_state.chosen && !m_state.came_straight;
  m_state.chosen.reset();
  if (!leads_to_list) m_session.screens().go_back();
}

void CopiesArea::on(const NoteGiven& noted) {
  if (!m_state.chosen || !m_session.can_write()) return;
  m_session.jobs().ask([bundle = *m_state.chosen, given = noted.given](
                           vault::Record& record) { return vault::note_given(record, bundle, given); },
                       [this](Result<void> done) {
                         if (!done) return m_session.screens().show(done.error());
                         m_session.note_saving();
                         load();
                       });
}

void CopiesArea::on(const CopiesChanged&) {
  if (m_session.state().is_open && m_session.screens().shown() == Screen::copies) load();
}

void CopiesArea::load() {
  m_state.is_loading = true;
  m_session.jobs().ask([](vault::Record& record) { return vault::copies_made(record); },
                       [this](Result<std::vector<vault::CopyMade>> copies) {
                         m_state.is_loading = false;
                         if (!copies) return m_session.screens().show(copies.error());
                         m_state.copies = std::move(*copies);
                       });
}

std::string recipient_text(const vault::CopyMade& copy) {
  using For = ShareForm::For;
  if (copy.recipient.empty()) return "";
  if (copy.recipient == who_text(For::police)) return tr("for the police");
  if (copy.recipient == who_text(For::advocate)) return tr("for an advocate");
  if (copy.recipient == who_text(For::solicitor)) return tr("for a solicitor");
  if (copy.recipient == who_text(For::me)) return tr("for me");
  return fmt::format(fmt::runtime(tr("for {}")), foreign_line(copy.recipient));
}

std::string went_in_text(const std::vector<vault::CopyMade>& copies) {
  std::string days;
  std::size_t count = 0;
  for (const vault::CopyMade& copy : copies) {
    if (copy.state != vault::CopyMade::State::finished) continue;
    const std::string recipient = recipient_text(copy);
    days += (++count == 1 ? "" : "; ") + day_text(copy.started_at) + (recipient.empty() ? "" : ", ") + recipient;
  }
  if (count == 0) return "";
  return count == 1 ? fmt::format(fmt::runtime(tr("In 1 copy: {}")), days)
                    : fmt::format(fmt::runtime(tr("In {} copies: {}")), count, days);
}

}  // namespace daybook::ui
