#pragma once

#include <string>
#include <vector>

#include "vault/log/message_part.h"
#include "vault/record/attachment_counts.h"
#include "vault/record/conversation.h"

namespace daybook::ui {

// What is said of a conversation: counted, and never judged. Times are those of the telephone that made the export.

/// A time as it stands in a conversation, for people: `Saturday 3 May 2025, 22:41`.
std::string message_time_text(const vault::LocalTime& time);
/// How many messages there are: `1 message`, `5412 messages`.
std::string message_count_text(std::uint64_t messages);

/// Which messages: `#118`, or `#118 to #121`.
std::string numbers_text(std::uint64_t first, std::uint64_t last);
/// The same for several runs: `#118 to #121, #130`. Of very many only the first few are named.
std::string numbers_text(const std::vector<vault::MessageRun>& runs);

/// The sentences that say how complete a conversation is: where the export begins and ends, what is missing between,
/// and what in it is to be read with care. `begin` are messages from its first one on, none where it has none.
std::vector<std::string> completeness_text(const vault::Conversation& conversation,
                                           const std::vector<vault::ReadMessage>& begin);

/// What it means that so many of its exports were removed from the record.
std::string removed_exports_text(std::size_t exports);

/// The sentences that say how an export stands to those that were joined before it: what is the same, what is new, what
/// is missing in it and what differs. They are counted, and nothing says why.
std::vector<std::string> overlap_text(const vault::SourceOverlap& overlap);

/// The sentences that say which of the files that were sent are in the export, and which are not. None where nobody
/// sent any.
std::vector<std::string> attachments_text(const vault::AttachmentCounts& counts);

/// What a message is, in a word. Empty for words and files, which speak for themselves.
std::string message_kind_text(vault::MessageKind kind);
/// What there is to say of one message beside its text, in words: "deleted", "its time goes back". Empty for most.
std::vector<std::string> message_marks_text(const vault::ReadMessage& message);
/// What is said at message `number` of one that a later export does not have as it stands: this message itself, or the
/// one in whose place it stands. That may be the same message, deleted or changed between the exports, or another one
/// of the same minute. Where the other of the two is not here, nothing is said of it; empty where so nothing is left.
std::string not_repeated_text(const vault::NotRepeated& one, std::uint64_t number, bool is_other_here);
/// What a message is that can be gone to by its mark, with how many there are: `deleted: 3`.
std::string marked_text(vault::MessageMark mark, std::uint64_t count);
/// The same of messages whose file cannot be looked at.
std::string without_file_text(std::uint64_t count);

}  // namespace daybook::ui
