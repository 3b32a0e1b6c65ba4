#include "vault/record/shown_as.h"

#include <algorithm>

namespace daybook::vault {
namespace {

// The media types that picture-reader decodes, and TIFF, of which it tells the facts.
constexpr const char* kPictureTypes[] = {"image/jpeg", "image/png",  "image/webp", "image/gif",
                                         "image/heic", "image/heif", "image/avif", "image/tiff"};

}  // namespace

ShownAs shown_as(ItemKind kind, std::string_view media) {
  switch (kind) {
    case ItemKind::words:
      return ShownAs::words;
    case ItemKind::note:
      return ShownAs::note;
    case ItemKind::conversation:
      return ShownAs::conversation;
    case ItemKind::file:
      break;
  }
  const bool is_picture =
      std::find(std::begin(kPictureTypes), std::end(kPictureTypes), media) != std::end(kPictureTypes);
  return is_picture ? ShownAs::picture : ShownAs::file;
}

ItemKind kind_of(ShownAs shown) {
  switch (shown) {
    case ShownAs::words:
      return ItemKind::words;
    case ShownAs::note:
      return ItemKind::note;
    case ShownAs::conversation:
      return ItemKind::conversation;
    case ShownAs::picture:
    case ShownAs::file:
      break;
  }
  return ItemKind::file;
}

std::string media_condition(ShownAs shown, std::string_view media) {
  std::string types;
  for (const char* type : kPictureTypes) types += (types.empty() ? "'" : ", '") + std::string(type) + "'";
  switch (shown) {
    case ShownAs::words:
    case ShownAs::note:
    case ShownAs::conversation:
      return "TRUE";
    case ShownAs::picture:
      return std::string(media) + " IN (" + types + ")";
    case ShownAs::file:
      return std::string(media) + " NOT IN (" + types + ")";
  }
  return "TRUE";
}

}  // namespace daybook::vault
