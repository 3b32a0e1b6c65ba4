#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace daybook::vault {

/// A time as `FileSays` has it, `2024-06-03T20:15:00` with `+02:00` behind it or not, taken apart.
struct FileTime {
  std::int64_t local_seconds;         // since 1970, by the clock of whatever wrote the file
  std::optional<int> offset_minutes;  // of that clock from UTC, where the file says it
};
/// The parts of such a text, or nothing for every other text.
std::optional<FileTime> parse_file_time(std::string_view text);

}  // namespace daybook::vault
