#pragma once

#include "ui/model/app.h"

namespace daybook::ui {

// Bodies of App's two ways to hand work over; for its own files only.

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
void App::ask_long(std::function<Result<T>()> work, std::function<void(Result<T>)> then) {
  m_long.post([work = std::move(work), then = std::move(then)]() -> Worker::Finish {
    auto result = std::make_shared<Result<T>>(work());
    return [result, then] { then(std::move(*result)); };
  });
}

}  // namespace daybook::ui
