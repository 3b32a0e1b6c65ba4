#pragma once

#include <cstdint>
#include <span>

namespace daybook::sandbox {

/// The bytes of a file that was given, mapped; empty when it is not there.
std::span<const std::uint8_t> map_file(int descriptor);
/// How long it is.
std::uint64_t size_of_file(int descriptor);

/// Ends the process without running anything more.
[[noreturn]] void leave(int code);

}  // namespace daybook::sandbox
