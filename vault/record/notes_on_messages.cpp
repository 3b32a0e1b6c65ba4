#include "vault/record/notes_on_messages.h"

#include <algorithm>

#include "vault/record/placed_messages.h"

namespace daybook::vault {

Result<MessageNotes> notes_on_messages(Record& record, const Conversation& conversation) {
  TRY_ASSIGN(const auto beside, record.notes_about(conversation.number));
  std::vector<ItemNumber> all;
  std::vector<MessagesNoted> places;
  for (const ItemNumber number : beside) {
    TRY_ASSIGN(const Item note, record.item(number));
    const auto* noted = note.on ? std::get_if<MessagesNoted>(&*note.on) : nullptr;
    if (noted == nullptr) continue;
    all.push_back(number);
    places.push_back(*noted);
  }
  TRY_ASSIGN(const auto placed, place_in_newest(record, conversation, places));
  MessageNotes notes;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (placed[i])
      notes.placed.push_back({all[i], placed[i]->first, placed[i]->last});
    else
      notes.not_placed.push_back(all[i]);
  }
  std::stable_sort(notes.placed.begin(), notes.placed.end(),
                   [](const MessageNote& a, const MessageNote& b) { return a.first < b.first; });
  return notes;
}

Result<NotesOfPart> notes_of_part(Record& record, const Conversation& conversation,
                                  const std::vector<MessageRun>& runs) {
  TRY_ASSIGN(MessageNotes all, notes_on_messages(record, conversation));
  NotesOfPart notes;
  for (const MessageNote& note : all.placed) {
    const auto holds = [&](const MessageRun& run) { return run.first <= note.first && note.last <= run.last; };
    const auto meets = [&](const MessageRun& run) { return run.first <= note.last && note.first <= run.last; };
    if (std::any_of(runs.begin(), runs.end(), holds))
      notes.whole.push_back(note);
    else if (std::any_of(runs.begin(), runs.end(), meets))
      notes.cut.push_back(note);
    else
      notes.elsewhere.push_back(note);
  }
  notes.not_placed = std::move(all.not_placed);
  return notes;
}

Result<AddOutcome> add_note_on(Record& record, const Conversation& conversation, std::uint64_t first,
                               std::uint64_t last, std::string_view text, const Answers& answers) {
  TRY(require_messages(conversation, {first, last}));
  Addition addition;
  addition.kind = ItemKind::note;
  addition.about = conversation.number;
  addition.on = MessagesNoted{conversation.id, first, last};
  addition.answers = answers;
  return record.add_text(addition, text);
}

}  // namespace daybook::vault
