#include "ui/model/worker.h"

namespace daybook::ui {

Worker::Worker(std::function<void()> wake) : m_wake(std::move(wake)), m_thread([this] { run(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(m_mutex);
    m_ends = true;
    m_jobs.clear();
    for (Visit* visit : m_visits) visit->state = Visit::State::dropped;
    m_visits.clear();
  }
  m_changed.notify_all();
  m_visit_changed.notify_all();
  m_thread.join();
  std::unique_lock lock(m_mutex);
  m_visit_changed.wait(lock, [this] { return m_visitors == 0; });
}

void Worker::post(std::unique_ptr<Job> job) {
  ++m_open;
  {
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
  }
  m_changed.notify_all();
}

bool Worker::run_and_wait(const std::function<void()>& job) {
  Visit visit{job};
  std::unique_lock lock(m_mutex);
  if (m_ends) return false;
  m_visits.push_back(&visit);
  ++m_visitors;
  m_changed.notify_all();
  m_visit_changed.wait(lock, [&] { return visit.state != Visit::State::waits; });
  --m_visitors;
  m_visit_changed.notify_all();
  return visit.state == Visit::State::done;
}

bool Worker::finish_jobs() {
  std::vector<std::unique_ptr<Job>> finished;
  {
    const std::lock_guard lock(m_mutex);
    finished.swap(m_finished);
  }
  m_open -= finished.size();
  for (const auto& job : finished) job->finish();
  return !finished.empty();
}

// Jobs that the window posted come before visits of another worker: a save must not wait for the next piece of a long
// job.

void Worker::run() {
  std::unique_lock lock(m_mutex);
  for (;;) {
    m_changed.wait(lock, [this] { return m_ends || !m_jobs.empty() || !m_visits.empty(); });
    if (m_ends) return;
    if (m_jobs.empty()) {
      Visit* visit = m_visits.front();
      m_visits.pop_front();
      lock.unlock();
      visit->job();
      lock.lock();
      visit->state = Visit::State::done;
      m_visit_changed.notify_all();
      continue;
    }
    std::unique_ptr<Job> job = std::move(m_jobs.front());
    m_jobs.pop_front();
    lock.unlock();
    job->run();
    lock.lock();
    m_finished.push_back(std::move(job));
    lock.unlock();
    m_wake();
    lock.lock();
  }
}

}  // namespace daybook::ui
