#pragma once

#include <atomic>
#include <functional>
#include <map>

#include "vault/store/database.h"
#include "vault/store/file_system.h"

namespace daybook::test {

/// Passes everything on to the real files. The operation with the number `fail_at`, from 0 on, fails with `failure`,
/// and so do all after it when `and_all_after` is set; -1: none fails. Whatever opens, lists, locks, syncs or changes
/// something is counted. Reading from an open file, facts and the room that is left are not counted and never fail.
class FaultyFiles : public vault::FileSystem {
 public:
  std::atomic<int> operations = 0;
  std::atomic<int> fail_at = -1;
  std::function<void(const vault::Path&)> before_create;  // called on the thread that makes a file, before it does
  // What is plugged in: where the program sees each stick, and the folder that it is. All lie beside each other.
  std::map<vault::Path, vault::Path> sticks;
  bool and_all_after = true;
  bool folders_are_writable = true;
  ErrorCode failure = ErrorCode::input_output;

  /// Counts an operation, and says whether it is to fail.
  Result<void> step() {
    if (m_counts != this) return m_counts->step();
    const int number = operations++;
    if (fail_at >= 0 && (number == fail_at || (and_all_after && number > fail_at)))
      return Error{failure, "made to fail"};
    return {};
  }

  Result<std::unique_ptr<vault::FileWriter>> create(const vault::Path& path) override;
  Result<std::unique_ptr<vault::FileReader>> open(const vault::Path& path) override;
  Result<void> rename(const vault::Path& from, const vault::Path& to) override;
  Result<void> remove(const vault::Path& path) override;
  Result<void> create_folder(const vault::Path& path) override;
  Result<void> sync_file(const vault::Path& path) override;
  Result<void> sync_folder(const vault::Path& path) override;
  Result<vault::FileFacts> facts(const vault::Path& path) override;
  Result<vault::FileFacts> facts_unfollowed(const vault::Path& path) override;
  Result<std::unique_ptr<vault::FileReader>> open_unfollowed(const vault::Path& path) override;
  Result<std::uint64_t> free_room(const vault::Path& folder) override;
  Result<std::vector<vault::Path>> list(const vault::Path& folder) override;
  bool is_writable(const vault::Path& folder) override;
  Result<std::unique_ptr<vault::FolderLock>> lock(const vault::Path& path) override;
  /// What the bound files do is counted in this object, and fails with it.
  Result<std::shared_ptr<vault::FileSystem>> bound_to(const vault::Path& folder) override;

 private:
  vault::FileSystem& real() { return m_bound ? *m_bound : vault::operating_system_files(); }
  vault::Path real(const vault::Path& path) const;
  FaultyFiles* m_counts = this;
  std::shared_ptr<vault::FileSystem> m_bound;
};

/// Makes the database statement with the number `fail_at`, from 0 on, and all after it fail with `failure`; -1: none.
class FaultyStatements final : public vault::StatementGate {
 public:
  int statements = 0;
  int fail_at = -1;
  ErrorCode failure = ErrorCode::input_output;

  Result<void> before(std::string_view) override {
    const int number = statements++;
    if (fail_at >= 0 && number >= fail_at) return Error{failure, "made to fail"};
    return {};
  }
};

}  // namespace daybook::test
