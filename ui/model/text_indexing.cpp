#include "ui/model/text_indexing.h"

#include "vault/intake/text_index.h"
#include "vault/record/search_index.h"

namespace daybook::ui {

void TextIndexing::begin() {
  if (!m_session.state().is_open) return;
  m_begins_again = m_progress != nullptr;
  if (m_begins_again) return;
  m_session.jobs().ask([](vault::Record& record) { return vault::count_waiting_texts(record); },
                       [this](Result<std::size_t> waiting) {
                         if (!waiting) return;  // the search itself tells what is wrong with the record
                         m_waiting = *waiting;
                         if (m_waiting > 0 && m_session.can_write() && !m_progress) work();
                       });
}

void TextIndexing::work() {
  m_progress = m_session.jobs().new_progress();
  m_session.jobs().ask_behind([progress = JobProgress::of(m_progress)](
                                  vault::RecordAccess& access) { return vault::index_texts(access, progress); },
                              [this](Result<std::size_t> left) {
                                m_progress.reset();
                                if (!left) return;  // they wait on, and the next opening goes on with them
                                m_waiting = *left;
                                m_then();
                                if (m_begins_again) begin();
                              });
}

}  // namespace daybook::ui
