#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// A copy of a database that may be torn. A page that cannot be read spoils the connection; then it is opened anew.
class TornDatabase {
 public:
  TornDatabase(const Surroundings& surroundings, Path path, const crypto::SecretBuffer& key)
      : m_surroundings(surroundings), m_path(std::move(path)), m_key(key) {}

  bool open();
  bool is_open() const { return m_database.has_value(); }

  /// Runs `read`; when it fails for damage, the connection is made anew for what comes next.
  template <class Read>
  auto read(Read read_rows) -> decltype(read_rows(std::declval<Database&>())) {
    if (!is_open()) return Error{ErrorCode::damaged, "records"};
    auto result = read_rows(*m_database);
    if (!result && result.error().code != ErrorCode::not_found) open();
    return result;
  }

 private:
  Surroundings m_surroundings;
  Path m_path;
  const crypto::SecretBuffer& m_key;
  std::optional<Database> m_database;
};

}  // namespace daybook::vault
