#pragma once

#include "vault/store/header.h"

namespace daybook::vault {

/// The keys that follow from the vault key, each by HKDF-SHA-256 under its own label. The labels are part of the format
/// (vault/format.md, "Keys").
struct DerivedKeys {
  crypto::SecretBuffer database;  // SQLCipher's raw key (32 bytes), then its salt (16 bytes)
  crypto::AeadKey objects;        // wraps the key of each object
  crypto::AeadKey draft;          // encrypts what is being typed

  static DerivedKeys from(const VaultKey& vault_key);
};

/// The name of a record's part of a backup folder, 16 hexadecimal digits that follow from the vault key. After a change
/// of keys there is another name, because one set of keys must open all that lies under it.
std::string backup_name(const VaultKey& vault_key);

}  // namespace daybook::vault
