#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace daybook::ui {

/// A thread that does one job after the other, and hands what came of each back to the thread of the window. The window
/// never waits for it: not even when the program ends, which is why leave() of the shell ends the process instead.
class Worker {
 public:
  /// What is to be done with the outcome, on the thread of the window.
  using Finish = std::function<void()>;
  using Job = std::function<Finish()>;

  /// `wake` is called on the worker's thread when a job has ended.
  explicit Worker(std::function<void()> wake);
  /// Drops what has not begun and waits for what has: for tests, and for an orderly end.
  ~Worker();

  void post(Job job);
  /// Runs the outcomes that are ready. True when there was one.
  bool finish_jobs();
  /// Jobs that were posted and whose outcome has not been run.
  std::size_t open_jobs() const { return m_open; }

 private:
  void run();

  std::function<void()> m_wake;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Job> m_jobs;
  std::vector<Finish> m_finished;
  bool m_ends = false;
  std::size_t m_open = 0;  // window's thread only
  std::thread m_thread;
};

}  // namespace daybook::ui
