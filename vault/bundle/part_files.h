#pragma once

#include "vault/intake/chat/chat_sources.h"
#include "vault/log/message_leaf.h"
#include "vault/log/message_part.h"
#include "vault/record/reading.h"
#include "vault/store/measurement.h"

namespace daybook::vault {

// A part of a conversation in a copy (format.md section 2, "A part"): the lines of the messages that are shown, their
// bytes in the export, and the hashes that connect them with the root in the log. Of the other messages nothing goes
// out but how many there are.

/// What the list of items and the tag list need to know of a part before it is written.
struct PartFacts {
  ContentFacts lines, bytes;  // of the two files below data/
  std::string tree;           // log/messages/NNNNNN.json
};

/// Goes through a reading and its sources once. `messages` is what entry `entry` says of the reading; `does_not_match`
/// where the messages are others by now. `usage` where `runs` are not those of a part of them, or are so many that no
/// checker would read the file.
Result<PartFacts> measure_part(ByteSource& reading, const std::vector<ByteSource*>& sources, EntryNumber entry,
                               const MessagesRoot& messages, const std::vector<MessageRun>& runs);

/// Hands on messages of a reading, each with its bytes, which are good until `use` returns: those of `runs`, or all
/// where it is empty. An error of `use` ends it. `damaged` where reading and sources do not fit each other.
using UseMessage = std::function<Result<void>(const ReadMessage& message, ByteView raw)>;
Result<void> each_message(ByteSource& reading, const std::vector<ByteSource*>& sources,
                          const std::vector<MessageRun>& runs, const UseMessage& use);

/// Writes the lines of the messages that are shown to `lines`, and their bytes to `bytes`, unless that is null.
Result<void> write_part(ByteSource& reading, const std::vector<ByteSource*>& sources,
                        const std::vector<MessageRun>& runs, ByteSink* lines, ByteSink* bytes);

}  // namespace daybook::vault
