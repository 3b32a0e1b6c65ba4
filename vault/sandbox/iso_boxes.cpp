#include "vault/sandbox/iso_boxes.h"

#include <algorithm>

#include "crypto/big_endian.h"

namespace daybook::sandbox {

std::optional<Box> take_box(ByteView& left) {
  std::size_t header = 8;
  if (left.size() < header) return std::nullopt;
  std::uint64_t size = big_endian(left, 0, 4);
  if (size == 1) {
    header = 16;
    if (left.size() < header) return std::nullopt;
    size = big_endian(left, 8, 8);
  } else if (size == 0) {
    size = left.size();  // up to the end of the file
  }
  if (size < header) return std::nullopt;
  const ByteView whole = left.first(static_cast<std::size_t>(std::min<std::uint64_t>(size, left.size())));
  left = left.subspan(whole.size());
  return Box{std::string_view(reinterpret_cast<const char*>(whole.data()) + 4, 4), whole.subspan(header),
             whole.size() == size};
}

std::optional<ByteView> first_box(ByteView boxes, std::string_view type) {
  while (const auto box = take_box(boxes)) {
    if (box->type == type) return box->content;
  }
  return std::nullopt;
}

}  // namespace daybook::sandbox
