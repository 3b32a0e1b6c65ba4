#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace daybook::ui {

/// Work for a worker, and what is to be done with its outcome.
class Job {
 public:
  virtual ~Job() = default;
  /// On the thread of the worker. What the work holds goes before the outcome is seen.
  virtual void run() = 0;
  /// On the thread of the window, once, after run().
  virtual void finish() = 0;
};

/// A thread that does one job after the other, and hands what came of each back to the thread of the window. The window
/// never waits for it: not even when the program ends, which is why leave() of the shell ends the process instead.
class Worker {
 public:
  /// `wake` is called on the worker's thread when a job has ended.
  explicit Worker(std::function<void()> wake);
  /// Drops what has not begun and waits for what has: for tests, and for an orderly end.
  ~Worker();

  void post(std::unique_ptr<Job> job);
  /// `work` is called on the thread of the worker, and `then` with what it returned on that of the window. Both may
  /// hold what can only be moved.
  template <class Work, class Then>
  void post(Work work, Then then);
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
  std::deque<std::unique_ptr<Job>> m_jobs;
  std::vector<std::unique_ptr<Job>> m_finished;
  bool m_ends = false;
  std::size_t m_open = 0;                   // window's thread only
  std::deque<Visit*> m_visits;              // jobs that another worker waits for
  std::condition_variable m_visit_changed;  // one of them is done, or never will be
  std::size_t m_visitors = 0;               // threads that wait for one
  std::thread m_thread;
};

template <class Work, class Then>
void Worker::post(Work work, Then then) {
  class WorkAndThen final : public Job {
   public:
    WorkAndThen(Work work, Then then) : m_work(std::move(work)), m_then(std::move(then)) {}
    void run() override {
      m_outcome.emplace((*m_work)());
      m_work.reset();
    }
    void finish() override { m_then(std::move(*m_outcome)); }

   private:
    std::optional<Work> m_work;
    Then m_then;
    std::optional<std::invoke_result_t<Work&>> m_outcome;
  };
  post(std::make_unique<WorkAndThen>(std::move(work), std::move(then)));
}

}  // namespace daybook::ui
