#include "crypto/words.h"

#include "crypto/hash.h"
#include "crypto/random.h"

extern const char* const bip39_english_words[2048];  // generated from the pinned list, see packaging/

namespace daybook::crypto {

std::string key_words(const PublicKey& root_key) {
  Bytes message;
  append(message, as_bytes("vault-root-v1\n"));
  append(message, root_key.bytes());
  const Sha256Digest digest = Sha256::of(message);
  std::string words;
  std::uint32_t bits = 0;
  int count = 0;
  std::size_t next = 0;
  for (int word = 0; word < kKeyWords; ++word) {
    for (; count < 11; count += 8) bits = bits << 8 | digest[next++];
    count -= 11;
    if (word > 0) words += ' ';
    words += bip39_english_words[bits >> count & 2047];
  }
  return words;
}

SecretBuffer generate_passphrase(int words) {
  SecretBuffer passphrase;
  for (int i = 0; i < words; ++i) {
    if (i > 0) passphrase.append(as_bytes(" "));
    passphrase.append(as_bytes(bip39_english_words[random_below(2048)]));
  }
  return passphrase;
}

}  // namespace daybook::crypto
