#pragma once

#include "vault/log/message_leaf.h"
#include "vault/record/reading.h"

namespace daybook::vault {

/// Computes again what the log says of the messages of a reading, from its lines and its sources. `damaged` where they
/// do not fit each other: each byte of a source stands in one line, and what a line calls a repeat of a message has the
/// bytes of that message. `sources` are those of its head, in their order.
Result<MessagesRoot> messages_root_of(ByteSource& reading, const std::vector<ByteSource*>& sources);

}  // namespace daybook::vault
