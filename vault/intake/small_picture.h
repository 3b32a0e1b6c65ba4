#pragma once

#include "crypto/result.h"
#include "vault/intake/reduced_picture.h"

namespace daybook::vault {

/// The reduced picture as it is kept in the record: WebP, a tenth of the room that PNG takes, and it keeps
/// transparency. Made from pixels, never from what a stranger's decoder left. Empty when there is no memory for it.
Bytes encode_small_picture(const ReducedPicture& picture);

/// The pixels of what encode_small_picture() made. The bytes come out of the record, whose pages are authenticated;
/// `damaged` when they are something else all the same.
Result<ReducedPicture> decode_small_picture(ByteView bytes);

}  // namespace daybook::vault
