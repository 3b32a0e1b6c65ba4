#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// A copy of a database that may be torn. After SQLCipher met a page that does not decrypt, the connection is of no use
/// any more. So the database is opened again, and what lies on other pages can still be read.
class TornDatabase {
 public:
  /// `key` must outlive this object.
  TornDatabase(const Surroundings& surroundings, Path path, const crypto::SecretBuffer& key)
      : m_surroundings(surroundings), m_path(std::move(path)), m_key(key) {}

  /// Opens the database, or opens it again. False when it cannot be opened.
  bool open();
  bool is_open() const { return m_database.has_value(); }

  /// The generation of the header that the database knows of; 0 where that cannot be read.
  std::uint64_t generation();

  /// Runs `read_rows` and returns its result. After any error but `not_found`, the database is opened again for the
  /// next call. `damaged` when it is not open.
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
