#include "crypto/big_endian.h"
#include "vault/sandbox/iso_boxes.h"
#include "vault/sandbox/media_reader/media.h"

namespace daybook::sandbox {
namespace {

// The content of the first box of a type. Nothing when there is none, or not every box is whole: then the file was cut
// off, and is not as long as it says.
std::optional<Input> find_box(Input boxes, std::string_view type) {
  std::optional<Input> found;
  while (!boxes.empty()) {
    const auto box = take_box(boxes);
    if (!box || !box->is_whole) return std::nullopt;
    if (!found && box->type == type) found = box->content;
  }
  return found;
}

std::optional<std::uint64_t> length_in(Input header) {
  if (header.size() < 20) return std::nullopt;
  const std::uint8_t version = header[0];
  if (version > 1 || (version == 1 && header.size() < 32)) return std::nullopt;
  const std::uint64_t units_a_second = big_endian(header, version == 1 ? 20 : 12, 4);
  const std::uint64_t units = version == 1 ? big_endian(header, 24, 8) : big_endian(header, 16, 4);
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
