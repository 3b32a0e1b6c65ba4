#pragma once

#include "vault/store/database.h"

namespace daybook::vault {

/// What parts words in the tables of the search index: blanks, since signs of ASCII that stand alone are words too.
constexpr const char* kSearchTokens = "ascii tokenchars '_$+<=>^`|~'";

/// Makes the tables in a new database, inside the transaction of the caller.
Result<void> create_schema(Database& database);
/// The version of the tables that knows facts and people as rows.
constexpr std::int64_t kFactsVersion = 3;
/// The version of the tables. `damaged` when the database is none of a record, `newer_format` when a newer program made
/// it.
Result<std::int64_t> check_schema(Database& database);
/// Brings the tables of an older version up to the newest, one transaction for each version. Where nothing can be
/// written (a read-only folder, a full disk), the missing tables are made in memory and go when the database is closed.
/// tests/data has a record of every version. Errors are those of check_schema() and of Database.
Result<void> update_schema(Database& database, bool can_write);
/// Replaces the tables that update_schema() had to make in memory by tables in the file. What the tables in memory hold
/// is derived from other rows, and is dropped. A caller needs the tables in the file before it writes what is not
/// derived.
Result<void> complete_schema(Database& database);

/// The value of a setting, or nothing when there is none of this name.
Result<std::optional<std::string>> get_setting(Database& database, std::string_view name);
/// Replaces the value that a setting had before.
Result<void> set_setting(Database& database, std::string_view name, std::string_view value);
/// A setting that is not there is no error.
Result<void> remove_setting(Database& database, std::string_view name);

/// Keeps a secret key under a name, wrapped with Database::secrets_key(). A key that had the name before is overwritten
/// in the file (secure_delete).
Result<void> store_secret(Database& database, std::string_view name, ByteView secret);
/// The secret key of a name, or nothing when there is none.
Result<std::optional<crypto::SecretBuffer>> load_secret(Database& database, std::string_view name);
/// Wraps all secrets of `from`, whose rows were copied into `to`, for the key of `to`.
Result<void> rewrap_secrets(Database& from, Database& to);
/// Overwrites a secret key in the file (secure_delete). One that is not there is no error.
Result<void> remove_secret(Database& database, std::string_view name);

}  // namespace daybook::vault
