#include <algorithm>

#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {

// Every pixel of the reduced picture is the mean of those that it stands for, weighted by how opaque they are, because
// the colour of a transparent pixel means nothing.
void reduce(Decoded& picture) {
  const std::uint32_t width = picture.pixels_width, height = picture.pixels_height;
  const std::uint32_t side = std::max(width, height);
  if (side <= kMostSide) return;
  const auto new_width = std::max(1u, static_cast<std::uint32_t>(std::uint64_t{width} * kMostSide / side));
  const auto new_height = std::max(1u, static_cast<std::uint32_t>(std::uint64_t{height} * kMostSide / side));
  std::vector<std::uint8_t> small(std::size_t{new_width} * new_height * 4);
  for (std::uint32_t y = 0; y < new_height; ++y) {
    const std::uint32_t top = static_cast<std::uint32_t>(std::uint64_t{y} * height / new_height);
    const std::uint32_t bottom =
        std::max(top + 1, static_cast<std::uint32_t>(std::uint64_t{y + 1} * height / new_height));
    for (std::uint32_t x = 0; x < new_width; ++x) {
      const std::uint32_t left = static_cast<std::uint32_t>(std::uint64_t{x} * width / new_width);
      const std::uint32_t right =
          std::max(left + 1, static_cast<std::uint32_t>(std::uint64_t{x + 1} * width / new_width));
      std::uint64_t sums[3] = {}, opaque = 0;
      for (std::uint32_t from_y = top; from_y < bottom; ++from_y) {
        const std::uint8_t* pixel = &picture.rgba[(std::size_t{from_y} * width + left) * 4];
        for (std::uint32_t from_x = left; from_x < right; ++from_x, pixel += 4) {
          for (int channel = 0; channel < 3; ++channel) sums[channel] += std::uint64_t{pixel[channel]} * pixel[3];
          opaque += pixel[3];
        }
      }
      std::uint8_t* target = &small[(std::size_t{y} * new_width + x) * 4];
      for (int channel = 0; channel < 3 && opaque > 0; ++channel)
        target[channel] = static_cast<std::uint8_t>(sums[channel] / opaque);
      target[3] = static_cast<std::uint8_t>(opaque / (std::uint64_t{bottom - top} * (right - left)));
    }
  }
  picture.rgba = std::move(small);
  picture.pixels_width = new_width;
  picture.pixels_height = new_height;
}

// The orientation of EXIF 2.3, 4.6.4 says where the first row and the first column of the stored picture belong. Each
// pixel of the turned picture is fetched from its place in the stored one.
void turn(Decoded& picture, int orientation) {
  if (orientation == 1) return;
  const std::uint32_t width = picture.pixels_width, height = picture.pixels_height;
  const bool swaps = orientation >= 5;
  const std::uint32_t new_width = swaps ? height : width, new_height = swaps ? width : height;
  std::vector<std::uint8_t> turned(picture.rgba.size());
  for (std::uint32_t y = 0; y < new_height; ++y) {
    for (std::uint32_t x = 0; x < new_width; ++x) {
      std::uint32_t from_x = swaps ? y : x, from_y = swaps ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) from_x = width - 1 - from_x;
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) from_y = height - 1 - from_y;
      std::copy_n(&picture.rgba[(std::size_t{from_y} * width + from_x) * 4], 4,
                  &turned[(std::size_t{y} * new_width + x) * 4]);
    }
  }
  picture.rgba = std::move(turned);
  picture.pixels_width = new_width;
  picture.pixels_height = new_height;
  if (swaps) std::swap(picture.width, picture.height);
}

}  // namespace daybook::sandbox
