#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace daybook::vault {

/// A thread that runs one task at a time beside the caller, so that streams use a second core. It waits by a mutex and
/// a condition variable only, because latches, semaphores and atomic waits lose wake-ups in libstdc++ 12 on Windows.
class HelperThread {
 public:
  HelperThread();
  ~HelperThread();
  HelperThread(const HelperThread&) = delete;
  HelperThread& operator=(const HelperThread&) = delete;

  /// Starts `task` when the one before has ended. What the task refers to must live until wait() returns.
  void start(std::function<void()> task);
  /// Returns when no task is running.
  void wait();
  bool is_idle();

 private:
  void run();

  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::function<void()> m_task;
  bool m_stopping = false;
  std::thread m_thread;  // declared last, because the thread uses all other members
};

}  // namespace daybook::vault
