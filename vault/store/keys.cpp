#include "vault/store/keys.h"

#include "crypto/encoding.h"
#include "crypto/hkdf.h"

namespace daybook::vault {

DerivedKeys DerivedKeys::from(const VaultKey& vault_key) {
  DerivedKeys keys{crypto::SecretBuffer(48), crypto::derive_key<crypto::AeadKey>(vault_key.expose(), {}, "objects"),
                   crypto::derive_key<crypto::AeadKey>(vault_key.expose(), {}, "draft")};
  crypto::hkdf_sha256(vault_key.expose(), {}, "database", keys.database.expose_mutable().first(32));
  crypto::hkdf_sha256(vault_key.expose(), {}, "database salt", keys.database.expose_mutable().subspan(32));
  return keys;
}

std::string backup_name(const VaultKey& vault_key) {
  std::array<std::uint8_t, 8> name;
  crypto::hkdf_sha256(vault_key.expose(), {}, "backup", name);
  return crypto::to_hex(name);
}

}  // namespace daybook::vault
