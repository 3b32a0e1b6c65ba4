#pragma once

#include "vault/log/message_part.h"
#include "vault/record/conversation.h"
#include "vault/record/message_tags.h"

namespace daybook::vault {

/// The tags on messages of a conversation, by the numbers of its newest reading.
struct TagsOnMessages {
  MessageTags placed;  // all of the newest reading
  // On messages of an older reading that the newest one does not have as they were. They are told of.
  MessageTags not_placed;
  bool is_readable = true;  // false: the answer is not one that parse_message_tags() reads, and stays as it is
};
/// Those that were given to messages of an older reading are placed as notes are (placed_messages.h). Errors are those
/// of Record::item() and place_in_newest().
Result<TagsOnMessages> tags_on_messages(Record& record, const Conversation& conversation);

/// The messages of the newest reading that have each of these tags, and there must be one: ascending, each run as long
/// as it can be. Tags that a search cannot tell apart count as one.
std::vector<MessageRun> messages_with(const TagsOnMessages& tags, const std::vector<std::string>& wanted);

/// Whether each of these messages of the newest reading has a tag.
bool all_have(const TagsOnMessages& tags, const MessageRun& run, std::string_view tag);

/// Gives messages of the newest reading tags, and takes tags from them. Where that changes nothing, nothing is written.
/// `usage` where the conversation has no such messages, or for what can be no tag on messages (is_message_tag());
/// `too_large` for more tags than one conversation can have (kMostMessageTagsBytes); `damaged` where the answer
/// that is there cannot be read. Then nothing is changed.
Result<void> tag_messages(Record& record, const Conversation& conversation, const MessageRun& run,
                          const std::vector<std::string>& given, const std::vector<std::string>& taken);

}  // namespace daybook::vault
