#include "ui/model/worker.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>

using daybook::ui::Worker;

namespace {

// A place at which one thread waits for another.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(m_mutex);
    m_is_open = true;
    m_changed.notify_all();
  }
  void pass() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_is_open; });
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_is_open = false;
};

}  // namespace

TEST_CASE("a job that another worker waits for runs on this one's thread, after what the window asked for") {
  Worker records([] {}), streams([] {});
  Gate busy, asked;
  std::string order;
  std::thread::id of_window_job, of_visit;
  records.post(
      [&] {
        busy.pass();
        of_window_job = std::this_thread::get_id();
        return true;
      },
      [](bool) {});
  bool was_run = false;
  Gate done;
  streams.post(
      [&] {
        asked.open();
        was_run = records.run_and_wait([&] {
          order += "visit ";
          of_visit = std::this_thread::get_id();
        });
        done.open();
        return true;
      },
      [](bool) {});
  asked.pass();
  records.post(
      [&] {
        order += "window ";
        return true;
      },
      [](bool) {});
  busy.open();
  done.pass();
  CHECK(was_run);
  CHECK(order == "window visit ");
  CHECK(of_visit == of_window_job);
}

TEST_CASE("an outcome comes to the window's thread, and what the work held is gone by then") {
  Worker worker([] {});
  auto held = std::make_shared<int>(7);
  const std::weak_ptr<int> watched = held;
  std::unique_ptr<int> outcome;
  std::thread::id of_outcome;
  bool was_gone = false;
  worker.post([held = std::move(held)] { return std::make_unique<int>(*held + 1); },
              [&, only_moved = std::make_unique<int>(1)](std::unique_ptr<int> made) {
                outcome = std::move(made);
                of_outcome = std::this_thread::get_id();
                was_gone = watched.expired();
              });
  CHECK(worker.open_jobs() == 1);
  while (!worker.finish_jobs()) std::this_thread::yield();
  CHECK(worker.open_jobs() == 0);
  CHECK(*outcome == 8);
  CHECK(of_outcome == std::this_thread::get_id());
  CHECK(was_gone);
}

TEST_CASE("who waits for a worker that ends is told, and does not wait for ever") {
  auto records = std::make_unique<Worker>([] {});
  Worker streams([] {});
  Gate busy, asked, told;
  std::atomic<bool> was_run = true;
  records->post(
      [&] {
        busy.pass();
        return true;
      },
      [](bool) {});
  streams.post(
      [&, worker = records.get()] {
        asked.open();
        was_run = worker->run_and_wait([] {});
        told.open();
        return true;
      },
      [](bool) {});
  asked.pass();
  std::thread ends([&] { records.reset(); });  // waits for the job that is under way
  told.pass();                                 // the answer comes before that job has ended
  CHECK_FALSE(was_run);
  busy.open();
  ends.join();
}
