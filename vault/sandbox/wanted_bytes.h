#pragma once

#include <optional>

#include "vault/sandbox/talk.h"

namespace daybook::sandbox {

// A process without keys opens no file. What it wants to read it asks this program for, which looks at each wish.

/// The types of the frames: a wish, of the number of a file, an offset and a size, and the bytes in answer to it.
constexpr std::uint8_t kNeedBytes = 40, kGivenBytes = 41;

/// What a process wants: `size` bytes, at most kMostFrameBytes, from `offset` on of one of the files it was told of.
struct WantedBytes {
  std::uint64_t file = 0, offset = 0;
  std::size_t size = 0;
};
/// The wish in a frame of type kNeedBytes. Nothing when it is none.
std::optional<WantedBytes> unpack_wanted(ByteView payload);

/// Answers a wish with the bytes that `read` fills in. Errors are those of `read` and of the talk.
Result<void> give_bytes(Talk& talk, const WantedBytes& wanted,
                        const std::function<Result<void>(MutableByteView)>& read);

/// In the process: fills `target` with the bytes of a file from `offset` on. `input_output` when they do not come.
Result<void> ask_for_bytes(FrameReader& reader, FrameWriter& writer, std::uint64_t file, std::uint64_t offset,
                           MutableByteView target);

}  // namespace daybook::sandbox
