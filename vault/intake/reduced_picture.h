#pragma once

#include "crypto/bytes.h"
#include "vault/record/picture_facts.h"

namespace daybook::vault {

/// The picture as it is meant to be seen, reduced to at most 480 pixels a side.
struct ReducedPicture {
  PictureFacts facts;
  std::uint32_t width = 0, height = 0;
  Bytes rgba;
};

}  // namespace daybook::vault
