#pragma once

#include <cstdint>

namespace daybook::sandbox {

/// What a process without keys may still use once it is locked down.
struct Allowance {
  std::uint64_t address_space;  // bytes
  std::uint64_t cpu_seconds;
  bool may_be_told;      // may read commands, and read anywhere in the files that it was given
  bool may_lock_memory;  // for SecretBuffer, which holds the key of the one file that the process reads
};

/// Takes from the process, for good, all but computing, answering and ending itself: no file that it was not given, no
/// other process, no network. A call of the system that is not among those left ends the process at once, or is
/// refused. It ends with the thread that started it, so that no content outlives the program that showed it. False when
/// the system does not offer this. The process must then read nothing that somebody else made.
bool lock_down(const Allowance& allowance);

}  // namespace daybook::sandbox
