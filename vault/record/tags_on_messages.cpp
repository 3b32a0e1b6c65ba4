#include "vault/record/tags_on_messages.h"

#include <algorithm>

#include "vault/record/conversation_days.h"
#include "vault/record/placed_messages.h"
#include "vault/record/search_query.h"

namespace daybook::vault {
namespace {

// The tags as they were said, and where each stands in the newest reading.
struct Said {
  MessageTags tags;
  std::vector<std::optional<MessageRun>> placed;
};

// `malformed` where the answer cannot be read.
Result<Said> said_of(Record& record, const Conversation& conversation) {
  TRY_ASSIGN(const Item item, record.item(conversation.number));
  const Answers answers = item.current_answers();
  const auto found = answers.find(question::kMessageTags);
  if (found == answers.end()) return Said{};
  auto tags = parse_message_tags(found->second);
  if (!tags) return Error{ErrorCode::malformed, ""};
  std::vector<MessagesNoted> places;
  for (const MessageTag& one : *tags) places.push_back(one.on);
  TRY_ASSIGN(auto placed, place_in_newest(record, conversation, places));
  return Said{std::move(*tags), std::move(placed)};
}

TagsOnMessages by_newest(const Said& said, const ReadingId& newest) {
  TagsOnMessages tags;
  for (std::size_t i = 0; i < said.tags.size(); ++i) {
    const auto& placed = said.placed[i];
    if (placed)
      add_tag(tags.placed, {{newest, placed->first, placed->last}, said.tags[i].tag});
    else
      tags.not_placed.push_back(said.tags[i]);
  }
  return tags;
}

// What the keeper said stays as she said it, also of an older reading, unless some of it is taken back: then the rest
// of it is said of the newest one.
MessageTags without(const Said& said, const MessageTag& taken) {
  MessageTags left, rest;
  for (std::size_t i = 0; i < said.tags.size(); ++i) {
    const auto& placed = said.placed[i];
    const bool is_meant =
        said.tags[i].tag == taken.tag && placed && placed->first <= taken.on.last && taken.on.first <= placed->last;
    if (is_meant)
      add_tag(rest, {{taken.on.reading, placed->first, placed->last}, taken.tag});
    else
      left.push_back(said.tags[i]);
  }
  remove_tag(rest, taken);
  for (const MessageTag& one : rest) add_tag(left, one);
  return left;
}

}  // namespace

Result<TagsOnMessages> tags_on_messages(Record& record, const Conversation& conversation) {
  const auto said = said_of(record, conversation);
  if (said) return by_newest(*said, conversation.id);
  if (said.error().code != ErrorCode::malformed) return said.error();
  TagsOnMessages unread;
  unread.is_readable = false;
  return unread;
}

bool all_have(const TagsOnMessages& tags, const MessageRun& run, std::string_view tag) {
  return std::any_of(tags.placed.begin(), tags.placed.end(), [&](const MessageTag& one) {
    return one.tag == tag && one.on.first <= run.first && run.last <= one.on.last;
  });
}

std::vector<MessageRun> messages_with(const TagsOnMessages& tags, const std::vector<std::string>& wanted) {
  DAYBOOK_ASSERT(!wanted.empty());
  std::optional<std::vector<MessageRun>> found;
  for (const std::string& tag : wanted) {
    const std::string folded = fold_for_search(tag);
    std::vector<MessageRun> runs;
    for (const MessageTag& one : tags.placed) {
      if (fold_for_search(one.tag) == folded) runs.push_back({one.on.first, one.on.last});
    }
    runs = joined(std::move(runs));  // two tags may fold to one
    found = found ? in_both(*found, runs) : runs;
  }
  return *found;
}

Result<void> tag_messages(Record& record, const Conversation& conversation, const MessageRun& run,
                          const std::vector<std::string>& given, const std::vector<std::string>& taken) {
  TRY(require_messages(conversation, run));
  for (const std::string& tag : given) {
    if (!is_message_tag(tag))
      return Error{ErrorCode::usage, "a tag on messages is one line of at most " + std::to_string(kMostTagBytes) +
                                         " bytes: " + tag.substr(0, tag.find('\n'))};
  }
  auto known = said_of(record, conversation);
  if (!known && known.error().code == ErrorCode::malformed)
    return Error{ErrorCode::damaged, "the tags on messages of item " + item_text(conversation.number)};
  if (!known) return known.error();
  Said& said = *known;
  const MessageTags before = said.tags;
  const MessagesNoted on{conversation.id, run.first, run.last};
  for (const std::string& tag : taken) {
    MessageTags left = without(said, {on, tag});
    if (left == said.tags) continue;
    std::vector<MessagesNoted> places;
    for (const MessageTag& one : left) places.push_back(one.on);
    TRY_ASSIGN(said.placed, place_in_newest(record, conversation, places));
    said.tags = std::move(left);
  }
  const TagsOnMessages newest = by_newest(said, conversation.id);
  for (const std::string& tag : given) {
    if (!all_have(newest, run, tag)) add_tag(said.tags, {on, tag});
  }
  if (said.tags == before) return {};
  return record.answer(conversation.number, {{question::kMessageTags, to_text(said.tags)}});
}

}  // namespace daybook::vault
