#include "crypto/recovery_code.h"

#include "crypto/random.h"

namespace daybook::crypto {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t kCharacters = 28;
constexpr std::size_t kChecked = 26;
constexpr std::size_t kGroup = 4;

// `a` times x in GF(32), whose elements are polynomials modulo x^5 + x^2 + 1.
std::uint8_t times_x(std::uint8_t a) {
  return static_cast<std::uint8_t>((a << 1 ^ ((a & 16) != 0 ? 0b100101 : 0)) & 31);
}

std::uint8_t multiply(std::uint8_t a, std::uint8_t b) {
  std::uint8_t product = 0;
  for (; b != 0; b >>= 1, a = times_x(a)) {
    if ((b & 1) != 0) product ^= a;
  }
  return product;
}

// The two check symbols: the remainder of the message times X^2 by the generator (X + a)(X + a^2), where a = x. Any two
// codes then differ in three characters at least.
std::array<std::uint8_t, 2> checksum(ByteView message) {
  const std::uint8_t a = 2, a2 = multiply(a, a);
  const std::uint8_t g1 = a ^ a2, g0 = multiply(a, a2);
  std::array<std::uint8_t, 2> rest{};
  for (const std::uint8_t symbol : message) {
    const std::uint8_t factor = symbol ^ rest[0];
    rest = {static_cast<std::uint8_t>(rest[1] ^ multiply(factor, g1)), multiply(factor, g0)};
  }
  return rest;
}

int value_of(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == '0') c = 'O';
  if (c == '1') c = 'I';
  if (c == '8') c = 'B';
  const std::size_t value = kAlphabet.find(c);
  return value == std::string_view::npos ? -1 : static_cast<int>(value);
}

bool is_separator(char c) { return c == '-' || c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

SecretBuffer generate_recovery_code() {
  SecretBuffer symbols(kCharacters);
  const MutableByteView s = symbols.expose_mutable();
  fill_random(s.first(kChecked));
  for (std::uint8_t& symbol : s.first(kChecked)) symbol &= 31;
  const auto check = checksum(s.first(kChecked));
  copy_bytes(check, s.subspan(kChecked));
  SecretBuffer text;
  for (std::size_t i = 0; i < kCharacters; ++i) {
    if (i > 0 && i % kGroup == 0) text.append(as_bytes("-"));
    text.append(as_bytes(kAlphabet.substr(s[i], 1)));
  }
  return text;
}

bool looks_like_recovery_code(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    if (is_separator(c)) continue;
    if (value_of(c) < 0) return false;
    ++count;
  }
  return count == kCharacters;
}

Result<SecretBuffer> normalize_recovery_code(std::string_view text) {
  const Error malformed{ErrorCode::malformed, "recovery code"};
  SecretBuffer symbols, characters;
  for (const char c : text) {
    if (is_separator(c)) continue;
    const int value = value_of(c);
    if (value < 0) return malformed;
    const auto symbol = static_cast<std::uint8_t>(value);
    symbols.append({&symbol, 1});
    characters.append(as_bytes(kAlphabet.substr(symbol, 1)));
  }
  if (symbols.size() != kCharacters) return malformed;
  const auto check = checksum(symbols.expose().first(kChecked));
  if (!equal_bytes(check, symbols.expose().subspan(kChecked))) return malformed;
  return characters;
}

}  // namespace daybook::crypto
