#pragma once

#include "crypto/secret.h"

namespace daybook::crypto {

/// HKDF-SHA-256 (RFC 5869) into `output`, of at most 8160 bytes. An empty salt counts as 32 zero bytes (section 2.2).
void hkdf_sha256(ByteView key_material, ByteView salt, std::string_view info, MutableByteView output);

/// A key for the one purpose that `info` names, by HKDF-SHA-256 (RFC 5869).
template <class Key>
Key derive_key(ByteView key_material, ByteView salt, std::string_view info) {
  Key key;
  hkdf_sha256(key_material, salt, info, key.expose_mutable());
  return key;
}

}  // namespace daybook::crypto
