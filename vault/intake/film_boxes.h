#pragma once

#include <memory>

#include "crypto/bytes.h"

namespace daybook::vault {

/// What is left of a film without its pictures and sounds: a film of any size says of itself in a few kilobytes when
/// and where it was made, and so needs not be handed over as a whole. This goes from box to box at the outermost level
/// (ISO/IEC 14496-12, 4.2) and uses nothing but their sizes and types; it is the only thing that takes a stranger's
/// bytes apart in the process that has the keys. A box of pictures and sounds that the file has whole becomes an empty
/// one, and one that the file lacks a part of stays one that lacks a part, so that nobody takes what was cut off for
/// whole. Nothing when the file does not begin as a film does, has more than 10,000 boxes, or more than 64 MiB are
/// left. `source` must outlive what comes back. Errors are those of `source`.
Result<std::unique_ptr<ByteSource>> film_without_content(ByteSource& source);

}  // namespace daybook::vault
