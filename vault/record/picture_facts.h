#pragma once

#include <optional>
#include <string>

#include "crypto/bytes.h"

namespace daybook::vault {

/// What a picture file says of itself. Nothing confirms it: whoever made the file could write what they liked.
struct PictureFacts {
  std::uint32_t width = 0, height = 0;  // pixels
  std::optional<std::string> taken;     // "2024-06-03T20:15:00", with "+02:00" behind it where the file says so
  struct Place {
    double latitude, longitude;  // degrees
  };
  std::optional<Place> place;
};

/// What picture-reader made of a picture in the record. It is derived from the original and no part of the log, because
/// a later release may read more out of the same file.
struct KnownPicture {
  std::optional<PictureFacts> facts;  // none: the picture cannot be shown
  Bytes small;                        // WebP, at most 480 pixels a side; empty when the picture cannot be shown
};

}  // namespace daybook::vault
