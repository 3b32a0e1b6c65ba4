#include "crypto/bech32.h"

namespace daybook::crypto {
namespace {

constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

// The checksum of BIP 173 ("Checksum"), a BCH code over GF(32).
class Checksum {
 public:
  void add(std::uint32_t value) {
    static constexpr std::uint32_t kGenerator[5] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    const std::uint32_t top = m_state >> 25;
    m_state = ((m_state & 0x1ffffff) << 5) ^ value;
    for (int i = 0; i < 5; ++i) {
      if ((top >> i & 1) != 0) m_state ^= kGenerator[i];
    }
  }
  void add_human_readable_part(std::string_view part) {
    for (const char c : part) add(static_cast<std::uint32_t>(c) >> 5);
    add(0);
    for (const char c : part) add(static_cast<std::uint32_t>(c) & 31);
  }
  std::uint32_t state() const { return m_state; }

 private:
  std::uint32_t m_state = 1;
};

template <class Emit>
void encode(std::string_view part, ByteView data, Emit emit) {
  Checksum checksum;
  checksum.add_human_readable_part(part);
  for (const char c : part) emit(c);
  emit('1');
  const auto emit_value = [&](std::uint32_t value) {
    checksum.add(value);
    emit(kAlphabet[value]);
  };
  std::uint32_t bits = 0;
  int count = 0;
  for (const std::uint8_t byte : data) {
    bits = (bits << 8 | byte) & 0xfff;
    for (count += 8; count >= 5; count -= 5) emit_value(bits >> (count - 5) & 31);
  }
  if (count > 0) emit_value(bits << (5 - count) & 31);
  for (int i = 0; i < 6; ++i) checksum.add(0);
  const std::uint32_t tail = checksum.state() ^ 1;
  for (int i = 0; i < 6; ++i) emit(kAlphabet[tail >> 5 * (5 - i) & 31]);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_mixed_case(std::string_view text) {
  bool has_lower = false, has_upper = false;
  for (const char c : text) {
    has_lower |= c >= 'a' && c <= 'z';
    has_upper |= c >= 'A' && c <= 'Z';
  }
  return has_lower && has_upper;
}

}  // namespace

std::string bech32_encode(std::string_view human_readable_part, ByteView data) {
  std::string text;
  encode(human_readable_part, data, [&](char c) { text += c; });
  return text;
}

SecretBuffer bech32_encode_secret(std::string_view human_readable_part, ByteView data) {
  SecretBuffer text;
  encode(human_readable_part, data, [&](char c) {
    const auto upper = static_cast<std::uint8_t>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    text.append({&upper, 1});
  });
  return text;
}

Result<SecretBuffer> bech32_decode(std::string_view expected_part, std::string_view text) {
  const Error malformed{ErrorCode::malformed, "key text"};
  const std::size_t separator = text.rfind('1');
  if (is_mixed_case(text) || separator == std::string_view::npos || separator + 7 > text.size()) return malformed;
  if (separator != expected_part.size()) return malformed;
  for (std::size_t i = 0; i < separator; ++i) {
    if (lower(text[i]) != expected_part[i]) return malformed;
  }
  Checksum checksum;
  checksum.add_human_readable_part(expected_part);
  SecretBuffer data;
  std::uint32_t bits = 0;
  int count = 0;
  const std::string_view body = text.substr(separator + 1);
  for (std::size_t i = 0; i < body.size(); ++i) {
    const std::size_t value = kAlphabet.find(lower(body[i]));
    if (value == std::string_view::npos) return malformed;
    checksum.add(static_cast<std::uint32_t>(value));
    if (i + 6 >= body.size()) continue;  // the last six characters are the checksum and hold no data
    bits = (bits << 5 | static_cast<std::uint32_t>(value)) & 0xfff;
    count += 5;
    if (count >= 8) {
      count -= 8;
      const auto byte = static_cast<std::uint8_t>(bits >> count);
      data.append({&byte, 1});
    }
  }
  if (checksum.state() != 1 || count >= 5 || (bits & ((1u << count) - 1)) != 0) return malformed;
  return data;
}

}  // namespace daybook::crypto
