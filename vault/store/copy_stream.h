#pragma once

#include "crypto/bytes.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// Writes all of a source to a sink, in order and in constant memory. `cancelled` when `progress` says so.
Result<void> copy_stream(ByteSource& source, ByteSink& sink, const Progress& progress = {});

}  // namespace daybook::vault
