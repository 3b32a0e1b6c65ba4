#pragma once

#include "tests/support/kept_chat.h"
#include "tests/support/made_zip.h"
#include "vault/record/conversation.h"

namespace daybook::test {

/// A way to a record that belongs to the test, with a conversation read from a ZIP.
struct KeptZip {
  vault::OwnRecord access;
  vault::ItemNumber exported{}, conversation{};

  /// Keeps the export and reads it. The messages of a chat by made_chat() that name files begin with number 3.
  KeptZip(RecordFixture& fixture, const std::string& zip, const vault::ArchiveReader& archives)
      : access(fixture.record()) {
    const auto kept = vault::keep_bytes(fixture.record(), as_bytes(zip), "WhatsApp Chat - Mark.zip", {});
    exported = kept.value().outcome.item;
    conversation = vault::read_kept_chat(access, exported, {}, {}, archives).value().conversations.at(0).conversation;
  }
};

/// One message of the newest reading.
inline vault::ReadMessage message_of(RecordFixture& fixture, vault::ItemNumber conversation, std::uint64_t number) {
  const auto opened = vault::open_conversation(fixture.record(), conversation).value();
  return vault::read_messages(fixture.record(), opened, number, 1).value().at(0);
}

}  // namespace daybook::test
