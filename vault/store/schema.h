#pragma once

#include "vault/store/database.h"

namespace daybook::vault {

/// Makes the tables in a new database.
Result<void> create_schema(Database& database);
/// The version of the tables that knows facts and people as rows.
constexpr std::int64_t kFactsVersion = 3;
/// The version of the tables. `damaged` when this is no database of ours, `newer_format` when a newer program made it.
Result<std::int64_t> check_schema(Database& database);
/// Brings the tables of an older version up to this one, one transaction for each version. Where nothing can be written (a read-only
/// folder, a full disk) they are completed for this opening only. Every version has a fixture in tests/data.
Result<void> update_schema(Database& database, bool can_write);
/// Tries that again, before the first thing that is not derived goes into a table that may only be in memory.
Result<void> complete_schema(Database& database);

/// Small values by name.
Result<std::optional<std::string>> get_setting(Database& database, std::string_view name);
Result<void> set_setting(Database& database, std::string_view name, std::string_view value);
Result<void> remove_setting(Database& database, std::string_view name);

/// Secret keys by name. `store_secret` replaces what was there; the old bytes are overwritten (secure_delete).
Result<void> store_secret(Database& database, std::string_view name, ByteView secret);
Result<std::optional<crypto::SecretBuffer>> load_secret(Database& database, std::string_view name);
Result<void> remove_secret(Database& database, std::string_view name);

}  // namespace daybook::vault
