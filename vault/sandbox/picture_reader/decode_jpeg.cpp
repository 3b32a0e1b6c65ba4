#include <csetjmp>
#include <cstdio>
#include <cstring>
// libjpeg wants <cstdio> first.
#include <jpeglib.h>

#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {
namespace {

struct ErrorHandler {
  jpeg_error_mgr base;
  std::jmp_buf escape;
};

[[noreturn]] void give_up(j_common_ptr jpeg) { std::longjmp(reinterpret_cast<ErrorHandler*>(jpeg->err)->escape, 1); }
void say_nothing(j_common_ptr) {}
void count_nothing(j_common_ptr, int) {}

constexpr std::size_t kExifPrefix = 6;  // "Exif\0\0"

void take_exif(const jpeg_decompress_struct& jpeg, Decoded& picture) {
  for (jpeg_saved_marker_ptr marker = jpeg.marker_list; marker != nullptr; marker = marker->next) {
    if (marker->data_length > kExifPrefix && std::memcmp(marker->data, "Exif\0", kExifPrefix) == 0) {
      picture.exif.assign(marker->data + kExifPrefix, marker->data + marker->data_length);
      return;
    }
  }
}

bool decode(jpeg_decompress_struct& jpeg, Input input, std::uint32_t most_side, Decoded& picture) {
  jpeg_create_decompress(&jpeg);
  jpeg.mem->max_memory_to_use = 256 << 20;
  jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xffff);
  jpeg_mem_src(&jpeg, input.data(), input.size());
  jpeg_read_header(&jpeg, TRUE);
  picture.width = jpeg.image_width;
  picture.height = jpeg.image_height;
  if (std::uint64_t{picture.width} * picture.height > kMostPixels) return false;
  take_exif(jpeg, picture);
  // libjpeg can leave out most of the cosine transform and give a smaller picture for less work. The scale keeps the
  // longer side at most_side or more, so that reduce() has enough pixels to average.
  jpeg.scale_num = 1;
  jpeg.scale_denom = 1;
  while (jpeg.scale_denom < 8 && std::max(picture.width, picture.height) / (jpeg.scale_denom * 2) >= most_side)
    jpeg.scale_denom *= 2;
  jpeg.out_color_space = JCS_EXT_RGBA;
  jpeg_start_decompress(&jpeg);
  picture.pixels_width = jpeg.output_width;
  picture.pixels_height = jpeg.output_height;
  picture.rgba.resize(std::size_t{jpeg.output_width} * jpeg.output_height * 4);
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = picture.rgba.data() + std::size_t{jpeg.output_scanline} * jpeg.output_width * 4;
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_destroy_decompress(&jpeg);  // a progressive picture holds as much again, and may be decoded once more
  return true;
}

}  // namespace

std::optional<Decoded> decode_jpeg(Input input, std::uint32_t most_side) {
  // All that longjmp() leaves behind is static, because local variables that changed since setjmp() have no value after
  // it (C17, 7.13.2.1).
  static Decoded picture;
  picture = {};
  static jpeg_decompress_struct jpeg;
  static ErrorHandler errors;
  jpeg.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = give_up;
  errors.base.output_message = say_nothing;
  errors.base.emit_message = count_nothing;
  if (setjmp(errors.escape) != 0) return std::nullopt;
  if (!decode(jpeg, input, most_side, picture)) return std::nullopt;
  return std::move(picture);
}

}  // namespace daybook::sandbox
