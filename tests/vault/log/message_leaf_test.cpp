#include "vault/log/message_leaf.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/encoding.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

std::vector<std::string> pieces_of(std::string_view raw) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (const std::size_t end : piece_ends(as_bytes(raw))) {
    pieces.emplace_back(raw.substr(begin, end - begin));
    begin = end;
  }
  return pieces;
}

ReadingKey counting_key() {
  ReadingKey key;
  for (std::size_t i = 0; i < 32; ++i) key.expose_mutable()[i] = static_cast<std::uint8_t>(0x40 + i);
  return key;
}

ReadingId counting_id() {
  ReadingId id;
  for (std::size_t i = 0; i < id.size(); ++i) id[i] = static_cast<std::uint8_t>(i);
  return id;
}

}  // namespace

TEST_CASE("the leaf of a message is that of the vector in the format page") {
  const std::string_view raw = "03/05/2025, 22:58 - S: call me on 07700 900123 please";
  MessageLeaves leaves(counting_id(), counting_key());
  CHECK(crypto::to_hex(whole_digest(leaves.salt(118), as_bytes(raw))) ==
        "30bda41bd71a50d99328cdae1cc655e5fa832131a335c8bf84ccc0dc8ce0dc3a");
  CHECK(crypto::to_hex(leaves.pieces_digest(118, as_bytes(raw))) ==
        "8681de129b521b9bcaca04cb77f49ab67526b0373a8f747986944835407fc1c7");
  CHECK(crypto::to_hex(leaves.leaf(118, as_bytes(raw))) ==
        "22dd9fd19887d0a8fbed7531634f3bab955db189063e36031b95adf5b09ddb17");
}

TEST_CASE("pieces end behind blanks, and before a character that would make them too long") {
  using Pieces = std::vector<std::string>;
  CHECK(pieces_of("") == Pieces{});
  CHECK(pieces_of("one two  three\r\n") == Pieces{"one ", "two  ", "three\r\n"});
  CHECK(pieces_of("  begins with blanks") == Pieces{"  ", "begins ", "with ", "blanks"});
  CHECK(pieces_of("0123456789abcdefg") == Pieces{"0123456789abcdef", "g"});
  CHECK(pieces_of("0123456789abcde\xc3\xa9") == Pieces{"0123456789abcde", "\xc3\xa9"});
  // A byte that begins no character counts for itself: here it is the sixteenth.
  CHECK(pieces_of("0123456789abcde\xc3z") == Pieces{"0123456789abcde\xc3", "z"});
  CHECK(pieces_of(std::string(20, ' ') + "x") == Pieces{std::string(16, ' '), std::string(4, ' '), "x"});
}

TEST_CASE("a message has at most 4096 pieces, and the last one holds all the rest") {
  std::string raw;
  for (int i = 0; i < 5000; ++i) raw += "a ";
  const std::vector<std::size_t> ends = piece_ends(as_bytes(raw));
  REQUIRE(ends.size() == kMostPieces);
  CHECK(ends[kMostPieces - 2] == 2 * (kMostPieces - 1));
  CHECK(ends.back() == raw.size());
}

TEST_CASE("leaves differ when number, bytes, reading or key do") {
  const Bytes raw(as_bytes("same").begin(), as_bytes("same").end());
  MessageLeaves leaves(counting_id(), counting_key());
  const crypto::TreeHash leaf = leaves.leaf(1, raw);
  CHECK(leaves.leaf(1, raw) == leaf);
  CHECK(leaves.leaf(2, raw) != leaf);
  CHECK(leaves.leaf(1, as_bytes("Same")) != leaf);
  CHECK(MessageLeaves(ReadingId{}, counting_key()).leaf(1, raw) != leaf);
  CHECK(MessageLeaves(counting_id(), ReadingKey()).leaf(1, raw) != leaf);
}

TEST_CASE("what an entry says of messages is read as it was written") {
  MessagesRoot messages{5412, {}};
  messages.root[0] = 7;
  CHECK(parse_messages_root(to_json(messages)) == messages);
  Json more = to_json(messages);
  more["also"] = 1;
  CHECK(parse_messages_root(more) == messages);
  CHECK_FALSE(parse_messages_root(Json{{"count", -1}, {"root", to_json(messages)["root"]}}));
  CHECK_FALSE(parse_messages_root(Json{{"count", 1}, {"root", "AAAA"}}));
  CHECK_FALSE(parse_messages_root(Json(nullptr)));
}
