#include <png.h>

#include <cstring>

#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {
namespace {

// The content of the eXIf chunk, found in the list of chunks, because libpng's simple interface does not give it.
std::vector<std::uint8_t> find_exif(Input input) {
  for (std::size_t at = 8; at + 12 <= input.size();) {
    const std::size_t size = std::size_t{input[at]} << 24 | std::size_t{input[at + 1]} << 16 |
                             std::size_t{input[at + 2]} << 8 | input[at + 3];
    if (size > input.size() - at - 12) break;
    if (std::memcmp(&input[at + 4], "eXIf", 4) == 0)
      return {input.begin() + static_cast<std::ptrdiff_t>(at + 8),
              input.begin() + static_cast<std::ptrdiff_t>(at + 8 + size)};
    at += size + 12;
  }
  return {};
}

}  // namespace

std::optional<Decoded> decode_png(Input input) {
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, input.data(), input.size()) == 0) return std::nullopt;
  Decoded picture;
  picture.width = picture.pixels_width = image.width;
  picture.height = picture.pixels_height = image.height;
  if (std::uint64_t{image.width} * image.height > kMostPixels) return std::nullopt;
  image.format = PNG_FORMAT_RGBA;
  picture.rgba.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr) == 0) return std::nullopt;
  picture.exif = find_exif(input);
  return picture;
}

}  // namespace daybook::sandbox
