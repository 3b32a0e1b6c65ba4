#pragma once

#include <array>
#include <cstdint>

namespace daybook::sandbox {

// What the picture reader, a process of its own without keys, answers: these numbers and the pixels after them, in one
// frame. The parent believes none of it without looking: see vault/intake/picture.cpp.

constexpr std::uint32_t kAnswerMagic = 0x50494354;
/// Longest side of a reduced picture.
constexpr std::uint32_t kMostSide = 480;
/// Larger pictures are not decoded: 100 megapixels.
constexpr std::uint64_t kMostPixels = 100'000'000;
constexpr std::uint64_t kMostPictureBytes = std::uint64_t{256} << 20;

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
