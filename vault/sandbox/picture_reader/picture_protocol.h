#pragma once

#include <array>
#include <compare>
#include <cstdint>

namespace daybook::sandbox {

// The picture-reader, a process without keys, is told by its one argument, in decimal digits, how many pixels the
// longer side of the reduced picture may have. It answers with a PictureAnswer, padded to kPixelsOffset, then the
// pixels, 4 bytes each, in as many frames as that needs.
//
// For a picture that somebody looks at closely it is started with kLook before that number. It answers with the size of
// the whole picture, and then, as often as it is told a part of it, with the pixels of that part, until nobody listens
// any more.
//
// The picture may have taken over the process, so vault/intake looks at every number before it uses one.

constexpr std::uint32_t kAnswerMagic = 0x50494354;
/// The pixels that may be asked for on the longer side of a reduced picture, at most.
constexpr std::uint32_t kMostSide = 1600;
/// Up to this side a picture may be the thumbnail that its file has. A thumbnail is a second picture, and nothing makes
/// it show the same as the first, so that a larger picture is always made from the first.
constexpr std::uint32_t kMostThumbnailSide = 480;
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
/// The bytes of a file that is handed to the picture-reader, at most.
constexpr std::uint64_t kMostPictureBytes = std::uint64_t{256} << 20;

/// The facts in an answer, laid out as the compiler does it, because both ends come from one build.
struct PictureAnswer {
  std::uint32_t magic;
  std::uint32_t width, height;              // of the picture as it is meant to be seen
  std::uint32_t shown_width, shown_height;  // of the pixels that follow
  std::uint32_t has_place;
  std::int32_t latitude, longitude;  // in 1/10,000,000 degrees
  std::array<char, 20> taken;        // "2024:06:03 20:15:00" as EXIF has it, or zeros
  std::array<char, 8> taken_offset;  // "+02:00", or zeros
};
constexpr std::size_t kPixelsOffset = 128;
static_assert(sizeof(PictureAnswer) <= kPixelsOffset);

}  // namespace daybook::sandbox
