#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "vault/store/progress.h"

namespace daybook::ui {

/// How far a long job has come, and whether it is to stop. The worker that does the job writes it; the window reads it
/// and stops it. Every percentage and every Stop button in the window is about one of these.
class JobProgress {
 public:
  /// `wake` is called on the worker's thread when the percentage or the megabytes that people see have changed.
  explicit JobProgress(std::function<void()> wake) : m_wake(std::move(wake)) {}

  /// The worker says how many bytes are done, and how many there are in all (0: that is not known). False when the
  /// worker is to stop.
  bool reach(std::uint64_t done, std::uint64_t total);
  /// A vault::Progress that calls reach() with each count of bytes and always this `total`. It keeps `progress` alive.
  static vault::Progress of(std::shared_ptr<JobProgress> progress, std::uint64_t total = 0);

  void stop() { m_is_stopped = true; }
  bool is_stopped() const { return m_is_stopped; }
  /// 0 to 100, and 0 where the total is not known.
  int percent() const { return vault::percent_of(m_done, m_total); }
  std::uint64_t megabytes() const { return m_done >> 20; }

 private:
  std::function<void()> m_wake;
  std::atomic<std::uint64_t> m_done = 0, m_total = 0;
  std::atomic<bool> m_is_stopped = false;
};

}  // namespace daybook::ui
