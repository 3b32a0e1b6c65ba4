#pragma once

#include "crypto/chacha20.h"
#include "crypto/growing_tree.h"
#include "crypto/secret.h"
#include "vault/log/entry.h"

namespace daybook::vault {

// One message of a conversation can be shown alone: the entry of a reading has the root of a Merkle tree (RFC 6962)
// over one leaf for each message. A leaf commits to the bytes of its message twice, as a whole and in pieces of a word
// or so, under values that follow from a key which stays in the reading. Whoever has a leaf, or is shown other
// messages, cannot try out what a message that was left out may have said (vault/bundle/format.md).

/// The key of a reading. It must go out with no part of a conversation: with it, what was left out could be guessed at.
using ReadingKey = crypto::SecretKey<32, struct ReadingKeyTag>;
/// The id of a reading: the first bytes of the SHA-256 of its first line.
using ReadingId = std::array<std::uint8_t, 16>;
ReadingId reading_id_of(std::string_view head_line);

/// What the entry of a reading says of its messages.
struct MessagesRoot {
  std::uint64_t count = 0;
  crypto::TreeHash root{};

  bool operator==(const MessagesRoot&) const = default;
};
/// The member `messages` of an entry.
Json to_json(const MessagesRoot& messages);
/// The same read, whatever else stands there. Nothing where it is not there.
std::optional<MessagesRoot> parse_messages_root(const Json& json);
/// What an entry says of the messages of its reading. Nothing where it is the entry of something else.
std::optional<MessagesRoot> messages_of(const Entry& entry);
std::optional<MessagesRoot> messages_in_entry(const Json& entry);

/// SHA-256(salt || raw): what a leaf holds of a whole message.
crypto::Sha256Digest whole_digest(const crypto::Sha256Digest& salt, ByteView raw);
/// The leaf of message `number`, from 1, of the reading with this id.
crypto::TreeHash message_leaf(const ReadingId& reading, std::uint64_t number, const crypto::Sha256Digest& whole,
                              const crypto::Sha256Digest& pieces);

/// Where the pieces of a message end, the last one at its end. A piece ends behind a run of blanks, or before the
/// character or byte with which it would have more than 16 bytes; piece kMostPieces is all the rest.
std::vector<std::size_t> piece_ends(ByteView raw);
constexpr std::size_t kMostPieces = 4096;

/// Makes the leaves of a reading under its key. One thread at a time.
class MessageLeaves {
 public:
  MessageLeaves(const ReadingId& reading, const ReadingKey& key);

  /// The value under which `whole` of message `number` stands. With it and the message anybody can make `whole` again.
  crypto::Sha256Digest salt(std::uint64_t number) const;
  /// What a leaf holds of the pieces of a message.
  crypto::Sha256Digest pieces_digest(std::uint64_t number, ByteView raw);
  /// The leaf of message `number`, whose bytes in the export are `raw`.
  crypto::TreeHash leaf(std::uint64_t number, ByteView raw);

 private:
  ReadingId m_reading;
  ReadingKey m_key;
  crypto::ChaCha20Key m_piece_key;
  crypto::ContentBuffer m_stream{0};  // one value for each piece, of the message that is at hand
};

}  // namespace daybook::vault
