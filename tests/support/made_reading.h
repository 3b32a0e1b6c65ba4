#pragma once

#include "tests/support/record_fixture.h"
#include "vault/record/conversation.h"

namespace daybook::test {

/// A message of a made-up reading: its time as a reading has it, empty for none, and its words.
struct MadeMessage {
  std::string time, text;
};

/// A reading of an export that is in no record, with these messages, all by M.
inline std::string made_reading(const std::vector<MadeMessage>& messages) {
  vault::ReadingHead head;
  head.key.emplace();
  head.reader = "whatsapp/1";
  head.sources.push_back({std::nullopt, std::nullopt, "", messages.size() * 10, crypto::Sha256::of({})});
  std::string lines = head_line(head) + "\n";
  std::uint64_t number = 0;
  for (const MadeMessage& message : messages) {
    vault::Json line{{"b", number * 10}, {"e", number * 10 + 10}, {"from", "M"}, {"kind", "text"}, {"src", 0}};
    line["n"] = ++number;
    if (!message.text.empty()) line["text"] = message.text;
    if (!message.time.empty()) line["time"] = message.time;
    lines += vault::to_canonical(line) + "\n";
  }
  return lines;
}

/// Keeps such a reading as a conversation, and opens it.
inline vault::Conversation add_conversation(RecordFixture& fixture, const std::vector<MadeMessage>& messages) {
  const std::string reading = made_reading(messages);
  MemorySource source(as_bytes(reading));
  const vault::Outline outline = vault::outline_of(source).value();
  vault::Addition addition;
  addition.kind = vault::ItemKind::conversation;
  addition.media = vault::kReadingMedia;
  addition.name = "Chat with M";
  addition.messages = vault::MessagesRoot{messages.size(), {}};
  addition.outline = &outline;
  auto content = vault::store_bytes(fixture.record().vault(), as_bytes(reading)).value();
  const auto outcome = fixture.record().add(addition, std::move(content)).value();
  return vault::open_conversation(fixture.record(), outcome.item).value();
}

}  // namespace daybook::test
