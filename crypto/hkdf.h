#pragma once

#include "crypto/secret.h"

namespace daybook::crypto {

/// HKDF-SHA-256 (RFC 5869) into `output`, at most 8160 bytes. An empty salt counts as 32 zero bytes, as the RFC says.
void hkdf_sha256(ByteView key_material, ByteView salt, std::string_view info, MutableByteView output);

/// A key derived for one named purpose.
template <class Key>
Key derive_key(ByteView key_material, ByteView salt, std::string_view info) {
  Key key;
  hkdf_sha256(key_material, salt, info, key.expose_mutable());
  return key;
}

}  // namespace daybook::crypto
