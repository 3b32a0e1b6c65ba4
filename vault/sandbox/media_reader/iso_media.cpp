#include <algorithm>
#include <string_view>

#include "vault/sandbox/media_reader/media.h"

namespace daybook::sandbox {
namespace {

std::uint64_t number_at(Input bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | bytes[at + i];
  return value;
}

struct Box {
  std::string_view type;
  Input content;
};

// Takes a box from the front of what is left (ISO/IEC 14496-12, 4.2). Nothing when it does not end within that.
std::optional<Box> take_box(Input& left) {
  std::size_t header = 8;
  if (left.size() < header) return std::nullopt;
  std::uint64_t size = number_at(left, 0, 4);
  if (size == 1) {
    header = 16;
    if (left.size() < header) return std::nullopt;
    size = number_at(left, 8, 8);
  } else if (size == 0) {
    size = left.size();  // up to the end of the file
  }
  if (size < header || size > left.size()) return std::nullopt;
  const Input whole = left.first(static_cast<std::size_t>(size));
  left = left.subspan(whole.size());
  return Box{std::string_view(reinterpret_cast<const char*>(whole.data()) + 4, 4), whole.subspan(header)};
}

// The content of the first box of a type. Nothing when there is none, or not every box is whole: then the file was cut
// off, and is not as long as it says.
std::optional<Input> find_box(Input boxes, std::string_view type) {
  std::optional<Input> found;
  while (!boxes.empty()) {
    const auto box = take_box(boxes);
    if (!box) return std::nullopt;
    if (!found && box->type == type) found = box->content;
  }
  return found;
}

std::optional<std::uint64_t> length_in(Input header) {
  if (header.size() < 20) return std::nullopt;
  const std::uint8_t version = header[0];
  if (version > 1 || (version == 1 && header.size() < 32)) return std::nullopt;
  const std::uint64_t units_a_second = number_at(header, version == 1 ? 20 : 12, 4);
  const std::uint64_t units = version == 1 ? number_at(header, 24, 8) : number_at(header, 16, 4);
  // All bits set say that the length is not known.
  const std::uint64_t unknown = version == 1 ? ~std::uint64_t{0} : 0xffffffff;
  if (units_a_second == 0 || units == 0 || units == unknown) return std::nullopt;
  const std::uint64_t seconds = units / units_a_second, rest = units % units_a_second;
  if (seconds >= ~std::uint64_t{0} / 1000) return std::nullopt;
  return seconds * 1000 + (rest * 1000 + units_a_second / 2) / units_a_second;
}

}  // namespace

std::optional<std::uint64_t> length_of_iso_media(Input input) {
  const auto movie = find_box(input, "moov");
  if (!movie) return std::nullopt;
  // The header of a film in fragments (8.8.1) counts only what lies before the first one.
  if (find_box(*movie, "mvex")) return std::nullopt;
  const auto header = find_box(*movie, "mvhd");
  return header ? length_in(*header) : std::nullopt;
}

}  // namespace daybook::sandbox
