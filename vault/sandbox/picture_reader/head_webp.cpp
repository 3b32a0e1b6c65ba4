#include <algorithm>

#include "crypto/bytes.h"
#include "vault/sandbox/picture_reader/head.h"

namespace daybook::sandbox {
namespace {

template <std::size_t Size>
std::uint32_t number_at(Input input, std::size_t at) {
  return static_cast<std::uint32_t>(load_little_endian<Size>(input.subspan(at)));
}

// The size in the header of pixels that lost something (RFC 6386, 9.1), that lost nothing (RFC 9649, 3.4), or of the
// whole canvas (RFC 9649, 2.7). That of the canvas comes first in a file, and counts.
void read_size(Input chunk, std::string_view type, Head& head) {
  if (head.width != 0) return;
  constexpr std::uint32_t kFourteenBits = 0x3fff;
  if (type == "VP8X" && chunk.size() >= 10) {
    head.width = number_at<3>(chunk, 4) + 1;
    head.height = number_at<3>(chunk, 7) + 1;
  } else if (type == "VP8 " && chunk.size() >= 10 && stands_at(chunk, 3, "\x9d\x01\x2a")) {
    head.width = number_at<2>(chunk, 6) & kFourteenBits;
    head.height = number_at<2>(chunk, 8) & kFourteenBits;
  } else if (type == "VP8L" && chunk.size() >= 5 && chunk[0] == 0x2f) {
    const std::uint32_t bits = number_at<4>(chunk, 1);
    head.width = (bits & kFourteenBits) + 1;
    head.height = (bits >> 14 & kFourteenBits) + 1;
  }
}

}  // namespace

// Goes from chunk to chunk, whatever the file says of its own size: it may be cut off.
Head read_webp_head(Input input) {
  Head head;
  head.has_decoder = true;
  for (std::size_t at = 12; at + 8 <= input.size();) {
    const std::size_t size = number_at<4>(input, at + 4), left = input.size() - at - 8;
    const std::string_view type(reinterpret_cast<const char*>(input.data()) + at, 4);
    const Input chunk = input.subspan(at + 8, std::min(size, left));
    read_size(chunk, type, head);
    if (type == "ANIM" || type == "ANMF") head.has_decoder = false;
    if (type == "EXIF") add_exif(chunk, head);
    if (size >= left) break;
    at += 8 + size + size % 2;
  }
  return head;
}

}  // namespace daybook::sandbox
