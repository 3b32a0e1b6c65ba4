#pragma once

#include "vault/log/message_part.h"
#include "vault/record/conversation.h"

namespace daybook::vault {

/// A note beside messages of a conversation, by their numbers in its newest reading.
struct MessageNote {
  ItemNumber note{};
  std::uint64_t first = 0, last = 0;
};
struct MessageNotes {
  std::vector<MessageNote> placed;  // by first message
  // Notes beside messages of an older reading that the newest one does not have as they were. They are told of.
  std::vector<ItemNumber> not_placed;
};
/// The notes beside messages of a conversation. Those that were written beside messages of an older reading are placed
/// by the bytes of these messages in their exports, also where the newest one joins another export.
Result<MessageNotes> notes_on_messages(Record& record, const Conversation& conversation);

/// The same notes, by how much of what each is about stands in a part of the conversation.
struct NotesOfPart {
  std::vector<MessageNote> whole, cut;  // about messages that are all shown, and about some that are not
  std::vector<MessageNote> elsewhere;   // about messages none of which is shown
  std::vector<ItemNumber> not_placed;
};
/// `runs` are the messages that the part shows. Errors are those of notes_on_messages().
Result<NotesOfPart> notes_of_part(Record& record, const Conversation& conversation,
                                  const std::vector<MessageRun>& runs);

/// A note beside messages. `usage` where the conversation has no such messages; else as Record::add_text().
Result<AddOutcome> add_note_on(Record& record, const Conversation& conversation, std::uint64_t first,
                               std::uint64_t last, std::string_view text, const Answers& answers = {});

}  // namespace daybook::vault
