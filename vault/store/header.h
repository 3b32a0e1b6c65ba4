#pragma once

#include <optional>

#include "crypto/hash.h"
#include "crypto/password_hash.h"

namespace daybook::vault {

// The header file turns a passphrase into the vault key. It has 1024 bytes, of which none is the same in all records:
//
// clang-format off
//   offset  size
//        0    16  salt of the password hash
//       16     8  passes u32 || memory in KiB u32, XORed with the start of SHA-256("cost" || salt), so that they, which
//                 are no secret, look random
//       24   832  8 key slots of 104 bytes: nonce 24 || XChaCha20-Poly1305 under the password hash, of
//                 format version u32 || vault key 32 || 28 zeros; associated data: "slot" || layout 01 || passes u32 ||
//                 memory u32 || slot number u32 || salt 16; a slot that is not used is random
//      856   168  nonce 24 || XChaCha20-Poly1305 under HKDF(vault key, "header"), of generation u64 ||
//                 kind of each slot 8 || size of the noted log u64 || its root 32 || 72 zeros; associated data: bytes
//                 0 to 855, so that its tag is the MAC over the whole header
// clang-format on
//
// Numbers are little-endian, and a tag of 16 bytes ends each ciphertext. The layout of a slot never changes. The format
// version stands inside, so that a record of a newer version is told from a wrong passphrase.

using VaultKey = crypto::SecretKey<32, struct VaultKeyTag>;

constexpr std::size_t kHeaderSize = 1024;
constexpr int kKeySlots = 8;
constexpr std::uint32_t kFormatVersion = 1;

/// The head of the log that the headers know of: how many entries it had, and the root of its tree. Of size 0 where
/// none was noted.
struct NotedHead {
  std::uint64_t size = 0;
  crypto::Sha256Digest root{};
  friend bool operator==(const NotedHead&, const NotedHead&) = default;
};

enum class SlotKind : std::uint8_t { unused = 0, passphrase = 1, recovery = 2 };

/// The key slots of a record, by which a passphrase or a recovery code gives the vault key.
class Header {
 public:
  /// A header with a random salt, in which no slot is used.
  static Header make(const crypto::PasswordCost& cost);

  struct Opened;
  /// Tries `secret`, a normalised passphrase or recovery code, on every slot. Costs one password hash.
  /// `wrong_passphrase` when no slot opens: another secret and a damaged slot look the same. `newer_format` when a slot
  /// opens and says so. `damaged` when the file has another size, the cost is out of bounds, or a slot opens and the
  /// MAC over the header does not match. `too_large` when the memory for the password hash is not to be had.
  static Result<Opened> open(ByteView file, ByteView secret);

  /// Puts the vault key into `slot` (0 to 7) under a normalised secret, replacing what was there. Costs one password
  /// hash, and fails with `too_large` when the memory for it is not to be had.
  Result<void> fill_slot(int slot, SlotKind kind, ByteView secret, const VaultKey& vault_key);
  /// Fills a slot with random bytes, which nobody can tell from a used one.
  void clear_slot(int slot);
  std::optional<int> find_slot(SlotKind kind) const;

  /// A number that grows by one with each change of the slots. By it an old header that was put back is noticed.
  std::uint64_t generation() const { return m_generation; }
  void set_generation(std::uint64_t generation) { m_generation = generation; }
  /// By the noted head an old database that was put back is noticed.
  const NotedHead& noted_head() const { return m_noted_head; }
  void set_noted_head(const NotedHead& head) { m_noted_head = head; }
  const crypto::PasswordCost& cost() const { return m_cost; }
  /// The 1024 bytes of the file, with a new MAC.
  Bytes serialize(const VaultKey& vault_key) const;

 private:
  Header() = default;
  Bytes slot_associated_data(int slot) const;

  crypto::PasswordSalt m_salt;
  crypto::PasswordCost m_cost;
  std::array<std::array<std::uint8_t, 104>, kKeySlots> m_slots;
  std::array<SlotKind, kKeySlots> m_kinds{};
  std::uint64_t m_generation = 0;
  NotedHead m_noted_head;
};

struct Header::Opened {
  Header header;
  VaultKey vault_key;
  SlotKind kind;
};

}  // namespace daybook::vault
