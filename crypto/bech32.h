#pragma once

#include "crypto/secret.h"

namespace daybook::crypto {

/// Bech32 (BIP 173 checksum, no length limit), as age uses it for its keys. Lower case.
std::string bech32_encode(std::string_view human_readable_part, ByteView data);

/// The same for secret data: upper case, in guarded memory from beginning to end.
SecretBuffer bech32_encode_secret(std::string_view human_readable_part, ByteView data);

/// The data of `text`, whose human readable part must be `expected_part` (given in lower case). Mixed case, a wrong
/// checksum or non-zero padding bits are malformed.
Result<SecretBuffer> bech32_decode(std::string_view expected_part, std::string_view text);

}  // namespace daybook::crypto
