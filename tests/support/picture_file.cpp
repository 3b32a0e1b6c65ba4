#include "tests/support/picture_file.h"

#include <webp/decode.h>
#include <webp/encode.h>

#include <fstream>
#include <stdexcept>

namespace daybook::test {

std::optional<Painter::Image> read_picture(const vault::Path& path) {
  constexpr std::size_t kMostBytes = 16 << 20;
  const auto bytes = vault::read_whole_file(vault::operating_system_files(), path, kMostBytes);
  if (!bytes) return std::nullopt;
  Painter::Image image;
  if (WebPGetInfo(bytes->data(), bytes->size(), &image.width, &image.height) == 0) return std::nullopt;
  image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
  if (WebPDecodeRGBAInto(bytes->data(), bytes->size(), image.rgba.data(), image.rgba.size(), image.width * 4) ==
      nullptr)
    return std::nullopt;
  return image;
}

void write_picture(const vault::Path& path, const Painter::Image& image) {
  std::filesystem::create_directories(path.parent_path());
  std::uint8_t* encoded = nullptr;
  const std::size_t size =
      WebPEncodeLosslessRGBA(image.rgba.data(), image.width, image.height, image.width * 4, &encoded);
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(encoded), static_cast<std::streamsize>(size));
  WebPFree(encoded);
  if (size == 0 || !file) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace daybook::test
