#pragma once

#include "vault/record/note_place.h"

namespace daybook::vault {

namespace question {
constexpr const char* kMessageTags = "message-tags";  // the tags on messages of a conversation; never in a copy
}  // namespace question
/// Longest answer to question::kMessageTags: some 1,200 runs of messages with a tag. Each change keeps the answer
/// before it, so that much more would soon be too much.
constexpr std::size_t kMostMessageTagsBytes = 64 * 1024;

/// A tag on messages of one reading of a conversation.
struct MessageTag {
  MessagesNoted on;
  std::string tag;

  bool operator==(const MessageTag&) const = default;
};

/// The tags on messages of a conversation, as the answer to question::kMessageTags has them: by reading, tag and first
/// message. The messages of one reading that have one tag stand in as few runs as can be, so that what is said has one
/// spelling.
using MessageTags = std::vector<MessageTag>;

/// Whether a text can be a tag on messages: UTF-8 of 1 to kMostTagBytes bytes, without control characters of ASCII.
bool is_message_tag(std::string_view text);
constexpr std::size_t kMostTagBytes = 250;

/// The tags that an answer says, one a line: `<reading, hexadecimal> <first number> <last number> <tag>`. Empty for an
/// answer that was taken back. `malformed` for everything that to_text() does not write.
Result<MessageTags> parse_message_tags(std::string_view answer);
std::string to_text(const MessageTags& tags);

/// Gives messages a tag, or takes it from those of them that have it. is_message_tag() must hold for the tag.
void add_tag(MessageTags& tags, const MessageTag& given);
void remove_tag(MessageTags& tags, const MessageTag& taken);

/// The tags of one message of a reading, by their bytes.
std::vector<std::string> tags_of(const MessageTags& tags, const ReadingId& reading, std::uint64_t message);
/// Every tag that an answer names, once each, by their bytes. None where the answer cannot be read.
std::vector<std::string> tags_in(std::string_view answer);

}  // namespace daybook::vault
