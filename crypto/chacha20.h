#pragma once

#include "crypto/secret.h"

namespace daybook::crypto {

using ChaCha20Key = SecretKey<32, struct ChaCha20KeyTag>;
using ChaCha20Nonce = std::array<std::uint8_t, 12>;

/// The key stream of ChaCha20 (RFC 8439, section 2.4) from block 0 on, into all of `stream`. One key and nonce give one
/// stream: whoever uses its bytes for two things lets one of them tell of the other.
void chacha20_key_stream(const ChaCha20Key& key, const ChaCha20Nonce& nonce, MutableByteView stream);

}  // namespace daybook::crypto
