#pragma once

#include <compare>
#include <cstdint>

#include "vault/sandbox/said_by_file.h"

namespace daybook::sandbox {

// The picture-reader, a process without keys, is told by its one argument, in decimal digits, how many pixels the
// longer side of the reduced picture may have. It answers with the facts of the picture and behind them its pixels, 4
// bytes each, in as many frames as that needs. The facts are five numbers (the size of the picture as it is meant to be
// seen, that of the pixels that follow, how it was drawn, a Drawn) and what said_by_file.h packs.
//
// A picture that cannot be drawn gets no answer, and its decoder may have ended the process. Then the process is
// started with kFactsOnly instead, reads the head of the file with no decoder, and answers with the same facts and no
// pixels.
//
// For a picture that somebody looks at closely it is started with kLook before that number. It answers with the size of
// the whole picture, and then, as often as it is told a part of it, with the pixels of that part, until nobody listens
// any more.
//
// The picture may have taken over the process, so vault/intake looks at every number before it uses one.

/// How much of a picture was drawn, or why nothing was.
enum class Drawn : std::uint32_t { whole, in_part, first_of_several, too_many_pixels, no_decoder, damaged };
/// The pixels that may be asked for on the longer side of a reduced picture, at most.
constexpr std::uint32_t kMostSide = 1600;
/// Up to this side a picture may be the thumbnail that its file has. A thumbnail is a second picture, and nothing makes
/// it show the same as the first, so that a larger picture is always made from the first.
constexpr std::uint32_t kMostThumbnailSide = 480;
/// The argument by which the process tells facts alone.
inline constexpr const char* kFactsOnly = "facts";
/// The argument by which the process stays, to be asked for parts.
inline constexpr const char* kLook = "look";
/// The pixels on a side of a part, at most: so that a part fits into one frame.
constexpr std::uint32_t kMostPartSide = 384;
/// The type of the frame by which the process is told a part. Its members are those of a Part, in their order.
constexpr std::uint8_t kTellPart = 1;
/// A part of a picture that is looked at in some size, which is no larger than its own. Pixels.
struct Part {
  std::uint32_t whole_width = 0, whole_height = 0;  // of the whole picture, in the size in which it is looked at
  std::uint32_t x = 0, y = 0, width = 0, height = 0;
  auto operator<=>(const Part&) const = default;
};
/// The pixels of a picture that is decoded, at most.
constexpr std::uint64_t kMostPixels = 100'000'000;
/// The same of a GIF, of which all pictures are decoded.
constexpr std::uint64_t kMostGifPixels = kMostPixels / 8;
/// The bytes of a file that is handed to the picture-reader, at most.
constexpr std::uint64_t kMostPictureBytes = std::uint64_t{256} << 20;

/// The bytes of the facts in an answer, at most.
constexpr std::size_t kMostFactBytes = 5 * sizeof(std::uint64_t) + kMostSaidBytes;

}  // namespace daybook::sandbox
