#include <png.h>

#include <cstring>

#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {
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
  return picture;
}

}  // namespace daybook::sandbox
