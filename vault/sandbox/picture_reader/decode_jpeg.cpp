#include <algorithm>
#include <csetjmp>
#include <cstdio>
// libjpeg wants <cstdio> first.
#include <jpeglib.h>

#include <jerror.h>

#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {
namespace {

struct ErrorHandler {
  jpeg_error_mgr base;
  std::jmp_buf escape;
  bool lacks_data;  // the pixels end too early, and libjpeg fills what is left
};

[[noreturn]] void give_up(j_common_ptr jpeg) { std::longjmp(reinterpret_cast<ErrorHandler*>(jpeg->err)->escape, 1); }
void say_nothing(j_common_ptr) {}
// Of all that libjpeg warns of, two things are pixels that are not there: the end of the file, or of their segment.
// Bytes that are one too many, which it warns of too, change nothing that is seen.
void note_warning(j_common_ptr jpeg, int level) {
  const int what = jpeg->err->msg_code;
  if (level < 0 && (what == JWRN_JPEG_EOF || what == JWRN_HIT_MARKER))
    reinterpret_cast<ErrorHandler*>(jpeg->err)->lacks_data = true;
}

bool decode(jpeg_decompress_struct& jpeg, Input input, std::uint32_t most_side, Decoded& picture) {
  jpeg_create_decompress(&jpeg);
  jpeg.mem->max_memory_to_use = 256 << 20;
  jpeg_mem_src(&jpeg, input.data(), input.size());
  jpeg_read_header(&jpeg, TRUE);
  picture.width = jpeg.image_width;
  picture.height = jpeg.image_height;
  if (std::uint64_t{picture.width} * picture.height > kMostPixels) return false;
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
  errors.base.emit_message = note_warning;
  errors.lacks_data = false;
  if (setjmp(errors.escape) != 0) return std::nullopt;
  if (!decode(jpeg, input, most_side, picture)) return std::nullopt;
  if (errors.lacks_data) picture.drawn = Drawn::in_part;
  return std::move(picture);
}

}  // namespace daybook::sandbox
