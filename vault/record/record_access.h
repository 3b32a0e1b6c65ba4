#pragma once

#include <functional>
#include <optional>

#include "vault/record/record.h"

namespace daybook::vault {

/// A way to a record that belongs to another thread. Each piece of work runs on that thread, alone, and is waited for.
/// Long work such as sealing a copy touches the record in short pieces, so that a save can come in between.
class RecordAccess {
 public:
  virtual ~RecordAccess() = default;
  /// Runs `work` and returns its error, or `cancelled` when the record's thread has ended.
  virtual Result<void> run(const std::function<Result<void>(Record&)>& work) = 0;

  /// Runs `work` like run(), for work that returns a Result<T>, and returns that.
  template <class Work>
  std::invoke_result_t<Work&, Record&> ask(Work work) {
    std::optional<std::invoke_result_t<Work&, Record&>> outcome;
    TRY(run([&](Record& record) -> Result<void> {
      outcome.emplace(work(record));
      return {};
    }));
    return std::move(*outcome);
  }
};

/// The way to a record that belongs to the calling thread: work runs at once.
class OwnRecord final : public RecordAccess {
 public:
  explicit OwnRecord(Record& record) : m_record(record) {}
  Result<void> run(const std::function<Result<void>(Record&)>& work) override { return work(m_record); }

 private:
  Record& m_record;
};

}  // namespace daybook::vault
