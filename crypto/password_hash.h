#pragma once

#include "crypto/aead.h"

namespace daybook::crypto {

/// Work of one Argon2id computation (RFC 9106; one lane, as libsodium has it).
struct PasswordCost {
  std::uint32_t passes;
  std::uint32_t memory_kib;

  friend bool operator==(const PasswordCost&, const PasswordCost&) = default;
};

/// The cost of new records: 3 passes over 256 MiB.
constexpr PasswordCost kPasswordCost{3, 256 * 1024};
/// The most that a header may ask for: 6 passes over 1 GiB, eight times the cost of new records, which leaves room for
/// faster computers. Who can write to the folder could else make each try to open it take minutes.
constexpr PasswordCost kMostPasswordCost{6, 1024 * 1024};

/// The cheapest cost that this program accepts or writes. Without a lower bound, somebody who can write to the folder
/// could put a header there that makes trying out passphrases cheap. crypto/password_cost_shipped.cpp has the bound of
/// the program, and tests link a lower one, so that they do not wait.
PasswordCost least_password_cost();
/// The cost of a new record: kPasswordCost in the program, next to nothing in tests.
PasswordCost default_password_cost();

/// Whether a cost is neither below least_password_cost() nor above kMostPasswordCost, in passes and in memory.
bool is_accepted(const PasswordCost& cost);

using PasswordSalt = std::array<std::uint8_t, 16>;

/// Argon2id (RFC 9106) of the passphrase bytes, which the caller has normalised. Takes about a second and
/// `cost.memory_kib` of memory, so that trying out passphrases is slow. `cost` must be one that is_accepted().
/// `too_large` where that memory is not to be had.
Result<AeadKey> hash_passphrase(ByteView passphrase, const PasswordSalt& salt, const PasswordCost& cost);

}  // namespace daybook::crypto
