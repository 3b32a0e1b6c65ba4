#include "ui/model/job_progress.h"

namespace daybook::ui {

bool JobProgress::reach(std::uint64_t done, std::uint64_t total) {
  const int percent_before = percent();
  const std::uint64_t megabytes_before = megabytes();
  m_total = total;
  m_done = done;
  // Where the total is not known, people see megabytes instead of percent.
  const bool is_seen = total > 0 ? percent() != percent_before : megabytes() != megabytes_before;
  if (is_seen) m_wake();
  return !m_is_stopped;
}

vault::Progress JobProgress::of(std::shared_ptr<JobProgress> progress, std::uint64_t total) {
  return [progress = std::move(progress), total](std::uint64_t done) { return progress->reach(done, total); };
}

}  // namespace daybook::ui
