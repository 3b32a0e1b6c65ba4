#pragma once

#include <memory>
#include <optional>

#include "vault/store/file_system.h"

struct sqlite3;

namespace daybook::vault {

/// Tells whether somebody else changes the file of a database while it is open. An older one that is written over it
/// would be mixed with what SQLite remembers of the newer. SQLite does not look, because it has the lock, which other
/// programs need not ask for. So the file is held against what it was after the last change that was made here.
class OwnChanges {
 public:
  /// Begins with a file, which is open until this object goes. Without one every answer is that nobody changed it.
  void begin_with(std::unique_ptr<FileReader> file) { m_file = std::move(file); }
  /// What lies there now was written here. No transaction may be open.
  void remember(sqlite3* database);
  /// `damaged` where the file is not as it was. The time of the last change of any kind does not count: programs that
  /// make backups or keep folders alike set marks on files that they only read.
  Result<void> require_no_others(sqlite3* database) const;

 private:
  std::unique_ptr<FileReader> m_file;
  std::optional<FileStamp> m_stamp;
  std::int64_t m_changes = 0;  // rows that had been changed here by then
};

}  // namespace daybook::vault
