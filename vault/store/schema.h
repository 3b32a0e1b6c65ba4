#pragma once

#include "vault/store/database.h"

namespace daybook::vault {

/// Makes the tables in a new database. Migrations for older ones will stand beside it, each with a fixture.
Result<void> create_schema(Database& database);
/// `damaged` when this is no database of ours, `newer_format` when a newer version made it.
Result<void> check_schema(Database& database);

/// Small values by name.
Result<std::optional<std::string>> get_setting(Database& database, std::string_view name);
Result<void> set_setting(Database& database, std::string_view name, std::string_view value);
Result<void> remove_setting(Database& database, std::string_view name);

/// Secret keys by name. `store_secret` replaces what was there; the old bytes are overwritten (secure_delete).
Result<void> store_secret(Database& database, std::string_view name, ByteView secret);
Result<std::optional<crypto::SecretBuffer>> load_secret(Database& database, std::string_view name);
Result<void> remove_secret(Database& database, std::string_view name);

}  // namespace daybook::vault
