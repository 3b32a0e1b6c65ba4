#pragma once

#include "tests/support/record_fixture.h"
#include "vault/intake/chat/keep_chat.h"
#include "vault/intake/file.h"

namespace daybook::test {

/// A chat of so many messages, one a minute from 3 May 2025, 10:00, with a notice at its beginning that is message 1.
inline std::string chat_of(int messages) {
  std::string text =
      "03/05/2025, 10:00 - Messages and calls are end-to-end encrypted. Only people in this chat can "
      "read, listen to, or share them. Learn more.\n";
  for (int i = 1; i < messages; ++i) {
    const int minute = i % 60, hour = 10 + i / 60 % 12, day = 3 + i / 720;
    char stamp[64];
    std::snprintf(stamp, sizeof stamp, "%02d/%02d/2025, %02d:%02d", 1 + (day - 1) % 28, 5 + (day - 1) / 28, hour,
                  minute);
    text +=
        std::string(stamp) + " - " + (i % 2 == 0 ? "Mark" : "S") + ": message number " + std::to_string(i + 1) + "\n";
  }
  return text;
}

/// Keeps an export, and reads it as a conversation.
inline vault::KeptConversation keep_chat(RecordFixture& fixture, std::string_view text,
                                         const vault::SaidOfChat& said = {}) {
  const auto kept = vault::keep_bytes(fixture.record(), as_bytes(text), "WhatsApp Chat with Mark.txt", {});
  vault::OwnRecord access(fixture.record());
  return vault::read_kept_chat(access, kept.value().outcome.item, said).value().conversations.at(0);
}

}  // namespace daybook::test
