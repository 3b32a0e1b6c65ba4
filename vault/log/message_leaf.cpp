#include "vault/log/message_leaf.h"

#include "crypto/chacha20.h"
#include "crypto/encoding.h"
#include "crypto/hkdf.h"
#include "crypto/short_hashes.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kPieceBytes = 16;
constexpr std::size_t kPieceValueBytes = 16;  // of the key stream, for each piece

std::array<std::uint8_t, 8> big_endian_bytes(std::uint64_t number) {
  std::array<std::uint8_t, 8> bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
  return bytes;
}

bool is_blank(std::uint8_t byte) { return byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x20; }

// The bytes of the character at `at`, and 1 where none is well formed there (RFC 3629).
std::size_t character_bytes(ByteView raw, std::size_t at) {
  const std::uint8_t first = raw[at];
  const std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (size == 1 || at + size > raw.size()) return 1;
  return crypto::is_utf8(as_text(raw.subspan(at, size))) ? size : 1;
}

}  // namespace

ReadingId reading_id_of(std::string_view head_line) {
  const crypto::Sha256Digest digest = crypto::Sha256::of(as_bytes(head_line));
  ReadingId id;
  copy_bytes(ByteView(digest).first(id.size()), id);
  return id;
}

Json to_json(const MessagesRoot& messages) {
  return Json{{"count", messages.count}, {"root", crypto::to_base64(messages.root)}};
}

std::optional<MessagesRoot> parse_messages_root(const Json& json) {
  const auto count = integer_member(json, "count");
  const auto root = crypto::exactly<32>(crypto::from_base64(text_member(json, "root").value_or("")));
  if (!count || *count < 0 || !root) return std::nullopt;
  return MessagesRoot{static_cast<std::uint64_t>(*count), *root};
}

std::optional<MessagesRoot> messages_in_entry(const Json& entry) {
  const auto member = entry.find("messages");
  return member == entry.end() ? std::nullopt : parse_messages_root(*member);
}

std::optional<MessagesRoot> messages_of(const Entry& entry) { return messages_in_entry(entry.json); }

crypto::Sha256Digest whole_digest(const crypto::Sha256Digest& salt, ByteView raw) {
  crypto::Sha256 hash;
  hash.update(salt);
  hash.update(raw);
  return hash.finish();
}

crypto::TreeHash message_leaf(const ReadingId& reading, std::uint64_t number, const crypto::Sha256Digest& whole,
                              const crypto::Sha256Digest& pieces) {
  // Canonical JSON (RFC 8785), written here because a conversation has a million of these.
  const std::string line = "{\"conversation\":\"" + crypto::to_hex(reading) + "\",\"n\":" + std::to_string(number) +
                           ",\"pieces\":\"" + crypto::to_hex(pieces) + "\",\"type\":\"message-v1\",\"whole\":\"" +
                           crypto::to_hex(whole) + "\"}";
  return crypto::leaf_hash(as_bytes(line));
}

std::vector<std::size_t> piece_ends(ByteView raw) {
  std::vector<std::size_t> ends;
  std::size_t begin = 0, at = 0;
  while (at < raw.size() && ends.size() + 1 < kMostPieces) {
    const std::size_t size = character_bytes(raw, at);
    const bool is_full = at + size - begin > kPieceBytes;
    const bool is_behind_blanks = at > begin && is_blank(raw[at - 1]) && !is_blank(raw[at]);
    if (is_full || is_behind_blanks) {
      ends.push_back(at);
      begin = at;
    } else {
      at += size;
    }
  }
  if (begin < raw.size()) ends.push_back(raw.size());
  return ends;
}

MessageLeaves::MessageLeaves(const ReadingId& reading, const ReadingKey& key)
    : m_reading(reading), m_key(key.duplicate()) {
  crypto::hkdf_sha256(m_key.expose(), {}, "pieces", m_piece_key.expose_mutable());
}

crypto::Sha256Digest MessageLeaves::salt(std::uint64_t number) const {
  std::array<std::uint8_t, 5 + 8> message;
  copy_bytes(as_bytes("whole"), MutableByteView(message).first(5));
  copy_bytes(big_endian_bytes(number), MutableByteView(message).subspan(5));
  return crypto::hmac_sha256(m_key.expose(), message);
}

crypto::Sha256Digest MessageLeaves::pieces_digest(std::uint64_t number, ByteView raw) {
  const std::vector<std::size_t> ends = piece_ends(raw);
  const std::size_t needed = ends.size() * kPieceValueBytes;
  if (m_stream.size() < needed) m_stream = crypto::ContentBuffer(needed);
  const MutableByteView values = m_stream.first(needed);
  crypto::ChaCha20Nonce nonce{};
  copy_bytes(big_endian_bytes(number), MutableByteView(nonce).subspan(4));
  crypto::chacha20_key_stream(m_piece_key, nonce, values);
  crypto::ShortHashes hashes;
  crypto::Sha256 all;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    all.update(hashes.of(values.subspan(i * kPieceValueBytes, kPieceValueBytes), raw.subspan(begin, ends[i] - begin)));
    begin = ends[i];
  }
  return all.finish();
}

crypto::TreeHash MessageLeaves::leaf(std::uint64_t number, ByteView raw) {
  return message_leaf(m_reading, number, whole_digest(salt(number), raw), pieces_digest(number, raw));
}

}  // namespace daybook::vault
