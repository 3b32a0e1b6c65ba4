#include "crypto/hkdf.h"

#include "crypto/hash.h"

namespace daybook::crypto {

void hkdf_sha256(ByteView key_material, ByteView salt, std::string_view info, MutableByteView output) {
  DAYBOOK_ASSERT(output.size() <= 255 * 32);
  const std::array<std::uint8_t, 32> zero_salt{};
  Sha256Digest pseudo_random_key = hmac_sha256(salt.empty() ? ByteView(zero_salt) : salt, key_material);
  Sha256Digest block{};
  SecretBuffer message(32 + info.size() + 1);
  std::size_t done = 0;
  for (std::uint8_t counter = 1; done < output.size(); ++counter) {
    // RFC 5869 section 2.3: T(n) = HMAC(PRK, T(n-1) || info || n), and T(0) is empty.
    const std::size_t previous = counter == 1 ? 0 : block.size();
    const MutableByteView m = message.expose_mutable().first(previous + info.size() + 1);
    copy_bytes(ByteView(block).first(previous), m.first(previous));
    copy_bytes(as_bytes(info), m.subspan(previous, info.size()));
    m.back() = counter;
    block = hmac_sha256(pseudo_random_key, m);
    const std::size_t count = std::min(block.size(), output.size() - done);
    copy_bytes(ByteView(block).first(count), output.subspan(done, count));
    done += count;
  }
  wipe(block);
  wipe(pseudo_random_key);
}

}  // namespace daybook::crypto
