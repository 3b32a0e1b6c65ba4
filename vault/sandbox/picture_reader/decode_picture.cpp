#include <cstring>
#include <string_view>

#include "vault/sandbox/picture_reader/decode.h"

namespace daybook::sandbox {
namespace {

bool begins(Input input, std::size_t at, std::string_view what) {
  return input.size() >= at + what.size() && std::memcmp(input.data() + at, what.data(), what.size()) == 0;
}

}  // namespace

bool is_heif(Input input) { return begins(input, 4, "ftyp"); }

std::optional<Decoded> decode_picture(Input input, std::uint32_t most_side) {
  if (begins(input, 0, "\xff\xd8\xff")) return decode_jpeg(input, most_side);
  if (begins(input, 0, "\x89PNG\r\n\x1a\n")) return decode_png(input);
  if (begins(input, 0, "RIFF") && begins(input, 8, "WEBP")) return decode_webp(input, most_side);
  if (begins(input, 0, "GIF8")) return decode_gif(input);
  if (is_heif(input)) return decode_heif(input, most_side);
  return std::nullopt;
}

}  // namespace daybook::sandbox
