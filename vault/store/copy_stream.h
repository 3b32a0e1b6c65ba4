#pragma once

#include "crypto/bytes.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// Writes all of a source to a sink, in order and in constant memory. `cancelled` when `progress` says so.
Result<void> copy_stream(ByteSource& source, ByteSink& sink, const Progress& progress = {});

/// The beginning of a kept text, at most so many bytes and cut at a character; `is_cut` when there is more.
Result<std::string> read_text(ByteSource& source, std::size_t most_bytes, bool& is_cut);

}  // namespace daybook::vault
