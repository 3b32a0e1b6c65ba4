#pragma once

#include <array>
#include <optional>

namespace daybook::vault {

/// The characters of the bytes 0x80 to 0xFF in a code page of Windows (1250 to 1257), as the operating system knows
/// them; U+FFFD for a byte that means nothing. Nothing when the system does not know the code page.
std::optional<std::array<char32_t, 128>> upper_half_of(int code_page);

}  // namespace daybook::vault
