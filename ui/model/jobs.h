#pragma once

#include "ui/model/job_progress.h"
#include "ui/model/worker.h"
#include "vault/record/record_access.h"

namespace daybook::ui {

/// Five threads that work for the window, so that the window never waits. The first has the database, for short jobs.
/// The second does what takes long, and reaches the record in pieces that run on the first thread between its own jobs.
/// The third does what is short and needs no record (drafts, settings, lists of folders), so that it waits for neither.
/// The fourth brings what is looked at, pictures and long texts: a picture that somebody made to be slow must not hold
/// up a draft. The fifth does what nobody waits for. In each ask function `work` owns what it needs and runs from top
/// to bottom on one of these threads. `then` gets what `work` returned, on the thread of the window, when finish() is
/// called next.
class Jobs {
 public:
  /// `wake` is called on one of the five threads when finish() has something to do.
  explicit Jobs(std::function<void()> wake)
      : m_wake(std::move(wake)), m_short(m_wake), m_aside(m_wake), m_show(m_wake), m_long(m_wake), m_behind(m_wake) {}

  /// Sets the record of ask() and ask_long() from now on; null: there is none. Jobs that are posted keep the record
  /// that they were posted with.
  void use(std::shared_ptr<vault::Record> record) { m_record = std::move(record); }

  /// Runs `work(vault::Record&)` on the thread of the database. There must be a record.
  template <class Work, class Then>
  void ask(Work work, Then then) {
    DAYBOOK_ASSERT(m_record != nullptr);
    m_short.post([record = m_record, work = std::move(work)]() mutable { return work(*record); }, std::move(then));
  }
  /// Runs `work()` on the thread of the database: for opening a record, and for removing one.
  template <class Work, class Then>
  void ask_without_record(Work work, Then then) {
    m_short.post(std::move(work), std::move(then));
  }
  /// Runs `work()` on the thread for what is short and needs no record.
  template <class Work, class Then>
  void ask_aside(Work work, Then then) {
    m_aside.post(std::move(work), std::move(then));
  }
  /// Runs `work()`, or `work(vault::RecordAccess&)` for which there must be a record, on the thread that brings
  /// what is looked at.
  template <class Work, class Then>
  void ask_to_show(Work work, Then then) {
    post_to(m_show, std::move(work), std::move(then));
  }
  /// Runs `work()`, or `work(vault::RecordAccess&)` for which there must be a record, on the thread for what takes
  /// long.
  template <class Work, class Then>
  void ask_long(Work work, Then then) {
    post_to(m_long, std::move(work), std::move(then));
  }
  /// Runs `work(vault::RecordAccess&)`, for which there must be a record, on the thread for what nobody waits for.
  template <class Work, class Then>
  void ask_behind(Work work, Then then) {
    post_to(m_behind, std::move(work), std::move(then));
  }

  /// A progress for a new job, which wakes the window when it changes.
  std::shared_ptr<JobProgress> new_progress() const { return std::make_shared<JobProgress>(m_wake); }

  /// Calls `then` for each job that has ended. True when there was one.
  bool finish();
  /// For tests: true when every job has ended and its `then` was called.
  bool is_idle() const { return is_quick_idle() && m_long.open_jobs() == 0 && m_behind.open_jobs() == 0; }
  /// For tests: the same as is_idle(), but without the jobs of ask_long() and ask_behind().
  bool is_quick_idle() const { return m_short.open_jobs() == 0 && m_aside.open_jobs() == 0 && m_show.open_jobs() == 0; }

 private:
  /// Gives a job of another worker its record: each piece runs on the thread of the database, between short jobs.
  class Visits final : public vault::RecordAccess {
   public:
    Visits(Worker& worker, std::shared_ptr<vault::Record> record) : m_worker(&worker), m_record(std::move(record)) {}
    Result<void> run(const std::function<Result<void>(vault::Record&)>& work) override;

   private:
    Worker* m_worker;
    std::shared_ptr<vault::Record> m_record;
  };

  template <class Work, class Then>
  void post_to(Worker& worker, Work work, Then then) {
    if constexpr (std::is_invocable_v<Work&, vault::RecordAccess&>) {
      DAYBOOK_ASSERT(m_record != nullptr);
      worker.post([visits = Visits(m_short, m_record), work = std::move(work)]() mutable { return work(visits); },
                  std::move(then));
    } else {
      worker.post(std::move(work), std::move(then));
    }
  }

  std::function<void()> m_wake;
  std::shared_ptr<vault::Record> m_record;  // used by jobs of m_short only
  // The last three are destroyed first: they may be waiting for m_short.
  Worker m_short, m_aside, m_show, m_long, m_behind;
};

}  // namespace daybook::ui
