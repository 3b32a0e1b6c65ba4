#pragma once

#include "crypto/bytes.h"
#include "vault/record/picture_facts.h"

namespace daybook::vault {

/// A picture turned as it is meant to be seen, and reduced to at most 480 pixels a side.
struct ReducedPicture {
  PictureFacts facts;                   // of the whole picture
  std::uint32_t width = 0, height = 0;  // of the reduced one
  Bytes rgba;                           // 4 bytes a pixel, row by row from the top left
};

}  // namespace daybook::vault
