#pragma once

#include "ui/model/job_progress.h"
#include "ui/model/worker.h"
#include "vault/record/record_access.h"

namespace daybook::ui {

/// The threads that work for the window, which never waits for them. One has the database, for what is short; one does
/// what takes long, and comes to the record between what is short; one does what is short and needs no record (drafts,
/// settings, lists of folders), so that none of these waits for what takes long. `work` owns what it needs and runs
/// from top to bottom; `then` gets what it returned, in the frame after.
class Jobs {
 public:
  /// `wake` is called on any thread when finish() has something to do.
  explicit Jobs(std::function<void()> wake)
      : m_wake(std::move(wake)), m_short(m_wake), m_aside(m_wake), m_long(m_wake) {}

  /// The record of ask() and ask_long() from now on; none: it was given away.
  void use(std::shared_ptr<vault::Record> record) { m_record = std::move(record); }

  /// `work(vault::Record&)`, on the thread of the database.
  template <class Work, class Then>
  void ask(Work work, Then then) {
    DAYBOOK_ASSERT(m_record != nullptr);
    m_short.post([record = m_record, work = std::move(work)]() mutable { return work(*record); }, std::move(then));
  }
  /// `work()`, on the thread of the database, before there is a record or as it goes.
  template <class Work, class Then>
  void ask_without_record(Work work, Then then) {
    m_short.post(std::move(work), std::move(then));
  }
  /// `work()`, beside the database.
  template <class Work, class Then>
  void ask_aside(Work work, Then then) {
    m_aside.post(std::move(work), std::move(then));
  }
  /// `work(vault::RecordAccess&)`, or `work()` where it needs no record, on the thread for what takes long.
  template <class Work, class Then>
  void ask_long(Work work, Then then) {
    if constexpr (std::is_invocable_v<Work&, vault::RecordAccess&>) {
      DAYBOOK_ASSERT(m_record != nullptr);
      m_long.post([visits = Visits(m_short, m_record), work = std::move(work)]() mutable { return work(visits); },
                  std::move(then));
    } else {
      m_long.post(std::move(work), std::move(then));
    }
  }

  /// A progress that wakes the window.
  std::shared_ptr<JobProgress> new_progress() const { return std::make_shared<JobProgress>(m_wake); }

  /// Hands on what has come of the work. True when something has.
  bool finish();
  /// For tests: nothing is left to come; or from those alone that do what is short.
  bool is_idle() const { return is_quick_idle() && m_long.open_jobs() == 0; }
  bool is_quick_idle() const { return m_short.open_jobs() == 0 && m_aside.open_jobs() == 0; }

 private:
  /// The record for a job of the long worker: each piece runs on the thread of the database, between what is short.
  class Visits final : public vault::RecordAccess {
   public:
    Visits(Worker& worker, std::shared_ptr<vault::Record> record) : m_worker(&worker), m_record(std::move(record)) {}
    Result<void> run(const std::function<Result<void>(vault::Record&)>& work) override;

   private:
    Worker* m_worker;
    std::shared_ptr<vault::Record> m_record;
  };

  std::function<void()> m_wake;
  std::shared_ptr<vault::Record> m_record;  // touched by jobs of m_short only
  Worker m_short, m_aside, m_long;          // the long one ends first: it may be waiting for the short one
};

}  // namespace daybook::ui
