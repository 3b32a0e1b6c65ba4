#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "vault/store/progress.h"

namespace daybook::ui {

/// How far something long has come, and whether it is to stop: written by the worker that does it, read and stopped by
/// the window. One kind for every bar, every count of percents and every Stop.
class JobProgress {
 public:
  /// `wake` is called on the worker's thread when what people see of it has changed.
  explicit JobProgress(std::function<void()> wake) : m_wake(std::move(wake)) {}

  /// From the worker: bytes that are done, and of how many (0: nobody knows). False when it is to stop.
  bool reach(std::uint64_t done, std::uint64_t total);
  /// The same as work with one count takes it; `total` as it was reached last, or as it is given here.
  static vault::Progress of(std::shared_ptr<JobProgress> progress, std::uint64_t total = 0);

  void stop() { m_is_stopped = true; }
  bool is_stopped() const { return m_is_stopped; }
  int percent() const { return vault::percent_of(m_done, m_total); }
  std::uint64_t megabytes() const { return m_done >> 20; }

 private:
  std::function<void()> m_wake;
  std::atomic<std::uint64_t> m_done = 0, m_total = 0;
  std::atomic<bool> m_is_stopped = false;
};

}  // namespace daybook::ui
