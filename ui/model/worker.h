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

/// A piece of work for a worker, with what is to be done with its outcome.
class Job {
 public:
  virtual ~Job() = default;
  /// Does the work, on the thread of the worker. At its end everything that only the work needed is destroyed, so that
  /// nothing still holds the record when the window sees the outcome.
  virtual void run() = 0;
  /// Takes up the outcome, on the thread of the window, once, after run().
  virtual void finish() = 0;
};

/// A thread that does one job after the other, and hands what came of each back to the thread of the window. The window
/// never waits for a worker, not even when the program ends: end_process() in ui/shell/shell.h ends it with its
/// threads.
class Worker {
 public:
  /// `wake` is called on the worker's thread when a job has ended.
  explicit Worker(std::function<void()> wake);
  /// Drops the jobs that have not begun and waits for the one that has. For tests, and for a program that could not
  /// open its window.
  ~Worker();

  /// Puts a job at the end of the queue. On the thread of the window.
  void post(std::unique_ptr<Job> job);
  /// Posts a job of two functions: `work` is called on the thread of the worker, and `then` on that of the window with
  /// what `work` returned. Both may hold what can only be moved.
  template <class Work, class Then>
  void post(Work work, Then then);
  /// Called on the thread of another worker: runs `job` on this one as soon as no posted job waits, and returns when it
  /// is done. False when this worker ends before.
  bool run_and_wait(const std::function<void()>& job);
  /// Calls finish() of the jobs that have run, on the thread of the window. True when there was one.
  bool finish_jobs();
  /// How many jobs were posted and are not finished. On the thread of the window.
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
  std::size_t m_open = 0;                   // used on the window's thread only
  std::deque<Visit*> m_visits;              // jobs that another worker waits for
  std::condition_variable m_visit_changed;  // a visit is done, or never will be
  std::size_t m_visitors = 0;               // threads that wait for a visit

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
