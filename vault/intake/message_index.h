#pragma once

#include "vault/record/record_access.h"
#include "vault/record/search_index.h"

namespace daybook::vault {

/// Is told how many bytes more are done. An error of it ends the work.
using ToldBytes = std::function<Result<void>(std::uint64_t)>;

/// Puts the messages of a conversation into the search index, some thousand in one visit of the record. Where it is
/// stopped it goes on the next time, because `waiting.next` is where a line of the reading begins. Errors are those of
/// the record and of `told`; `damaged` for a reading that cannot be read.
Result<void> index_messages(RecordAccess& access, WaitingText waiting, ByteSource& reading, const ToldBytes& told);

}  // namespace daybook::vault
