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
  /// For another worker: runs the job between the others and waits until it is done. False when this one ends first.
  bool run_and_wait(const std::function<void()>& job);
  /// Runs the outcomes that are ready. True when there was one.
  bool finish_jobs();
  /// Jobs that were posted and whose outcome has not been run.
  std::size_t open_jobs() const { return m_open; }

 private:
  struct Visit {
    const std::function<void()>& job;
    enum class State { waits, done, dropped } state = State::waits;
  };
  void run();

  std::function<void()> m_wake;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Job> m_jobs;
  std::vector<Finish> m_finished;
  bool m_ends = false;
  std::size_t m_open = 0;                   // window's thread only
  std::deque<Visit*> m_visits;              // jobs that another worker waits for
  std::condition_variable m_visit_changed;  // one of them is done, or never will be
  std::size_t m_visitors = 0;               // threads that wait for one
  std::thread m_thread;
};

}  // namespace daybook::ui
