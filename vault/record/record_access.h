#pragma once

#include <functional>
#include <optional>

#include "vault/record/record.h"

namespace daybook::vault {

/// A way to a record that belongs to another thread. Each piece of work runs there, alone, and is waited for: what
/// takes long (sealing a copy) touches the record in short pieces, and a save comes in between.
class RecordAccess {
 public:
  virtual ~RecordAccess() = default;
  /// `cancelled` when that thread has ended. The work's own error otherwise.
  virtual Result<void> run(const std::function<Result<void>(Record&)>& work) = 0;

  /// The same for work that has an outcome, a Result<T>.
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

/// For who has the record to herself.
class OwnRecord final : public RecordAccess {
 public:
  explicit OwnRecord(Record& record) : m_record(record) {}
  Result<void> run(const std::function<Result<void>(Record&)>& work) override { return work(m_record); }

 private:
  Record& m_record;
};

}  // namespace daybook::vault
