#include "crypto/password_hash.h"

#include <sodium.h>

namespace daybook::crypto {

bool is_accepted(const PasswordCost& cost) {
  const PasswordCost least = least_password_cost();
  return cost.passes >= least.passes && cost.passes <= kMostPasswordCost.passes &&
         cost.memory_kib >= least.memory_kib && cost.memory_kib <= kMostPasswordCost.memory_kib;
}

Result<AeadKey> hash_passphrase(ByteView passphrase, const PasswordSalt& salt, const PasswordCost& cost) {
  initialize();
  DAYBOOK_ASSERT(is_accepted(cost));
  static_assert(std::tuple_size_v<PasswordSalt> == crypto_pwhash_argon2id_SALTBYTES);
  AeadKey key;
  if (crypto_pwhash_argon2id(key.expose_mutable().data(), key.expose().size(),
                             reinterpret_cast<const char*>(passphrase.data()), passphrase.size(), salt.data(),
                             cost.passes, std::size_t{cost.memory_kib} * 1024,
                             crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
    return Error{ErrorCode::too_large, "memory for the password hash"};
  }
  return key;
}

}  // namespace daybook::crypto
