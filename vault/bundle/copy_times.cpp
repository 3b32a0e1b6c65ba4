#include "vault/bundle/copy_times.h"

#include <algorithm>

#include "vault/bundle/copy_attachments.h"
#include "vault/intake/words.h"
#include "vault/record/notes_on_messages.h"

namespace daybook::vault {
namespace {

// The messages that a note is about and that are in the copy.
std::vector<MessageRun> shown_of(const CopyItem& conversation, const MessageNote& note) {
  if (!conversation.part) return {{note.first, note.last}};
  std::vector<MessageRun> shown;
  for (const MessageRun& run : conversation.part->runs) {
    if (run.first <= note.last && note.first <= run.last)
      shown.push_back({std::max(run.first, note.first), std::min(run.last, note.last)});
  }
  return shown;
}

Result<void> add_to_notes(Record& record, const CopyItem& copy, const Conversation& conversation,
                          std::vector<CopyItem>& items) {
  TRY_ASSIGN(const MessageNotes notes, notes_on_messages(record, conversation));
  for (const MessageNote& note : notes.placed) {
    const auto there =
        std::find_if(items.begin(), items.end(), [&](const CopyItem& one) { return one.item.number == note.note; });
    const std::vector<MessageRun> shown = shown_of(copy, note);
    if (there == items.end()) continue;
    there->noted = MessagesNoted{conversation.id, note.first, note.last};
    if (shown.empty()) continue;
    TRY_ASSIGN(there->sent, times_of(record, conversation, shown));
  }
  return {};
}

bool was_pasted(const Item& exported) {
  const Answers answers = exported.current_answers();
  const auto how = answers.find(question::kHow);
  return how != answers.end() && how->second == kPasted;
}

// How the exports stand to each other, and when each was kept: a message of an early one is no later than that.
Result<void> add_exports(Record& record, const Conversation& conversation, CopyItem& copy) {
  copy.exports = conversation.outline.sources;
  copy.not_repeated = conversation.outline.not_repeated;
  for (const ReadingSource& source : conversation.head.sources) {
    ExportKept kept;
    TRY_ASSIGN(const auto items, record.items_with(source.sha256));
    if (!items.empty()) {
      TRY_ASSIGN(const Item exported, record.item(items.front()));
      kept = {exported.versions.front().sequence, exported.added_at, was_pasted(exported)};
    }
    copy.exports_kept.push_back(kept);
  }
  return {};
}

}  // namespace

Result<void> add_message_times(Record& record, std::vector<CopyItem>& items) {
  for (CopyItem& copy : items) {
    if (copy.item.kind != ItemKind::conversation) continue;
    TRY_ASSIGN(const Conversation conversation, open_conversation(record, copy.item.number));
    if (copy.part) {
      TRY_ASSIGN(copy.sent, times_of(record, conversation, copy.part->runs));
    } else {
      copy.sent = times_of_all(conversation);
    }
    if (!copy.notes.empty()) TRY(add_to_notes(record, copy, conversation, items));
    TRY(add_exports(record, conversation, copy));
    TRY(add_attachments(record, copy, conversation, items));
  }
  return {};
}

}  // namespace daybook::vault
