#pragma once

#include "crypto/aead.h"

namespace daybook::crypto {

/// Work of one Argon2id computation (RFC 9106; one lane, as libsodium has it).
struct PasswordCost {
  std::uint32_t passes;
  std::uint32_t memory_kib;

  friend bool operator==(const PasswordCost&, const PasswordCost&) = default;
};

/// What new records get: 256 MiB, 3 passes.
constexpr PasswordCost kPasswordCost{3, 256 * 1024};
/// A header that asks for more than this is refused: it could only be there to hang the computer.
constexpr PasswordCost kMostPasswordCost{12, 2 * 1024 * 1024};

/// The cheapest cost this program accepts or writes. Defined in password_cost_shipped.cpp; tests link a cheaper one.
/// Without a lower bound, somebody who can write to the folder could swap in a header that gives the passphrase away
/// cheaply.
PasswordCost least_password_cost();
/// What this program uses for a new record. kPasswordCost, but cheap in tests.
PasswordCost default_password_cost();

bool is_accepted(const PasswordCost& cost);

using PasswordSalt = std::array<std::uint8_t, 16>;

/// Argon2id of the passphrase bytes, which the caller has normalised. Takes about a second and `memory_kib` of memory,
/// on purpose. Fails with `too_large` where that memory is not to be had.
Result<AeadKey> hash_passphrase(ByteView passphrase, const PasswordSalt& salt, const PasswordCost& cost);

}  // namespace daybook::crypto
