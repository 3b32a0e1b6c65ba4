#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace daybook::sandbox {

// Runs in the child only. A decoder that meets something odd gives up; it may also crash, which costs nothing but the
// picture.

using Input = std::span<const std::uint8_t>;

struct Decoded {
  std::uint32_t width = 0, height = 0;                // of the whole picture, before turning
  std::uint32_t pixels_width = 0, pixels_height = 0;  // of what was decoded; may be reduced
  std::vector<std::uint8_t> rgba;
  std::vector<std::uint8_t> exif;  // the TIFF structure, without "Exif\0\0"
  bool is_turned = false;          // the decoder has applied the orientation
};

std::optional<Decoded> decode_jpeg(Input input);
std::optional<Decoded> decode_png(Input input);
std::optional<Decoded> decode_webp(Input input);
std::optional<Decoded> decode_gif(Input input);
std::optional<Decoded> decode_heif(Input input);

/// Before the lockdown: HEIF's decoders are loaded when they are first asked for.
void prepare_heif();

struct ExifFacts {
  int orientation = 1;
  std::string taken, taken_offset;
  std::optional<std::pair<double, double>> place;
};
ExifFacts read_exif(const std::vector<std::uint8_t>& exif);

/// Reduces to kMostSide by averaging, then turns as `orientation` (EXIF 1 to 8) asks.
void reduce(Decoded& picture);
void turn(Decoded& picture, int orientation);

}  // namespace daybook::sandbox
