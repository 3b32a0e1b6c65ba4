#pragma once

#include <cstdint>
#include <functional>

namespace daybook::vault {

/// A function that long work tells how many bytes are done, and that answers false to stop the work. The thread that
/// does the work calls it, about once a megabyte. It may be empty.
using Progress = std::function<bool(std::uint64_t bytes_done)>;

/// Tells `progress`, if there is one, and says whether the work goes on.
inline bool goes_on(const Progress& progress, std::uint64_t bytes_done) { return !progress || progress(bytes_done); }

/// How much of `total` is done, from 0 to 100, rounded down. Of nothing, 0.
inline int percent_of(std::uint64_t done, std::uint64_t total) {
  return total == 0 ? 0 : static_cast<int>(done * 100 / total);
}

}  // namespace daybook::vault
