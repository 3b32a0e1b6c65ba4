#pragma once

#include "crypto/secret.h"

namespace daybook::test {

// These functions find out whether a secret is left in the memory of this process.

/// A secret to look for. It is held in a changed form only, so that the search does not find the needle itself.
class Needle {
 public:
  explicit Needle(ByteView secret);
  /// Whether the size() bytes from `place` on are the secret.
  bool is_at(const std::uint8_t* place) const;
  std::size_t size() const { return m_hidden.size(); }

 private:
  Bytes m_hidden;
};

/// How often the secret stands in the writable memory of this process.
int hits_in_memory(const Needle& needle);

/// Skips the test that calls it: a sanitizer maps terabytes of its own, and keeps what was freed on purpose.
void skip_under_sanitizers();

/// 24 random letters, which therefore stand in no file and no program.
crypto::SecretBuffer random_passphrase();

}  // namespace daybook::test
