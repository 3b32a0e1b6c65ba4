#include <windows.h>

#include "vault/intake/code_page.h"

namespace daybook::vault {

std::optional<std::array<char32_t, 128>> upper_half_of(int code_page) {
  if (!::IsValidCodePage(static_cast<UINT>(code_page))) return std::nullopt;
  std::array<char32_t, 128> half;
  for (std::size_t i = 0; i < half.size(); ++i) {
    const char byte = static_cast<char>(0x80 + i);
    wchar_t character = 0;
    const int count =
        ::MultiByteToWideChar(static_cast<UINT>(code_page), MB_ERR_INVALID_CHARS, &byte, 1, &character, 1);
    half[i] = count == 1 ? static_cast<char32_t>(character) : U'\ufffd';
  }
  return half;
}

}  // namespace daybook::vault
