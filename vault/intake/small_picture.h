#pragma once

#include "crypto/result.h"
#include "vault/intake/reduced_picture.h"

namespace daybook::vault {

/// The reduced picture as the record keeps it, as WebP: it keeps transparency, and takes a tenth of the room that PNG
/// takes. The encoder gets pixels and no byte of the original file, so that no stranger has written what
/// decode_small_picture() reads. Empty when there is no memory for it.
Bytes encode_small_picture(const ReducedPicture& picture);

/// The pixels of what encode_small_picture() made. This decoder runs in the process that has the keys, so `bytes` must
/// come out of the record, whose pages are authenticated. `damaged` when they are something else all the same.
Result<ReducedPicture> decode_small_picture(ByteView bytes);

}  // namespace daybook::vault
