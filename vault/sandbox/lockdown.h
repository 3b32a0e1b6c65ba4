#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace daybook::sandbox {

/// The input and the output that the parent shares, mapped; empty when they are not what they should be.
struct SharedMemory {
  std::span<const std::uint8_t> input;
  std::span<std::uint8_t> output;
};
SharedMemory map_shared_memory();

/// From here on the process can use memory and end itself, nothing more: no file, no other process, no network, 1 GiB,
/// ten seconds. False when the system does not offer that; then nothing hostile may be read.
bool lock_down();

/// Ends the process without running anything more.
[[noreturn]] void leave(int code);

}  // namespace daybook::sandbox
