#include "tests/support/png_file.h"

#include <png.h>

#include <stdexcept>

namespace daybook::test {

std::optional<Painter::Image> read_png(const vault::Path& path) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&header, path.c_str()) == 0) return std::nullopt;
  header.format = PNG_FORMAT_RGBA;
  Painter::Image image{static_cast<int>(header.width), static_cast<int>(header.height), {}};
  image.rgba.resize(PNG_IMAGE_SIZE(header));
  if (png_image_finish_read(&header, nullptr, image.rgba.data(), 0, nullptr) == 0) return std::nullopt;
  return image;
}

void write_png(const vault::Path& path, const Painter::Image& image) {
  std::vector<std::uint8_t> rgb;
  for (std::size_t i = 0; i < image.rgba.size(); i += 4)
    rgb.insert(rgb.end(), image.rgba.begin() + static_cast<std::ptrdiff_t>(i),
               image.rgba.begin() + static_cast<std::ptrdiff_t>(i + 3));
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = static_cast<png_uint_32>(image.width);
  header.height = static_cast<png_uint_32>(image.height);
  header.format = PNG_FORMAT_RGB;
  std::filesystem::create_directories(path.parent_path());
  if (png_image_write_to_file(&header, path.c_str(), 0, rgb.data(), 0, nullptr) == 0)
    throw std::runtime_error("cannot write " + path.string());
}

}  // namespace daybook::test
