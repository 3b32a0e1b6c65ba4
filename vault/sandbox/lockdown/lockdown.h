#pragma once

#include <cstdint>

namespace daybook::sandbox {

/// What a process without keys may still use once it is locked down.
struct Allowance {
  std::uint64_t address_space;  // bytes
  std::uint64_t cpu_seconds;
  bool may_be_told;      // reads commands, and reads anywhere in the files that it was given
  bool may_lock_memory;  // for the key of the one file that it reads
};

/// From here on the process can compute, answer, and end itself; nothing more: no file that it was not given, no other
/// process, no network. False when the system does not offer that; then nothing hostile may be read.
bool lock_down(const Allowance& allowance);

}  // namespace daybook::sandbox
