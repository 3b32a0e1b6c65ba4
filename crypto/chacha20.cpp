#include "crypto/chacha20.h"

#include <sodium.h>

namespace daybook::crypto {

void chacha20_key_stream(const ChaCha20Key& key, const ChaCha20Nonce& nonce, MutableByteView stream) {
  initialize();
  crypto_stream_chacha20_ietf(stream.data(), stream.size(), nonce.data(), key.expose().data());
}

}  // namespace daybook::crypto
