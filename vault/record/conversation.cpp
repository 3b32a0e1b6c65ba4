#include "vault/record/conversation.h"

#include <algorithm>

namespace daybook::vault {
namespace {

Error damaged(ItemNumber number) { return {ErrorCode::damaged, "item " + item_text(number)}; }

// Where the line begins of the first message in the block of message `number`.
Result<std::uint64_t> line_of_block(Record& record, ItemNumber conversation, std::uint64_t number) {
  TRY_ASSIGN(Statement row,
             record.vault().database().prepare("SELECT line_at FROM message_blocks WHERE item = ? AND first <= ? "
                                               "ORDER BY first DESC LIMIT 1"));
  row.bind(conversation).bind(static_cast<std::int64_t>(number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return damaged(conversation);
  return static_cast<std::uint64_t>(row.integer(0));
}

// Hands on the messages of a reading until `use` answers false or there are no more.
template <class Use>
Result<void> for_messages(ReadingLines& lines, ItemNumber conversation, const Use& use) {
  for (;;) {
    auto line = lines.next();
    if (!line && line.error().code == ErrorCode::malformed) return damaged(conversation);
    if (!line) return line.error();
    if (!*line) return {};
    if (auto* message = std::get_if<ReadMessage>(&**line); message != nullptr && !use(std::move(*message))) return {};
  }
}

// The numbers of the first messages of at most `count` blocks that fulfil a condition on `value`. The first of them has
// message `first` or a later one.
Result<std::vector<std::uint64_t>> blocks_where(Record& record, const Conversation& conversation,
                                                const std::string& condition, std::int64_t value, std::uint64_t first,
                                                std::size_t count) {
  TRY_ASSIGN(Statement rows,
             record.vault().database().prepare("SELECT first FROM message_blocks WHERE item = ? AND first > ? AND " +
                                               condition + " ORDER BY first LIMIT ?"));
  const auto before = static_cast<std::int64_t>(first) - static_cast<std::int64_t>(kMessagesInBlock);
  rows.bind(conversation.number).bind(before).bind(value).bind(static_cast<std::int64_t>(count));
  std::vector<std::uint64_t> blocks;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return blocks;
    blocks.push_back(static_cast<std::uint64_t>(rows.integer(0)));
  }
}

Result<std::vector<MarkedMessage>> told_by_exports(Record& record, const Conversation& conversation, MessageMark mark,
                                                   std::uint64_t first, std::size_t count) {
  const std::vector<std::uint64_t> told = conversation.outline.told_by_exports(mark);
  std::vector<MarkedMessage> marked;
  for (auto number = std::lower_bound(told.begin(), told.end(), first); number != told.end(); ++number) {
    if (marked.size() == count) break;
    const std::uint64_t begin = std::max<std::uint64_t>(*number, 2) - 1;
    TRY_ASSIGN(auto messages, read_messages(record, conversation, begin, *number - begin + 1));
    if (messages.empty() || messages.back().number != *number) return damaged(conversation.number);
    const std::optional<LocalTime> before = messages.size() > 1 ? messages.front().time : std::nullopt;
    marked.push_back({std::move(messages.back()), before});
  }
  return marked;
}

}  // namespace

Result<Conversation> open_conversation(Record& record, ItemNumber number) {
  TRY_ASSIGN(Item item, record.item(number));
  if (item.removed) return Error{ErrorCode::not_found, "item " + item_text(number) + " was removed"};
  if (item.kind != ItemKind::conversation)
    return Error{ErrorCode::usage, "item " + item_text(number) + " is no conversation"};
  Conversation conversation;
  conversation.number = number;
  conversation.version = item.newest();
  conversation.heading = item.heading();
  const Answers answers = item.current_answers();
  if (const auto me = answers.find(question::kMe); me != answers.end()) conversation.me = me->second;
  TRY_ASSIGN(const auto reading, record.open_version(conversation.version));
  ReadingLines lines(*reading);
  TRY_ASSIGN(conversation.head, lines.head());
  conversation.id = lines.id();
  TRY_ASSIGN(conversation.outline, load_outline(record.vault().database(), number));
  return conversation;
}

Result<std::vector<ReadMessage>> read_messages(Record& record, const Conversation& conversation, std::uint64_t first,
                                               std::uint64_t count) {
  std::vector<ReadMessage> messages;
  if (first == 0 || first > conversation.outline.messages || count == 0) return messages;
  TRY_ASSIGN(const std::uint64_t line_at, line_of_block(record, conversation.number, first));
  TRY_ASSIGN(const auto reading, record.open_version(conversation.version));
  ReadingLines lines(*reading, line_at);
  TRY(for_messages(lines, conversation.number, [&](ReadMessage message) {
    if (message.number >= first) messages.push_back(std::move(message));
    return messages.size() < count;
  }));
  return messages;
}

Result<std::optional<std::uint64_t>> first_message_since(Record& record, const Conversation& conversation,
                                                         std::int64_t seconds) {
  TRY_ASSIGN(const auto blocks, blocks_where(record, conversation, "latest >= ?", seconds, 1, 1));
  if (blocks.empty()) return std::optional<std::uint64_t>();
  TRY_ASSIGN(const auto messages, read_messages(record, conversation, blocks.front(), kMessagesInBlock));
  for (const ReadMessage& message : messages) {
    if (message.time && message.time->seconds >= seconds) return std::optional(message.number);
  }
  return damaged(conversation.number);
}

Result<std::vector<MarkedMessage>> marked_messages(Record& record, const Conversation& conversation, MessageMark mark,
                                                   std::uint64_t first, std::size_t count) {
  if (static_cast<std::size_t>(mark) >= kMarksOfMessage)
    return told_by_exports(record, conversation, mark, first, count);
  std::vector<MarkedMessage> marked;
  // One more than that: of the first one, the messages that have the mark may stand before `first`.
  TRY_ASSIGN(const auto blocks, blocks_where(record, conversation, "marks & ? != 0", mark_bit(mark), first, count + 1));
  for (const std::uint64_t block : blocks) {
    // The message before the block says whether its first one comes after a silence.
    const std::uint64_t begin = std::max<std::uint64_t>(block, 2) - 1;
    TRY_ASSIGN(auto messages, read_messages(record, conversation, begin, block - begin + kMessagesInBlock));
    std::optional<LocalTime> before;
    for (ReadMessage& message : messages) {
      const std::optional<LocalTime> time = message.time;
      const std::vector<MessageMark> marks = marks_of(message, before);
      const bool is_marked = std::find(marks.begin(), marks.end(), mark) != marks.end();
      if (is_marked && message.number >= std::max(first, block)) marked.push_back({std::move(message), before});
      if (marked.size() == count) return marked;
      before = time;
    }
  }
  return marked;
}

Result<std::vector<ItemNumber>> all_conversations(Record& record) {
  TRY_ASSIGN(Statement rows, record.vault().database().prepare(
                                 "SELECT id FROM items WHERE kind = 'conversation' AND removed = 0 ORDER BY id DESC"));
  std::vector<ItemNumber> conversations;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return conversations;
    conversations.push_back(rows.number<ItemNumber>(0));
  }
}

Result<std::vector<ItemNumber>> conversations_on(Record& record, const crypto::Sha256Digest& exported) {
  TRY_ASSIGN(std::vector<ItemNumber> conversations, all_conversations(record));
  std::erase_if(conversations, [&](ItemNumber number) {
    const auto conversation = open_conversation(record, number);
    if (!conversation) return true;
    const auto& sources = conversation->head.sources;
    return std::none_of(sources.begin(), sources.end(), [&](const auto& one) { return one.sha256 == exported; });
  });
  return conversations;
}

Result<std::vector<ItemNumber>> conversations_read_from(Record& record, ItemNumber file) {
  TRY_ASSIGN(const Item item, record.item(file));
  if (item.removed || item.kind != ItemKind::file || item.newest().out_of) return std::vector<ItemNumber>();
  return conversations_on(record, item.newest().content.facts.sha256);
}

}  // namespace daybook::vault
