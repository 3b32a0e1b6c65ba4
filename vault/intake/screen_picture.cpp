#include "vault/intake/screen_picture.h"

#include <png.h>

namespace daybook::vault {

Bytes encode_screen(std::uint32_t width, std::uint32_t height, ByteView rgb) {
  if (width == 0 || height == 0 || rgb.size() / 3 / width != height || rgb.size() % 3 != 0) return {};
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = PNG_FORMAT_RGB;
  png_alloc_size_t size = 0;
  if (png_image_write_to_memory(&image, nullptr, &size, 0, rgb.data(), 0, nullptr) == 0) return {};
  Bytes bytes(size);
  if (png_image_write_to_memory(&image, bytes.data(), &size, 0, rgb.data(), 0, nullptr) == 0) return {};
  bytes.resize(size);
  return bytes;
}

}  // namespace daybook::vault
