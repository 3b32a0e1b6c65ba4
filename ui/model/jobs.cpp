#include "ui/model/jobs.h"

namespace daybook::ui {

bool Jobs::finish() {
  bool changed = m_short.finish_jobs();
  changed |= m_aside.finish_jobs();
  changed |= m_show.finish_jobs();
  changed |= m_long.finish_jobs();
  changed |= m_behind.finish_jobs();
  return changed;
}

Result<void> Jobs::Visits::run(const std::function<Result<void>(vault::Record&)>& work) {
  Result<void> outcome = Error{ErrorCode::cancelled, "the program ends"};
  (void)m_worker->run_and_wait([&] { outcome = work(*m_record); });
  return outcome;
}

}  // namespace daybook::ui
