#pragma once

#include "vault/record/outline.h"
#include "vault/record/record.h"

namespace daybook::vault {

/// A conversation that was opened at one of its readings.
struct Conversation {
  ItemNumber number{};
  ItemVersion version;  // the reading
  ReadingHead head;     // its first line
  ReadingId id{};       // what notes name it by
  Outline outline;      // of the newest reading, without blocks
  std::string me;       // which sender the keeper is, as she said; empty where she did not
  std::string heading;  // what to call it
};

/// Opens a conversation at its newest reading. `usage` where the item is none, `not_found` where there is no such item.
Result<Conversation> open_conversation(Record& record, ItemNumber number);

/// Messages from number `first` on, at most `count`, in the order of the export. Fewer at the end.
Result<std::vector<ReadMessage>> read_messages(Record& record, const Conversation& conversation, std::uint64_t first,
                                               std::uint64_t count);
/// The number of the first message whose time is at or behind `seconds` (LocalTime). Nothing when there is none.
Result<std::optional<std::uint64_t>> first_message_since(Record& record, const Conversation& conversation,
                                                         std::int64_t seconds);
/// Messages with a mark, from number `first` on, at most `count`, each with the message before it, which tells how long
/// a silence was.
struct MarkedMessage {
  ReadMessage message;
  std::optional<LocalTime> before;
};
Result<std::vector<MarkedMessage>> marked_messages(Record& record, const Conversation& conversation, MessageMark mark,
                                                   std::uint64_t first, std::size_t count);

/// All conversations that were not removed, latest added first.
Result<std::vector<ItemNumber>> all_conversations(Record& record);
/// Those whose newest readings rest on an export, by its digest. One that cannot be read is left out.
Result<std::vector<ItemNumber>> conversations_on(Record& record, const crypto::Sha256Digest& exported);
/// Those that were read from a file of the record. None for another item, and for a file that is out of an export
/// itself. Errors are those of Record::item().
Result<std::vector<ItemNumber>> conversations_read_from(Record& record, ItemNumber file);

}  // namespace daybook::vault
