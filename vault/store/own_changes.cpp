#include "vault/store/own_changes.h"

#include <sqlite3.h>

namespace daybook::vault {

void OwnChanges::remember(sqlite3* database) {
  if (m_file == nullptr) return;
  const auto stamp = m_file->stamp();
  m_stamp = stamp ? std::optional(*stamp) : std::nullopt;
  m_changes = sqlite3_total_changes64(database);
}

Result<void> OwnChanges::require_no_others(sqlite3* database) const {
  const bool has_changed_rows = sqlite3_total_changes64(database) != m_changes;
  if (m_file == nullptr || !m_stamp || has_changed_rows) return {};
  const auto now = m_file->stamp();
  if (now && (now->size != m_stamp->size || now->modified_nanoseconds != m_stamp->modified_nanoseconds))
    return Error{ErrorCode::damaged, "records: changed by another program"};
  return {};
}

}  // namespace daybook::vault
