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
  records.post([&]() -> Worker::Finish {
    busy.pass();
    of_window_job = std::this_thread::get_id();
    return {};
  });
  bool was_run = false;
  Gate done;
  streams.post([&]() -> Worker::Finish {
    asked.open();
    was_run = records.run_and_wait([&] {
      order += "visit ";
      of_visit = std::this_thread::get_id();
    });
    done.open();
    return {};
  });
  asked.pass();
  records.post([&]() -> Worker::Finish {
    order += "window ";
    return {};
  });
  busy.open();
  done.pass();
  CHECK(was_run);
  CHECK(order == "window visit ");
  CHECK(of_visit == of_window_job);
}

TEST_CASE("who waits for a worker that ends is told, and does not wait for ever") {
  auto records = std::make_unique<Worker>([] {});
  Worker streams([] {});
  Gate busy, asked, told;
  std::atomic<bool> was_run = true;
  records->post([&]() -> Worker::Finish {
    busy.pass();
    return {};
  });
  streams.post([&, worker = records.get()]() -> Worker::Finish {
    asked.open();
    was_run = worker->run_and_wait([] {});
    told.open();
    return {};
  });
  asked.pass();
  std::thread ends([&] { records.reset(); });  // waits for the job that is under way
  told.pass();                                 // the answer comes before that job has ended
  CHECK_FALSE(was_run);
  busy.open();
  ends.join();
}
