#pragma once

#include <cstdint>
#include <functional>

namespace daybook::vault {

/// Told how many bytes of the work at hand are done; answers false to stop it. Called from the thread that does the
/// work, at most every megabyte. May be empty.
using Progress = std::function<bool(std::uint64_t bytes_done)>;

inline bool goes_on(const Progress& progress, std::uint64_t bytes_done) { return !progress || progress(bytes_done); }

/// 0 to 100; of nothing, 0.
inline int percent_of(std::uint64_t done, std::uint64_t total) {
  return total == 0 ? 0 : static_cast<int>(done * 100 / total);
}

}  // namespace daybook::vault
