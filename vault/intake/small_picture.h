#pragma once

#include "crypto/result.h"
#include "vault/intake/reduced_picture.h"

namespace daybook::vault {

/// The reduced picture as the record keeps it, as WebP: it keeps transparency, and takes a tenth of the room that PNG
/// takes. The encoder gets pixels and no byte of the original file, so that no stranger has written what
/// decode_small_picture() reads. Empty when there is no memory for it.
Bytes encode_small_picture(const ReducedPicture& picture);

/// The reduced picture as a report shows it, as WebP (image/webp): browsers have shown that since 2019 (Chrome 32, Edge
/// 18, Firefox 65), and words are as clear in it as in a JPEG of half again the size. The same picture gives the same
/// bytes every time. Transparent pixels stay transparent. Empty when there is no memory for it.
Bytes encode_report_picture(const ReducedPicture& picture);

/// The pixels of what encode_small_picture() made. This decoder runs in the process that has the keys, so `bytes` must
/// come out of the record, whose pages are authenticated. `damaged` when they are something else all the same.
Result<ReducedPicture> decode_small_picture(ByteView bytes);

}  // namespace daybook::vault
