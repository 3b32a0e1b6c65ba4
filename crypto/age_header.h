#pragma once

#include "crypto/bytes.h"

namespace daybook::crypto {

/// One recipient's part of an age header (C2SP age.md, "Recipient stanza"): `-> type argument...` and a body.
struct AgeStanza {
  std::vector<std::string> arguments;  // the first is the type; never empty
  Bytes body;
};

/// What stands before the payload of an age file (C2SP age.md, "Header").
struct AgeHeader {
  std::vector<AgeStanza> stanzas;
  std::array<std::uint8_t, 32> mac;
  std::string authenticated_text;  // what the MAC covers: from the first byte to `---`, without the space after it
  std::uint64_t size;              // bytes of the whole header; the payload follows
};

/// The longest header that is read. The limit keeps a hostile file from filling the memory before its MAC is checked.
constexpr std::size_t kMostAgeHeaderBytes = 64 * 1024;

/// Reads the header at the start of `source`, without checking its MAC. `malformed` when anything is not exactly as the
/// grammar has it, or the header is longer than kMostAgeHeaderBytes.
Result<AgeHeader> parse_age_header(ByteSource& source);

/// The part of a header that its MAC covers, ending in `---`.
std::string serialize_age_stanzas(const std::vector<AgeStanza>& stanzas);
/// A whole header, ending in LF.
std::string serialize_age_header(const std::vector<AgeStanza>& stanzas, ByteView mac);

}  // namespace daybook::crypto
