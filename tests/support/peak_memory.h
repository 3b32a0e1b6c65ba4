#pragma once

#include <cstdlib>
#include <fstream>
#include <string>

namespace daybook::test {

/// The most memory that this process has had since reset_peak(), in KiB; -1 where the system does not tell.
inline long peak_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtol(line.c_str() + 6, nullptr, 10);
  }
  return -1;
}

/// Sets the peak back to what is in use now, which Linux does when 5 is written to /proc/self/clear_refs (proc(5)).
inline void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

}  // namespace daybook::test
