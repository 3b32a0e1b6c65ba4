#pragma once

#include "vault/record/record_access.h"

namespace daybook::vault {

/// Puts the long texts that wait (vault/record/search_index.h) into the search index, part by part: those of any size,
/// in every encoding that text_encoding.h knows. It goes on where an earlier call was stopped or killed. The record is
/// visited briefly for each half megabyte, so that a save can come in between. Returns how many texts still wait: what
/// cannot be read is passed over, and waits. `progress` is told the bytes of texts that were read; `cancelled` when it
/// says so. `read_only` where nothing can be kept, and the errors of the database.
Result<std::size_t> index_texts(RecordAccess& access, const Progress& progress = {});

}  // namespace daybook::vault
