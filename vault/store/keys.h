#pragma once

#include "vault/store/header.h"

namespace daybook::vault {

/// The keys that follow from the vault key, each by HKDF-SHA-256 under its own label. Labels are part of the format.
struct DerivedKeys {
  crypto::SecretBuffer database;  // 48 bytes: SQLCipher's raw key 32 || its salt 16
  crypto::AeadKey objects;        // wraps the key of each object
  crypto::AeadKey draft;

  static DerivedKeys from(const VaultKey& vault_key);
};

/// 16 hexadecimal digits: the name of a record's part of a backup folder.
std::string backup_name(const VaultKey& vault_key);

}  // namespace daybook::vault
