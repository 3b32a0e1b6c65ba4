#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace daybook::vault {

/// A second pair of hands for streams: runs one task at a time beside the caller. Thread, mutex and condition variable
/// only: the newer waiting primitives lose wake-ups on one of our platforms.
class HelperThread {
 public:
  HelperThread();
  ~HelperThread();
  HelperThread(const HelperThread&) = delete;
  HelperThread& operator=(const HelperThread&) = delete;

  /// Starts `task`, waiting for the one before. What it refers to must live until wait() returns.
  void start(std::function<void()> task);
  /// Returns when nothing is running.
  void wait();
  bool is_idle();

 private:
  void run();

  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::function<void()> m_task;
  bool m_stopping = false;
  std::thread m_thread;  // last: it uses all of the above
};

}  // namespace daybook::vault
