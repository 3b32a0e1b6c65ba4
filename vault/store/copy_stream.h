#pragma once

#include "crypto/bytes.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// Writes all of a source to a sink, in order and in constant memory. `cancelled` when `progress` answers false.
Result<void> copy_stream(ByteSource& source, ByteSink& sink, const Progress& progress = {});

/// The beginning of a text that was kept, of at most `most_bytes`. When there is more, `is_cut` becomes true, and the
/// beginning ends between two characters.
Result<std::string> read_text(ByteSource& source, std::size_t most_bytes, bool& is_cut);

}  // namespace daybook::vault
