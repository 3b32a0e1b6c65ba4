#include "vault/store/helper_thread.h"

namespace daybook::vault {

HelperThread::HelperThread() : m_thread([this] { run(); }) {}

HelperThread::~HelperThread() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_changed.notify_all();
  m_thread.join();
}

void HelperThread::start(std::function<void()> task) {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [&] { return !m_task; });
  m_task = std::move(task);
  m_changed.notify_all();
}

void HelperThread::wait() {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [&] { return !m_task; });
}

bool HelperThread::is_idle() {
  const std::lock_guard lock(m_mutex);
  return !m_task;
}

void HelperThread::run() {
  std::unique_lock lock(m_mutex);
  for (;;) {
    m_changed.wait(lock, [&] { return m_task || m_stopping; });
    if (!m_task) return;
    lock.unlock();
    m_task();
    lock.lock();
    m_task = nullptr;
    m_changed.notify_all();
  }
}

}  // namespace daybook::vault
