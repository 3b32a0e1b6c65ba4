#pragma once

#include <deque>

#include "vault/intake/chat/chat.h"
#include "vault/record/reading.h"

namespace daybook::vault {

/// One of several exports that are read side by side: message by message, when it is its turn.
class ChatQueue final : public ChatReader {
 public:
  /// `parser` is read from its beginning. Both it and this object stay where they are.
  ChatQueue(ChatParser& parser, std::size_t source) : m_parser(parser), m_source(source) { m_parser.start(*this); }
  ChatQueue(const ChatQueue&) = delete;
  ChatQueue& operator=(const ChatQueue&) = delete;

  /// Hands on the next message, with the ranges before it. `damaged` where there is none.
  Result<void> hand_on(ChatReader& reader);
  /// The same, where the message repeats message `number` of another export.
  Result<void> hand_on_as_same(ChatReader& reader, std::uint64_t number);
  /// Hands on the ranges behind the last message. `damaged` where that is not the last one.
  Result<void> finish(ChatReader& reader);

  Result<void> begin(const ChatSettings& settings) override;
  Result<void> message(const ChatMessage& message) override;
  Result<void> range(const ChatRange& range) override;

 private:
  // The next message, once the ranges before it are handed on; null behind the last one.
  Result<const ReadMessage*> next(ChatReader& reader);

  ChatParser& m_parser;
  std::size_t m_source;
  std::deque<std::variant<ReadMessage, ChatRange>> m_read;
  bool m_has_more = true;
};

}  // namespace daybook::vault
