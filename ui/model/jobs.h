#pragma once

#include "ui/model/app.h"
#include "vault/record/record_access.h"

namespace daybook::ui {

// Bodies of App's ways to hand work over; for its own files only.

/// The record for a job of the long worker: each piece runs on the thread of the database, between what is short.
class App::Visits final : public vault::RecordAccess {
 public:
  Visits(Worker& worker, std::shared_ptr<Record> record) : m_worker(worker), m_record(std::move(record)) {}
  Result<void> run(const std::function<Result<void>(Record&)>& work) override {
    Result<void> outcome = Error{ErrorCode::cancelled, "the program ends"};
    (void)m_worker.run_and_wait([&] { outcome = work(*m_record); });
    return outcome;
  }

 private:
  Worker& m_worker;
  std::shared_ptr<Record> m_record;
};

/// Drafts from two threads, the newest last.
struct App::Drafts {
  explicit Drafts(vault::DraftWriter made) : writer(std::move(made)) {}
  Result<void> save(std::uint64_t number, std::string_view text) {
    const std::lock_guard lock(mutex);
    if (number < newest) return {};
    newest = number;
    return writer.save(as_bytes(text));
  }
  std::mutex mutex;
  std::uint64_t newest = 0;
  vault::DraftWriter writer;
  std::uint64_t next = 1;  // window's thread only
};

template <class T>
void App::ask(std::function<Result<T>(Record&)> work, std::function<void(Result<T>)> then) {
  DAYBOOK_ASSERT(m_record != nullptr);
  m_short.post([record = m_record, work = std::move(work), then = std::move(then)]() -> Worker::Finish {
    auto result = std::make_shared<Result<T>>(work(*record));
    return [result, then] { then(std::move(*result)); };
  });
}

template <class T>
void App::ask_on(Worker& worker, std::function<Result<T>()> work, std::function<void(Result<T>)> then) {
  worker.post([work = std::move(work), then = std::move(then)]() -> Worker::Finish {
    auto result = std::make_shared<Result<T>>(work());
    return [result, then] { then(std::move(*result)); };
  });
}

template <class T>
void App::ask_long(std::function<Result<T>()> work, std::function<void(Result<T>)> then) {
  ask_on<T>(m_long, std::move(work), std::move(then));
}

template <class T>
void App::ask_aside(std::function<Result<T>()> work, std::function<void(Result<T>)> then) {
  ask_on<T>(m_aside, std::move(work), std::move(then));
}

}  // namespace daybook::ui
