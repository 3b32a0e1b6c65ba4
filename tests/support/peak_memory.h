#pragma once

#include <cstdlib>
#include <fstream>
#include <string>

namespace daybook::test {

/// The most memory that this process has had since reset_peak().
inline long peak_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtol(line.c_str() + 6, nullptr, 10);
  }
  return -1;
}

/// Writing 5 there sets the peak back to what is in use now.
inline void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

}  // namespace daybook::test
