#include "vault/record/notes_on_messages.h"

#include <algorithm>

namespace daybook::vault {
namespace {

// A message by its bytes: those stay what they are, whatever reading numbers them.
struct MessageBytes {
  std::size_t source;  // of the newest reading
  std::uint64_t begin, end;
};

std::optional<std::size_t> same_source(const ReadingHead& head, const ReadingSource& wanted) {
  for (std::size_t i = 0; i < head.sources.size(); ++i) {
    if (head.sources[i].sha256 == wanted.sha256 && head.sources[i].entry == wanted.entry) return i;
  }
  return std::nullopt;
}

// Places messages of older readings in the newest one.
class Places {
 public:
  Places(Record& record, const Conversation& newest) : m_record(record), m_newest(newest) {}

  // The numbers in the newest reading of the first and the last of the messages that are noted.
  Result<std::optional<MessageNote>> place(ItemNumber note, const MessagesNoted& noted) {
    if (noted.reading == m_newest.id)
      return noted.last <= m_newest.outline.messages ? std::optional(MessageNote{note, noted.first, noted.last})
                                                     : std::nullopt;
    TRY_ASSIGN(const auto first, number_of(noted.reading, noted.first));
    TRY_ASSIGN(const auto last, number_of(noted.reading, noted.last));
    if (!first || !last || *last < *first) return std::optional<MessageNote>();
    return std::optional(MessageNote{note, *first, *last});
  }

 private:
  Result<std::optional<std::uint64_t>> number_of(const ReadingId& reading, std::uint64_t number) {
    TRY_ASSIGN(const auto bytes, bytes_of(reading, number));
    if (!bytes) return std::optional<std::uint64_t>();
    return find(*bytes);
  }

  // Goes through the older reading, of which there is no outline.
  Result<std::optional<MessageBytes>> bytes_of(const ReadingId& reading, std::uint64_t number) {
    TRY_ASSIGN(const Item item, m_record.item(m_newest.number));
    for (const ItemVersion& version : item.versions) {
      TRY_ASSIGN(const auto source, m_record.open_version(version));
      ReadingLines lines(*source);
      TRY_ASSIGN(const ReadingHead head, lines.head());
      if (lines.id() != reading) continue;
      for (;;) {
        TRY_ASSIGN(const auto line, lines.next());
        if (!line) return std::optional<MessageBytes>();
        const auto* message = std::get_if<ReadMessage>(&*line);
        if (message == nullptr || message->number != number) continue;
        if (message->source >= head.sources.size()) return std::optional<MessageBytes>();
        const auto same = same_source(m_newest.head, head.sources[message->source]);
        return same ? std::optional(MessageBytes{*same, message->begin, message->end}) : std::nullopt;
      }
    }
    return std::optional<MessageBytes>();
  }

  // Messages stand in the order of their sources and of the bytes in each, so halving finds one.
  Result<std::optional<std::uint64_t>> find(const MessageBytes& wanted) {
    std::uint64_t low = 1, high = m_newest.outline.messages;
    while (low <= high) {
      const std::uint64_t middle = low + (high - low) / 2;
      TRY_ASSIGN(const auto messages, read_messages(m_record, m_newest, middle, 1));
      if (messages.empty()) return std::optional<std::uint64_t>();
      const ReadMessage& message = messages.front();
      const auto here = std::pair(message.source, message.begin), there = std::pair(wanted.source, wanted.begin);
      if (here == there) return message.end == wanted.end ? std::optional(middle) : std::nullopt;
      if (here < there)
        low = middle + 1;
      else
        high = middle - 1;
    }
    return std::optional<std::uint64_t>();
  }

  Record& m_record;
  const Conversation& m_newest;
};

}  // namespace

Result<MessageNotes> notes_on_messages(Record& record, const Conversation& conversation) {
  TRY_ASSIGN(const auto beside, record.notes_about(conversation.number));
  Places places(record, conversation);
  MessageNotes notes;
  for (const ItemNumber number : beside) {
    TRY_ASSIGN(const Item note, record.item(number));
    const auto* noted = note.on ? std::get_if<MessagesNoted>(&*note.on) : nullptr;
    if (noted == nullptr) continue;
    TRY_ASSIGN(const auto placed, places.place(number, *noted));
    if (placed)
      notes.placed.push_back(*placed);
    else
      notes.not_placed.push_back(number);
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
  if (first < 1 || last < first || last > conversation.outline.messages)
    return Error{ErrorCode::usage,
                 "the conversation has messages 1 to " + std::to_string(conversation.outline.messages)};
  Addition addition;
  addition.kind = ItemKind::note;
  addition.about = conversation.number;
  addition.on = MessagesNoted{conversation.id, first, last};
  addition.answers = answers;
  return record.add_text(addition, text);
}

}  // namespace daybook::vault
