#pragma once

#include <optional>

#include "crypto/password_hash.h"

namespace daybook::vault {

// The header file: what turns a passphrase into the vault key. 1024 bytes, no constant among them:
//
//   offset  size
//        0    16  salt of the password hash
//       16     8  passes and memory in KiB, little-endian, XORed with the start of SHA-256("cost" || salt) so that it
//       looks
//                 random; it is no secret
//       24   832  8 key slots of 104 bytes: nonce 24 || XChaCha20-Poly1305(format version u32 || vault key 32 || 28
//       zeros) || tag;
//                 associated data "slot" || layout 01 || passes || memory || salt || slot number; unused slots are
//                 random
//      856   168  nonce 24 || XChaCha20-Poly1305(generation u64 || kind of each slot 8 || 112 zeros) || tag under
//                 HKDF(vault key, "header"); associated data: bytes 0..855. This is the MAC over the whole header.
//
// The slot layout is frozen; the format version lies inside, so a record of a newer version is told from a wrong
// passphrase.

using VaultKey = crypto::SecretKey<32, struct VaultKeyTag>;

constexpr std::size_t kHeaderSize = 1024;
constexpr int kKeySlots = 8;
constexpr std::uint32_t kFormatVersion = 1;

enum class SlotKind : std::uint8_t { unused = 0, passphrase = 1, recovery = 2 };

class Header {
 public:
  /// A header without any used slot.
  static Header make(const crypto::PasswordCost& cost);

  struct Opened;
  /// Tries every slot and does not say which one failed. `wrong_passphrase` also when the bytes are damaged, which
  /// cannot be told apart; `newer_format`; `damaged` when a slot opened but the MAC over the header does not match.
  /// `secret` is a normalised passphrase or recovery code.
  static Result<Opened> open(ByteView file, ByteView secret);

  /// Puts the vault key into `slot` under a secret, replacing what was there. Costs one password hash.
  Result<void> fill_slot(int slot, SlotKind kind, ByteView secret, const VaultKey& vault_key);
  void clear_slot(int slot);
  std::optional<int> find_slot(SlotKind kind) const;

  std::uint64_t generation() const { return m_generation; }
  void set_generation(std::uint64_t generation) { m_generation = generation; }
  const crypto::PasswordCost& cost() const { return m_cost; }
  /// The 1024 bytes, sealed anew.
  Bytes serialize(const VaultKey& vault_key) const;

 private:
  Header() = default;
  Bytes slot_associated_data(int slot) const;

  crypto::PasswordSalt m_salt;
  crypto::PasswordCost m_cost;
  std::array<std::array<std::uint8_t, 104>, kKeySlots> m_slots;
  std::array<SlotKind, kKeySlots> m_kinds{};
  std::uint64_t m_generation = 0;
};

struct Header::Opened {
  Header header;
  VaultKey vault_key;
  SlotKind kind;
};

}  // namespace daybook::vault
