#include <iconv.h>

#include <cstring>
#include <string>

#include "vault/intake/code_page.h"

namespace daybook::vault {

// The converter sees each of 128 bytes once, and never a byte of a file.
std::optional<std::array<char32_t, 128>> upper_half_of(int code_page) {
  const iconv_t converter = ::iconv_open("UTF-32LE", ("CP" + std::to_string(code_page)).c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::array<char32_t, 128> half;
  for (std::size_t i = 0; i < half.size(); ++i) {
    char byte = static_cast<char>(0x80 + i), bytes[8] = {};
    char *from = &byte, *to = bytes;
    std::size_t from_left = 1, to_left = sizeof bytes;
    ::iconv(converter, nullptr, nullptr, nullptr, nullptr);
    const bool is_known = ::iconv(converter, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1);
    // Some pages hold a character back, because the next one may join it.
    ::iconv(converter, nullptr, nullptr, &to, &to_left);
    half[i] = U'\ufffd';
    if (is_known && to_left == 4) std::memcpy(&half[i], bytes, 4);
  }
  ::iconv_close(converter);
  return half;
}

}  // namespace daybook::vault
