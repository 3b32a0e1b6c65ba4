#include "vault/sandbox/picture_reader/head.h"

#include <algorithm>
#include <cstring>
#include <utility>

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
  head.exif = {input};
  const ExifFacts facts = read_exif(head.exif);
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
  if (stands_at(input, 0, "\xff\xd8")) return Format::jpeg;
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

bool has_exif_prefix(Input block) {
  constexpr std::string_view kPrefix = "exif";
  return block.size() >= 6 && block[4] == 0 &&
         std::equal(kPrefix.begin(), kPrefix.end(), block.begin(), [](int a, int b) { return a == (b | 0x20); });
}

void add_exif(Input block, Head& head) {
  constexpr std::size_t kMostBlocks = 100'000;
  if (has_exif_prefix(block)) block = block.subspan(6);
  if (!Tiff(block).is_good()) return;
  if (head.exif.size() < kMostBlocks)
    head.exif.push_back(block);
  else
    head.has_unread_exif = true;
}

void add_exif(std::vector<std::uint8_t> block, Head& head) {
  const std::size_t before = head.exif.size();
  add_exif(Input(block), head);
  if (head.exif.size() > before) head.rooms.push_back(std::move(block));  // its bytes stay where they are
}

ExifFacts exif_of(const Head& head) {
  ExifFacts facts = read_exif(head.exif);
  facts.said.holds_place |= head.has_unread_exif;
  return facts;
}

}  // namespace daybook::sandbox
