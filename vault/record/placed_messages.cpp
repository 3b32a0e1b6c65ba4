#include "vault/record/placed_messages.h"

#include <map>
#include <set>

namespace daybook::vault {
namespace {

// Where bytes of a message begin, in a source of the newest reading.
using Place = std::pair<std::size_t, std::uint64_t>;

std::optional<std::size_t> same_source(const ReadingHead& head, const ReadingSource& wanted) {
  for (std::size_t i = 0; i < head.sources.size(); ++i) {
    if (head.sources[i].sha256 == wanted.sha256 && head.sources[i].entry == wanted.entry) return i;
  }
  return std::nullopt;
}

// Places messages of older readings in the newest one by their bytes: those stay what they are, whatever reading
// numbers them, and also where they only repeat a message of another export. Each reading is gone through once, for all
// of them.
class Places {
 public:
  Places(Record& record, const Conversation& newest) : m_record(record), m_newest(newest) {}

  void want(const MessagesNoted& noted) {
    if (noted.reading == m_newest.id) return;
    m_wanted[noted.reading].insert({noted.first, noted.last});
  }

  Result<void> find() {
    if (m_wanted.empty()) return {};
    TRY_ASSIGN(const Item item, m_record.item(m_newest.number));
    for (const ItemVersion& version : item.versions) TRY(find_bytes(version));
    if (m_bytes.empty()) return {};
    TRY_ASSIGN(const auto source, m_record.open_version(m_newest.version));
    ReadingLines lines(*source);
    TRY(lines.head());
    for (std::size_t open = m_bytes.size(); open > 0;) {
      TRY_ASSIGN(const auto line, lines.next());
      if (!line) return {};
      if (const auto* message = std::get_if<ReadMessage>(&*line))
        open -= number({message->source, message->begin}, message->end, message->number);
      else if (const auto& range = std::get<ReadRange>(*line); range.what == RangeKind::same)
        open -= number({range.source, range.begin}, range.end, range.number);
    }
    return {};
  }

  // The numbers in the newest reading of the first and the last of the messages that are noted.
  std::optional<MessageRun> place(const MessagesNoted& noted) const {
    if (noted.reading == m_newest.id)
      return noted.last <= m_newest.outline.messages ? std::optional(MessageRun{noted.first, noted.last})
                                                     : std::nullopt;
    const auto first = number_of(noted.reading, noted.first), last = number_of(noted.reading, noted.last);
    if (!first || !last || *last < *first) return std::nullopt;
    return MessageRun{*first, *last};
  }

 private:
  struct Message {
    std::uint64_t end = 0, number = 0;  // the number is 0 where the newest reading does not have it
  };

  // Of the messages that are wanted in an older reading, of which there is no outline.
  Result<void> find_bytes(const ItemVersion& version) {
    TRY_ASSIGN(const auto source, m_record.open_version(version));
    ReadingLines lines(*source);
    TRY_ASSIGN(const ReadingHead head, lines.head());
    const auto wanted = m_wanted.find(lines.id());
    if (wanted == m_wanted.end()) return {};
    for (auto next = wanted->second.begin(); next != wanted->second.end();) {
      TRY_ASSIGN(const auto line, lines.next());
      if (!line) return {};
      const auto* message = std::get_if<ReadMessage>(&*line);
      if (message == nullptr || message->number < *next) continue;
      if (message->number > *next || message->source >= head.sources.size()) return {};
      if (const auto same = same_source(m_newest.head, head.sources[message->source])) {
        const Place place{*same, message->begin};
        m_places[{lines.id(), *next}] = {place, message->end};
        m_bytes.emplace(place, Message{message->end, 0});
      }
      ++next;
    }
    return {};
  }

  // Takes in what stands at a place of the newest reading, and answers how many places that settles.
  std::size_t number(const Place& place, std::uint64_t end, std::uint64_t number) {
    const auto found = m_bytes.find(place);
    if (found == m_bytes.end() || found->second.number != 0) return 0;
    found->second = {end, number};
    return 1;
  }

  std::optional<std::uint64_t> number_of(const ReadingId& reading, std::uint64_t number) const {
    const auto older = m_places.find({reading, number});
    if (older == m_places.end()) return std::nullopt;
    const auto& [place, end] = older->second;
    const Message& newest = m_bytes.at(place);
    return newest.number != 0 && newest.end == end ? std::optional(newest.number) : std::nullopt;
  }

  Record& m_record;
  const Conversation& m_newest;
  std::map<ReadingId, std::set<std::uint64_t>> m_wanted;                                    // numbers by reading
  std::map<std::pair<ReadingId, std::uint64_t>, std::pair<Place, std::uint64_t>> m_places;  // with the ends
  std::map<Place, Message> m_bytes;
};

}  // namespace

Result<std::vector<std::optional<MessageRun>>> place_in_newest(Record& record, const Conversation& newest,
                                                               const std::vector<MessagesNoted>& noted) {
  Places places(record, newest);
  for (const MessagesNoted& one : noted) places.want(one);
  TRY(places.find());
  std::vector<std::optional<MessageRun>> placed;
  for (const MessagesNoted& one : noted) placed.push_back(places.place(one));
  return placed;
}

Result<void> require_messages(const Conversation& conversation, const MessageRun& run) {
  const std::uint64_t count = conversation.outline.messages;
  if (run.first >= 1 && run.first <= run.last && run.last <= count) return {};
  return Error{ErrorCode::usage, "the conversation has messages 1 to " + std::to_string(count)};
}

}  // namespace daybook::vault
