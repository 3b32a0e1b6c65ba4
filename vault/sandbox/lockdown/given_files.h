#pragma once

#include <cstdint>
#include <span>

namespace daybook::sandbox {

/// The bytes of a file that this process was given, mapped into its memory until it ends. Empty when there is no such
/// file.
std::span<const std::uint8_t> map_file(int descriptor);
/// The size in bytes of a file that this process was given. 0 when there is no such file.
std::uint64_t size_of_file(int descriptor);

/// Ends the process without running destructors or exit handlers, which may want calls that a locked-down process has
/// no more.
[[noreturn]] void leave(int code);

}  // namespace daybook::sandbox
