#include "vault/intake/chat/chat_queue.h"

namespace daybook::vault {
namespace {

// The export was whole when it was opened. What is no more there now, or only now, is damage.
const Error kDamaged{ErrorCode::damaged, "the export of a conversation"};

ReadMessage kept(const ChatMessage& message) {
  ReadMessage kept;
  kept.begin = message.begin;
  kept.end = message.end;
  kept.from = message.from;
  kept.at = message.at;
  kept.time = message.time;
  kept.how = message.read;
  kept.kind = message.kind;
  kept.flags = message.flags;
  kept.text = message.text;
  kept.file = message.file;
  return kept;
}

ChatMessage shown(const ReadMessage& message, std::size_t source) {
  ChatMessage shown;
  shown.source = source;
  shown.begin = message.begin;
  shown.end = message.end;
  shown.from = message.from;
  shown.at = message.at;
  shown.time = message.time;
  shown.read = message.how;
  shown.kind = message.kind;
  shown.flags = message.flags;
  shown.text = message.text;
  shown.file = message.file;
  return shown;
}

}  // namespace

Result<void> ChatQueue::hand_on(ChatReader& reader) {
  TRY_ASSIGN(const ReadMessage* const message, next(reader));
  if (message == nullptr) return kDamaged;
  TRY(reader.message(shown(*message, m_source)));
  m_read.pop_front();
  return {};
}

Result<void> ChatQueue::hand_on_as_same(ChatReader& reader, std::uint64_t number) {
  TRY_ASSIGN(const ReadMessage* const message, next(reader));
  if (message == nullptr) return kDamaged;
  TRY(reader.range({message->begin, message->end, RangeKind::same, m_source, number}));
  m_read.pop_front();
  return {};
}

Result<void> ChatQueue::finish(ChatReader& reader) {
  TRY_ASSIGN(const ReadMessage* const message, next(reader));
  return message == nullptr ? Result<void>() : kDamaged;
}

Result<const ReadMessage*> ChatQueue::next(ChatReader& reader) {
  for (;;) {
    while (m_read.empty() && m_has_more) {
      TRY_ASSIGN(m_has_more, m_parser.go_on());
    }
    if (m_read.empty()) return static_cast<const ReadMessage*>(nullptr);
    if (const auto* message = std::get_if<ReadMessage>(&m_read.front())) return message;
    TRY(reader.range(std::get<ChatRange>(m_read.front())));
    m_read.pop_front();
  }
}

Result<void> ChatQueue::begin(const ChatSettings&) { return {}; }

Result<void> ChatQueue::message(const ChatMessage& message) {
  m_read.emplace_back(kept(message));
  return {};
}

Result<void> ChatQueue::range(const ChatRange& range) {
  m_read.emplace_back(range);
  std::get<ChatRange>(m_read.back()).source = m_source;
  return {};
}

}  // namespace daybook::vault
