#pragma once

#include "crypto/bytes.h"
#include "vault/record/file_facts.h"

namespace daybook::vault {

/// The pixels on the longer side of a picture, at most: for the small one that the record keeps, and for the one that a
/// report shows, where the words of a whole screen of a telephone must stay readable.
constexpr std::uint32_t kSmallPictureSide = 480, kReportPictureSide = 1600;

/// A picture turned as it is meant to be seen, and reduced.
struct ReducedPicture {
  FileSays facts;                       // of the whole picture
  std::uint32_t width = 0, height = 0;  // of the reduced one
  Bytes rgba;                           // 4 bytes a pixel, row by row from the top left
};

}  // namespace daybook::vault
