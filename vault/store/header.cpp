#include "vault/store/header.h"

#include "crypto/hash.h"
#include "crypto/hkdf.h"
#include "crypto/random.h"

namespace daybook::vault {
namespace {

using crypto::AeadKey;

constexpr std::size_t kCostOffset = 16;
constexpr std::size_t kSlotsOffset = 24;
constexpr std::size_t kSlotSize = 104;
constexpr std::size_t kSlotPlaintextSize = 64;
constexpr std::size_t kTailOffset = kSlotsOffset + kKeySlots * kSlotSize;
constexpr std::size_t kTailPlaintextSize = 128;
constexpr std::size_t kHeadOffset = 16;  // in what the tail encrypts
constexpr std::uint8_t kSlotLayout = 1;
static_assert(kTailOffset + crypto::kXChaChaNonceSize + kTailPlaintextSize + crypto::kAeadTagSize == kHeaderSize);

void mask_cost(const crypto::PasswordSalt& salt, MutableByteView cost) {
  Bytes message;
  append(message, as_bytes("cost"));
  append(message, salt);
  const auto mask = crypto::Sha256::of(message);
  for (std::size_t i = 0; i < 8; ++i) cost[i] ^= mask[i];
}

AeadKey tail_key(const VaultKey& vault_key) { return crypto::derive_key<AeadKey>(vault_key.expose(), {}, "header"); }

}  // namespace

Header Header::make(const crypto::PasswordCost& cost) {
  DAYBOOK_ASSERT(crypto::is_accepted(cost));
  Header header;
  crypto::fill_random(header.m_salt);
  header.m_cost = cost;
  for (int slot = 0; slot < kKeySlots; ++slot) header.clear_slot(slot);
  return header;
}

Bytes Header::slot_associated_data(int slot) const {
  Bytes data;
  append(data, as_bytes("slot"));
  std::array<std::uint8_t, 13> numbers;
  numbers[0] = kSlotLayout;
  store_little_endian<4>(MutableByteView(numbers).subspan(1), m_cost.passes);
  store_little_endian<4>(MutableByteView(numbers).subspan(5), m_cost.memory_kib);
  store_little_endian<4>(MutableByteView(numbers).subspan(9), static_cast<std::uint64_t>(slot));
  append(data, numbers);
  append(data, m_salt);
  return data;
}

Result<Header::Opened> Header::open(ByteView file, ByteView secret) {
  const Error wrong{ErrorCode::wrong_passphrase, ""};
  if (file.size() != kHeaderSize) return Error{ErrorCode::damaged, "key file has the wrong size"};
  Header header;
  copy_bytes(file.first(16), header.m_salt);
  std::array<std::uint8_t, 8> cost;
  copy_bytes(file.subspan(kCostOffset, 8), cost);
  mask_cost(header.m_salt, cost);
  header.m_cost = {static_cast<std::uint32_t>(load_little_endian<4>(cost)),
                   static_cast<std::uint32_t>(load_little_endian<4>(ByteView(cost).subspan(4)))};
  if (!crypto::is_accepted(header.m_cost))
    return Error{ErrorCode::damaged, "key file asks for a password hash out of bounds"};
  for (int slot = 0; slot < kKeySlots; ++slot)
    copy_bytes(file.subspan(kSlotsOffset + slot * kSlotSize, kSlotSize), header.m_slots[slot]);

  TRY_ASSIGN(const AeadKey wrapping_key, crypto::hash_passphrase(secret, header.m_salt, header.m_cost));
  for (int slot = 0; slot < kKeySlots; ++slot) {
    const auto plaintext =
        crypto::open_with_nonce(wrapping_key, header.m_slots[slot], header.slot_associated_data(slot));
    if (!plaintext) continue;
    if (load_little_endian<4>(plaintext->expose()) > kFormatVersion) return Error{ErrorCode::newer_format, ""};
    VaultKey vault_key = VaultKey::copy_of(plaintext->expose().subspan(4, 32));
    const auto tail = crypto::open_with_nonce(tail_key(vault_key), file.subspan(kTailOffset), file.first(kTailOffset));
    if (!tail) return Error{ErrorCode::damaged, "key file"};
    header.m_generation = load_little_endian<8>(tail->expose());
    for (int i = 0; i < kKeySlots; ++i) header.m_kinds[i] = static_cast<SlotKind>(tail->expose()[8 + i]);
    header.m_noted_head.size = load_little_endian<8>(tail->expose().subspan(kHeadOffset));
    copy_bytes(tail->expose().subspan(kHeadOffset + 8, 32), header.m_noted_head.root);
    const SlotKind kind = header.m_kinds[slot];
    return Opened{std::move(header), std::move(vault_key), kind};
  }
  return wrong;
}

Result<void> Header::fill_slot(int slot, SlotKind kind, ByteView secret, const VaultKey& vault_key) {
  TRY_ASSIGN(const AeadKey wrapping_key, crypto::hash_passphrase(secret, m_salt, m_cost));
  crypto::SecretBuffer plaintext(kSlotPlaintextSize);
  store_little_endian<4>(plaintext.expose_mutable(), kFormatVersion);
  copy_bytes(vault_key.expose(), plaintext.expose_mutable().subspan(4, 32));
  copy_bytes(crypto::encrypt_with_random_nonce(wrapping_key, plaintext.expose(), slot_associated_data(slot)),
             m_slots[slot]);
  m_kinds[slot] = kind;
  return {};
}

void Header::clear_slot(int slot) {
  crypto::fill_random(m_slots[slot]);
  m_kinds[slot] = SlotKind::unused;
}

std::optional<int> Header::find_slot(SlotKind kind) const {
  for (int slot = 0; slot < kKeySlots; ++slot) {
    if (m_kinds[slot] == kind) return slot;
  }
  return std::nullopt;
}

Bytes Header::serialize(const VaultKey& vault_key) const {
  Bytes file(m_salt.begin(), m_salt.end());
  std::array<std::uint8_t, 8> cost;
  store_little_endian<4>(cost, m_cost.passes);
  store_little_endian<4>(MutableByteView(cost).subspan(4), m_cost.memory_kib);
  mask_cost(m_salt, cost);
  append(file, cost);
  for (const auto& slot : m_slots) append(file, slot);
  crypto::SecretBuffer tail(kTailPlaintextSize);
  store_little_endian<8>(tail.expose_mutable(), m_generation);
  for (int i = 0; i < kKeySlots; ++i) tail.expose_mutable()[8 + i] = static_cast<std::uint8_t>(m_kinds[i]);
  store_little_endian<8>(tail.expose_mutable().subspan(kHeadOffset), m_noted_head.size);
  copy_bytes(m_noted_head.root, tail.expose_mutable().subspan(kHeadOffset + 8, 32));
  append(file, crypto::encrypt_with_random_nonce(tail_key(vault_key), tail.expose(), file));
  return file;
}

}  // namespace daybook::vault
