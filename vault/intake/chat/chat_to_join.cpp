#include "vault/intake/chat/chat_to_join.h"

#include <algorithm>

namespace daybook::vault {
namespace {

std::string_view service_of(std::string_view reader) { return reader.substr(0, reader.find('/')); }

// What keeps a conversation from being read anew with another export, and says nothing of any other conversation. The
// order of dates that the keeper said of one can be none for the other (`usage`).
bool is_of_conversation(ErrorCode code) {
  return code == ErrorCode::usage || code == ErrorCode::not_found || code == ErrorCode::damaged ||
         code == ErrorCode::malformed || code == ErrorCode::unsupported || code == ErrorCode::too_large ||
         code == ErrorCode::does_not_match;
}

// The conversations of the same service whose exports write dates in no other order than the keeper says.
Result<std::vector<Conversation>> conversations_like(Record& record, const TextToRead& text) {
  std::vector<Conversation> like;
  TRY_ASSIGN(const auto numbers, all_conversations(record));
  for (const ItemNumber number : numbers) {
    TRY_ASSIGN(Conversation conversation, open_conversation(record, number));
    const ReadingHead& head = conversation.head;
    const bool is_other_order = text.order && head.order_by != OrderBy::assumed && head.order != *text.order;
    if (service_of(head.reader) == service_of(text.format->reader) && !is_other_order)
      like.push_back(std::move(conversation));
  }
  return like;
}

// Whether it is worth the time to hold all messages of a conversation against those of a text. Whoever keeps the record
// writes in every chat, so one common sender says nothing where there are two.
bool may_be_one_chat(const Conversation& conversation, const MessageTraces& traces, const std::string& title) {
  const Outline& outline = conversation.outline;
  const auto common =
      static_cast<std::size_t>(std::count_if(traces.senders.begin(), traces.senders.end(), [&](const auto& sender) {
        return outline.senders.contains(sender.first);
      }));
  const bool is_other = common < std::min<std::size_t>(traces.senders.size(), 2) && conversation.head.title != title;
  return !is_other && common > 0 && conversation.head.sources.size() < kMostSources;
}

}  // namespace

std::optional<std::size_t> place_of(const ReadingHead& head, const ReadingSource& source) {
  for (std::size_t i = 0; i < head.sources.size(); ++i) {
    if (head.sources[i].sha256 == source.sha256 && head.sources[i].entry == source.entry) return i;
  }
  return std::nullopt;
}

Result<OpenedConversation> open_with(RecordAccess& access, Conversation conversation, const TextToRead& text,
                                     const Progress& progress, const ArchiveReader& archives) {
  const ReadingHead& head = conversation.head;
  if (service_of(head.reader) != service_of(text.format->reader))
    return Error{ErrorCode::unsupported, "a conversation of another service"};
  const auto place = place_of(head, text.source);
  if (!place && head.sources.size() >= kMostSources)
    return Error{ErrorCode::too_large, "a conversation of more than " + std::to_string(kMostSources) + " exports"};
  TRY_ASSIGN(ChatSources kept, access.ask([&](Record& record) { return ChatSources::open(record, head, archives); }));
  std::vector<ByteSource*> texts = kept.all();
  if (!place) texts.push_back(text.text);
  const auto said_before = head.order_by == OrderBy::asked ? std::optional(head.order) : std::nullopt;
  TRY_ASSIGN(JoinedExports exports,
             JoinedExports::open(*text.format, std::move(texts), text.order ? text.order : said_before));
  TRY(exports.compare(progress));
  const std::size_t at = place.value_or(head.sources.size());
  return OpenedConversation{std::move(conversation), std::move(kept), at, std::move(exports)};
}

Result<ChatFound> find_chat(RecordAccess& access, const TextToRead& text, const Progress& progress,
                            const ArchiveReader& archives) {
  ChatFound found;
  TRY_ASSIGN(auto like, access.ask([&](Record& record) { return conversations_like(record, text); }));
  if (like.empty()) return found;
  TRY_ASSIGN(const auto parser, text.format->open(*text.text, text.order));
  const auto traces = traces_of(*parser, *text.text, kMostCompared, progress);
  if (!traces && traces.error().code == ErrorCode::too_large) return found;
  if (!traces) return traces.error();
  std::uint64_t most = 0, most_alike = 0;
  for (Conversation& one : like) {
    if (!may_be_one_chat(one, *traces, text.title)) continue;
    auto opened = open_with(access, std::move(one), text, progress, archives);
    if (!opened && is_of_conversation(opened.error().code)) continue;
    if (!opened) return opened.error();
    const Likeness& likeness = opened->exports.likeness();
    if (likeness.shared_words > most_alike) {
      most_alike = likeness.shared_words;
      found.alike = opened->conversation.number;
    }
    if (!is_one_chat(likeness, opened->conversation.head.title == text.title) || likeness.shared <= most) continue;
    // One line that somebody put into the other export would give all of her messages other days.
    const bool moves_days = opened->exports.settings().order != opened->conversation.head.order;
    if (moves_days && !text.order) continue;
    most = likeness.shared;
    found.conversation.emplace(std::move(*opened));
  }
  if (found.conversation) found.alike.reset();
  return found;
}

}  // namespace daybook::vault
