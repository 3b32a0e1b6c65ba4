#include "ui/model/worker.h"

namespace daybook::ui {

Worker::Worker(std::function<void()> wake) : m_wake(std::move(wake)), m_thread([this] { run(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(m_mutex);
    m_ends = true;
    m_jobs.clear();
  }
  m_changed.notify_all();
  m_thread.join();
}

void Worker::post(Job job) {
  ++m_open;
  {
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
  }
  m_changed.notify_all();
}

bool Worker::finish_jobs() {
  std::vector<Finish> finished;
  {
    const std::lock_guard lock(m_mutex);
    finished.swap(m_finished);
  }
  m_open -= finished.size();
  for (const Finish& finish : finished) {
    if (finish) finish();
  }
  return !finished.empty();
}

void Worker::run() {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(m_mutex);
      m_changed.wait(lock, [this] { return m_ends || !m_jobs.empty(); });
      if (m_ends) return;
      job = std::move(m_jobs.front());
      m_jobs.pop_front();
    }
    Finish finish = job();
    job = nullptr;  // what it holds goes before the outcome is seen
    {
      const std::lock_guard lock(m_mutex);
      m_finished.push_back(std::move(finish));
    }
    m_wake();
  }
}

}  // namespace daybook::ui
