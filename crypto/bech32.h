#pragma once

#include "crypto/secret.h"

namespace daybook::crypto {

/// Bech32 (BIP 173) in lower case, without the limit of 90 characters, as age has its public keys.
std::string bech32_encode(std::string_view human_readable_part, ByteView data);

/// Bech32 (BIP 173) in upper case, as age has its secret keys. No part of the text is ever outside guarded memory.
SecretBuffer bech32_encode_secret(std::string_view human_readable_part, ByteView data);

/// The data of a Bech32 text (BIP 173) in either case. `malformed` when the human readable part is not `expected_part`
/// (given in lower case), the case is mixed, the checksum is wrong, or the padding bits are not zero.
Result<SecretBuffer> bech32_decode(std::string_view expected_part, std::string_view text);

}  // namespace daybook::crypto
