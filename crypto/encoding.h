#pragma once

#include <optional>

#include "crypto/bytes.h"

namespace daybook::crypto {

/// Lower-case hexadecimal.
std::string to_hex(ByteView bytes);
/// Lower case only, even length; anything else is nothing.
std::optional<Bytes> from_hex(std::string_view text);

/// RFC 4648 section 4, with padding.
std::string to_base64(ByteView bytes);
/// Canonical only: right padding, unused bits zero, no blanks.
std::optional<Bytes> from_base64(std::string_view text);

/// RFC 4648 section 4 without padding, as age writes it.
std::string to_base64_unpadded(ByteView bytes);
std::optional<Bytes> from_base64_unpadded(std::string_view text);

/// A decimal number as checkpoints write it: no sign, no leading zero, at most `limit`.
std::optional<std::uint64_t> from_decimal(std::string_view text, std::uint64_t limit);

/// Exactly N bytes from `decoded`, or nothing.
template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> exactly(const std::optional<Bytes>& decoded) {
  if (!decoded || decoded->size() != N) return std::nullopt;
  std::array<std::uint8_t, N> result;
  copy_bytes(*decoded, result);
  return result;
}

/// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view text);

}  // namespace daybook::crypto
