#pragma once

#include "crypto/bytes.h"

namespace daybook::crypto {

/// One recipient's part of an age header (C2SP age.md, "Recipient stanza"): `-> type argument...` and a body.
struct AgeStanza {
  std::vector<std::string> arguments;  // the first is the type; never empty
  Bytes body;
};

struct AgeHeader {
  std::vector<AgeStanza> stanzas;
  std::array<std::uint8_t, 32> mac;
  std::string authenticated_text;  // from the first byte to `---`, without the space: what the MAC covers
  std::uint64_t size;              // bytes of the whole header; the payload follows
};

/// Longest header that is read: a limit, so that a hostile file cannot make us hold it in memory.
constexpr std::size_t kMostAgeHeaderBytes = 64 * 1024;

/// Reads the header at the start of `source`. `malformed` when anything is not exactly as the grammar has it.
Result<AgeHeader> parse_age_header(ByteSource& source);

/// The text that the MAC covers, ending in `---`.
std::string serialize_age_stanzas(const std::vector<AgeStanza>& stanzas);
/// The whole header.
std::string serialize_age_header(const std::vector<AgeStanza>& stanzas, ByteView mac);

}  // namespace daybook::crypto
