#pragma once

#include <cstdint>

#include "vault/sandbox/said_by_file.h"

namespace daybook::sandbox {

// The media-reader, a process without keys, answers with one frame of two numbers: the length in milliseconds, then the
// number of pages, each 0 when it is not known. Behind them stands what said_by_file.h packs. The file may have taken
// over the process, so vault/intake/media_facts.cpp looks at each before it believes it.

/// The bytes of a file that is handed to the media-reader, at most.
constexpr std::uint64_t kMostMediaBytes = std::uint64_t{256} << 20;
/// The length that is believed, at most: ten years of 365 days.
constexpr std::uint64_t kMostMilliseconds = std::uint64_t{10} * 365 * 24 * 3600 * 1000;
/// The pages that are believed, at most. The largest file that is read has 268 bytes for each.
constexpr std::uint64_t kMostPages = 1'000'000;

/// The bytes of an answer, at most.
constexpr std::size_t kMostMediaAnswer = 2 * sizeof(std::uint64_t) + kMostSaidBytes;

}  // namespace daybook::sandbox
