#pragma once

#include <optional>

#include "crypto/bytes.h"

namespace daybook::crypto {

std::string to_hex(ByteView bytes);
/// The bytes of lower-case hexadecimal text, or nothing: capitals and odd lengths are refused, so that bytes have one
/// spelling.
std::optional<Bytes> from_hex(std::string_view text);

/// Base64 of RFC 4648 section 4, with padding.
std::string to_base64(ByteView bytes);
/// The bytes of base64 text, or nothing unless it is spelled as to_base64() spells it: full padding, unused bits zero
/// (RFC 4648 section 3.5), no blanks.
std::optional<Bytes> from_base64(std::string_view text);

/// Base64 of RFC 4648 section 4 without padding, as age headers have it (C2SP age.md).
std::string to_base64_unpadded(ByteView bytes);
/// The bytes of base64 text without padding, or nothing unless it is spelled as to_base64_unpadded() spells it.
std::optional<Bytes> from_base64_unpadded(std::string_view text);

/// The number of a decimal text as checkpoints have it (C2SP tlog-checkpoint.md), or nothing when the text has a sign,
/// a leading zero or anything but digits, or the number is above `limit`.
std::optional<std::uint64_t> from_decimal(std::string_view text, std::uint64_t limit);

/// The N bytes in `decoded`, or nothing when it holds nothing or another number of bytes.
template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> exactly(const std::optional<Bytes>& decoded) {
  if (!decoded || decoded->size() != N) return std::nullopt;
  std::array<std::uint8_t, N> result;
  copy_bytes(*decoded, result);
  return result;
}

/// Whether `text` is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool is_utf8(std::string_view text);

}  // namespace daybook::crypto
