#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/head.h"

namespace daybook::sandbox {

std::optional<Decoded> decode_picture(Input input, std::uint32_t most_side) {
  switch (format_of(input)) {
    case Format::jpeg:
      return decode_jpeg(input, most_side);
    case Format::png:
      return decode_png(input);
    case Format::webp:
      return decode_webp(input, most_side);
    case Format::gif:
      return decode_gif(input);
    case Format::heif:
      return decode_heif(input, most_side);
    case Format::tiff:
    case Format::other:
      break;
  }
  return std::nullopt;
}

}  // namespace daybook::sandbox
