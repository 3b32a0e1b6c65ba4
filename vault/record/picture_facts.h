#pragma once

#include <optional>
#include <string>

#include "crypto/bytes.h"

namespace daybook::vault {

/// What a picture file says of itself. None of it is checked by anybody: a file can say what it likes.
struct PictureFacts {
  std::uint32_t width = 0, height = 0;
  std::optional<std::string> taken;  // "2024-06-03T20:15:00", with "+02:00" behind it where the file says so
  struct Place {
    double latitude, longitude;  // degrees
  };
  std::optional<Place> place;
};

/// A picture of the record that was looked at. Derived from the original and no part of the log: a better reader may
/// say more one day.
struct KnownPicture {
  std::optional<PictureFacts> facts;  // none: it cannot be shown
  Bytes small;                        // WebP, at most 480 pixels a side; empty when it cannot be shown
};

}  // namespace daybook::vault
