#include "vault/bundle/password_key.h"

#include "crypto/age.h"

namespace daybook::vault {

Result<std::vector<crypto::AgeIdentity>> open_password_key(ByteView file, crypto::SecretBuffer passphrase) {
  crypto::AgeKeys by_passphrase;
  by_passphrase.passphrase = std::move(passphrase);
  MemorySource source(file);
  TRY_ASSIGN(auto reader, crypto::AgeReader::open(source, by_passphrase));
  if (reader.size() > kMostPasswordKeyBytes) return Error{ErrorCode::malformed, kPasswordKeyName};
  crypto::SecretBuffer text(static_cast<std::size_t>(reader.size()));
  TRY(reader.read_at(0, text.expose_mutable()));
  return crypto::parse_identity_file(text.expose_text());
}

}  // namespace daybook::vault
