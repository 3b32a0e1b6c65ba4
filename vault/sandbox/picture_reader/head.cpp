#include "vault/sandbox/picture_reader/head.h"

#include <cstring>

namespace daybook::sandbox {
namespace {

Head read_gif_head(Input input) {
  Head head;
  head.has_decoder = true;
  head.most_pixels = kMostGifPixels;
  if (input.size() < 10) return head;
  head.width = static_cast<std::uint32_t>(input[6] | input[7] << 8);
  head.height = static_cast<std::uint32_t>(input[8] | input[9] << 8);
  return head;
}

// A TIFF file is the structure that EXIF data have. No decoder draws its pixels here.
Head read_tiff_head(Input input) {
  Head head;
  head.exif = input;
  const ExifFacts facts = read_exif(input);
  head.width = facts.width;
  head.height = facts.height;
  return head;
}

}  // namespace

bool stands_at(Input input, std::size_t at, std::string_view what) {
  return input.size() >= at + what.size() && std::memcmp(input.data() + at, what.data(), what.size()) == 0;
}

Format format_of(Input input) {
  using namespace std::string_view_literals;
  if (stands_at(input, 0, "\xff\xd8\xff")) return Format::jpeg;
  if (stands_at(input, 0, "\x89PNG\r\n\x1a\n")) return Format::png;
  if (stands_at(input, 0, "RIFF") && stands_at(input, 8, "WEBP")) return Format::webp;
  if (stands_at(input, 0, "GIF8")) return Format::gif;
  if (stands_at(input, 4, "ftyp")) return Format::heif;
  if (stands_at(input, 0, "II*\0"sv) || stands_at(input, 0, "MM\0*"sv)) return Format::tiff;
  return Format::other;
}

Head read_head(Input input) {
  switch (format_of(input)) {
    case Format::jpeg:
      return read_jpeg_head(input);
    case Format::png:
      return read_png_head(input);
    case Format::webp:
      return read_webp_head(input);
    case Format::gif:
      return read_gif_head(input);
    case Format::heif:
      return read_heif_head(input);
    case Format::tiff:
      return read_tiff_head(input);
    case Format::other:
      break;
  }
  return {};
}

Drawn why_not_drawn(const Head& head) {
  if (!head.has_decoder) return Drawn::no_decoder;
  if (std::uint64_t{head.width} * head.height > head.most_pixels) return Drawn::too_many_pixels;
  return Drawn::damaged;
}

Input without_prefix(Input exif) {
  using namespace std::string_view_literals;
  return stands_at(exif, 0, "Exif\0\0"sv) ? exif.subspan(6) : exif;
}

}  // namespace daybook::sandbox
