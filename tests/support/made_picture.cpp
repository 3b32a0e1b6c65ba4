#include "tests/support/made_picture.h"

#include <algorithm>

#include <cstdio>
#include <cstdlib>
// libjpeg wants <cstdio> first.
#include <jpeglib.h>

#include "tests/support/corpora.h"

namespace daybook::test {

Bytes two_colors(std::uint32_t width, std::uint32_t height, int channels) {
  Bytes pixels;
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      const bool left = x < width / 2, white = left && y < height / 4;
      for (const int value : {left ? 255 : 0, white ? 255 : 0, left && !white ? 0 : 255, 255}) {
        if (channels-- > 0) pixels.push_back(static_cast<std::uint8_t>(value));
      }
      channels += 4;
    }
  }
  return pixels;
}

namespace {

void put(std::string& target, std::uint32_t value, int size) {  // big-endian, as the header "MM" says
  for (int i = size - 1; i >= 0; --i) target += static_cast<char>(value >> (8 * i));
}
void put_entry(std::string& ifd, std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::uint32_t value) {
  put(ifd, tag, 2);
  put(ifd, type, 2);
  put(ifd, count, 4);
  if (type == 3) value <<= 16;
  put(ifd, value, 4);
}

}  // namespace

std::string make_exif(int orientation, const std::string& taken) {
  std::string tiff("MM\0*", 4), first, exif, gps, data;
  put(tiff, 8, 4);
  const std::uint32_t exif_at = 8 + 2 + 3 * 12 + 4, gps_at = exif_at + 2 + 2 * 12 + 4,
                      data_at = gps_at + 2 + 4 * 12 + 4;
  put(first, 3, 2);
  put_entry(first, 0x0112, 3, 1, static_cast<std::uint32_t>(orientation));
  put_entry(first, 0x8769, 4, 1, exif_at);
  put_entry(first, 0x8825, 4, 1, gps_at);
  put(first, 0, 4);
  put(exif, 2, 2);
  put_entry(exif, 0x9003, 2, 20, data_at);
  put_entry(exif, 0x9011, 2, 7, data_at + 20);
  put(exif, 0, 4);
  put(gps, 4, 2);
  put_entry(gps, 1, 2, 2, std::uint32_t{'N'} << 24);
  put_entry(gps, 2, 5, 3, data_at + 28);
  put_entry(gps, 3, 2, 2, std::uint32_t{'W'} << 24);
  put_entry(gps, 4, 5, 3, data_at + 52);
  put(gps, 0, 4);
  data = taken;
  data.resize(20);
  data += std::string("+01:00\0\0", 8);
  for (const std::uint32_t part : {51, 1, 30, 1, 0, 1, 0, 1, 15, 1, 0, 1}) put(data, part, 4);
  return tiff + first + exif + gps + data;
}

std::string make_jpeg(std::uint32_t width, std::uint32_t height, const std::string& exif) {
  return encode_jpeg(width, height, two_colors(width, height, 4), exif);
}

namespace {

std::string encode(std::uint32_t width, std::uint32_t height, J_COLOR_SPACE colors, ByteView pixels,
                   const std::string& exif) {
  jpeg_compress_struct jpeg;
  jpeg_error_mgr errors;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &buffer, &size);
  jpeg.image_width = width;
  jpeg.image_height = height;
  jpeg.input_components = 4;
  jpeg.in_color_space = colors;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 95, TRUE);
  jpeg_start_compress(&jpeg, TRUE);
  const std::string marker = std::string("Exif\0\0", 6) + exif;
  if (!exif.empty())
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(marker.data()),
                      static_cast<unsigned>(marker.size()));
  while (jpeg.next_scanline < height) {
    // libjpeg reads the row only, though its type does not say so.
    auto* row = const_cast<JSAMPROW>(&pixels[std::size_t{jpeg.next_scanline} * width * 4]);
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::string bytes(reinterpret_cast<char*>(buffer), size);
  jpeg_destroy_compress(&jpeg);
  std::free(buffer);
  return bytes;
}

}  // namespace

std::string encode_jpeg(std::uint32_t width, std::uint32_t height, ByteView pixels, const std::string& exif) {
  return encode(width, height, JCS_EXT_RGBA, pixels, exif);
}

std::string make_ink_jpeg(std::uint32_t width, std::uint32_t height, const std::string& exif) {
  return encode(width, height, JCS_CMYK, Bytes(std::size_t{width} * height * 4, 60), exif);
}

std::string make_gif(int pictures) {
  std::string gif("GIF89a\x02\0\x01\0\x80\0\0\xff\0\0\0\0\xff", 19);
  for (int i = 0; i < pictures; ++i) gif += std::string(",\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0a\0", 15);
  return gif + ";";
}

std::vector<std::filesystem::path> pictures_of_others() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus("image"))) {
    const auto extension = entry.path().extension();
    if (extension == ".png" || extension == ".heic" || extension == ".heif" || extension == ".avif")
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool is_red(const vault::ReducedPicture& picture, std::uint32_t x, std::uint32_t y) {
  const std::uint8_t* pixel = &picture.rgba[(std::size_t{y} * picture.width + x) * 4];
  return pixel[0] > 200 && pixel[1] < 60 && pixel[2] < 60;
}

}  // namespace daybook::test
