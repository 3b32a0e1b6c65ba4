#include "ui/model/conversation_reading.h"

#include <algorithm>

#include "ui/words/conversation_text.h"
#include "vault/record/calendar.h"
#include "vault/record/conversation_days.h"
#include "vault/store/copy_stream.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostOfNote = 6000;  // bytes

void cut(std::string& text, std::size_t most) {
  if (text.size() <= most) return;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  text.resize(most);
}

Result<std::vector<NoteOnMessages>> read_notes(vault::Record& record, const vault::MessageNotes& notes) {
  std::vector<NoteOnMessages> read;
  for (const vault::MessageNote& note : notes.placed) {
    NoteOnMessages one{note, 0, "", false};
    TRY_ASSIGN(const vault::Item item, record.item(note.note));
    one.written_at = item.added_at;
    TRY_ASSIGN(const auto source, record.open_version(item.newest()));
    TRY_ASSIGN(one.text, vault::read_text(*source, kMostOfNote, one.is_cut));
    read.push_back(std::move(one));
  }
  std::stable_sort(read.begin(), read.end(),
                   [](const NoteOnMessages& a, const NoteOnMessages& b) { return a.place.last < b.place.last; });
  return read;
}

// The first message whose date can be two days, where nobody has said which it is.
Result<std::optional<UnclearDate>> unclear_date(vault::Record& record, const vault::Conversation& conversation) {
  using Order = vault::DateOrder;
  const vault::ReadingHead& head = conversation.head;
  const bool is_year_found = head.order == Order::year_month_day && head.order_by != vault::OrderBy::assumed;
  if (head.order_by == vault::OrderBy::asked || is_year_found) return std::optional<UnclearDate>();
  TRY_ASSIGN(const auto marked, vault::marked_messages(record, conversation, vault::MessageMark::unclear_time, 1, 1));
  if (marked.empty() || !marked[0].message.time) return std::optional<UnclearDate>();
  const vault::LocalTime time = *marked[0].message.time;
  const std::int32_t number = vault::day_of_seconds(time.seconds);
  const vault::CivilDay day = vault::civil_day(number);
  Order other = head.order == Order::day_month_year ? Order::month_day_year : Order::day_month_year;
  std::optional<std::int32_t> turned;
  if (head.order != Order::year_month_day) turned = vault::day_number({day.year, day.day, day.month});
  // A year of two figures can change places with the day.
  if (!turned && day.year >= 2000 && day.year < 2100) {
    const int other_year = 2000 + static_cast<int>(day.day);
    turned = vault::day_number({other_year, day.month, static_cast<unsigned>(day.year - 2000)});
    if (head.order != Order::year_month_day) other = Order::year_month_day;
  }
  if (!turned) return std::optional<UnclearDate>();
  const vault::LocalTime turned_time{time.seconds + (*turned - number) * vault::kSecondsOfDay, time.has_seconds};
  return std::optional(UnclearDate{marked[0].message.at, time, turned_time, head.order, other});
}

// `3/5` or `3.5.` as `3/5/` or `3.5.`, behind which the year belongs. Empty for anything else.
std::string short_date(std::string_view words) {
  const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
  const auto take = [&](std::string_view& rest) {
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_figure);
    const auto size = static_cast<std::size_t>(end - rest.begin());
    rest.remove_prefix(size);
    return size == 1 || size == 2;
  };
  while (words.starts_with(' ')) words.remove_prefix(1);
  while (words.ends_with(' ')) words.remove_suffix(1);
  std::string_view rest = words;
  if (!take(rest) || rest.empty()) return "";
  const char separator = rest[0];
  rest.remove_prefix(1);
  if ((separator != '/' && separator != '.' && separator != '-') || !take(rest)) return "";
  if (rest.empty()) return std::string(words) + separator;
  return rest.size() == 1 && rest[0] == separator ? std::string(words) : "";
}

// What the words can mean, now or when the conversation ended, and where they are a day and a month in figures, in each
// of its years.
std::vector<vault::WhenRead> meanings(const vault::Outline& outline, const std::string& words,
                                      const vault::WhenRead& now) {
  const std::int32_t first = vault::day_of_seconds(*outline.earliest), last = vault::day_of_seconds(*outline.latest);
  const int minute = static_cast<int>((*outline.latest - last * vault::kSecondsOfDay) / 60);
  std::vector<vault::WhenRead> read{now, vault::read_when(words, vault::LocalMoment{last, minute})};
  const std::string date = short_date(words);
  const int from = vault::civil_day(first).year, to = vault::civil_day(last).year;
  for (int year = from; year <= to && !date.empty(); ++year)
    read.push_back(vault::read_when(date + std::to_string(year), std::nullopt));
  return read;
}

// Those of which the conversation can have messages.
std::vector<vault::SaidTime> times_within(const vault::Outline& outline, const std::string& words,
                                          const vault::WhenRead& now) {
  std::vector<vault::SaidTime> within;
  if (!outline.earliest || !outline.latest) return within;
  const std::int32_t first = vault::day_of_seconds(*outline.earliest), last = vault::day_of_seconds(*outline.latest);
  for (const vault::WhenRead& read : meanings(outline, words, now)) {
    for (const vault::SaidTime& said : read.readings) {
      const bool is_within = said.first <= last && said.last >= first;
      if (is_within && std::find(within.begin(), within.end(), said) == within.end()) within.push_back(said);
    }
  }
  return within;
}

// The exports of a conversation that are not in the record any more.
Result<std::size_t> count_removed(vault::Record& record, const vault::Conversation& conversation) {
  std::size_t removed = 0;
  for (const vault::ReadingSource& source : conversation.head.sources) {
    TRY_ASSIGN(const auto items, record.items_with(source.sha256));
    if (items.empty()) ++removed;
  }
  return removed;
}

}  // namespace

// The message before the first one is read too: its time says what stands between them. A message can have a megabyte
// of text, so only a few are held uncut.
Result<std::vector<ShownMessage>> read_shown(vault::Record& record, const vault::Conversation& conversation,
                                             std::uint64_t first, std::uint64_t count) {
  std::vector<ShownMessage> shown;
  std::optional<vault::LocalTime> before;
  const std::uint64_t end = first + count;
  for (std::uint64_t next = std::max<std::uint64_t>(first, 2) - 1; next < end; next += vault::kMessagesInBlock) {
    TRY_ASSIGN(auto read,
               vault::read_messages(record, conversation, next, std::min(vault::kMessagesInBlock, end - next)));
    for (vault::ReadMessage& message : read) {
      const std::optional<vault::LocalTime> time = message.time;
      if (message.number >= first) {
        ShownMessage one{std::move(message), false, before, {}};
        one.is_cut = one.said.text.size() > kMostOfMessage;
        cut(one.said.text, kMostOfMessage);
        for (const auto& other : vault::not_repeated_of(conversation.outline.not_repeated, one.said.number))
          one.of_exports.push_back(not_repeated_text(other, one.said.number, true));
        shown.push_back(std::move(one));
      }
      before = time;
    }
  }
  return shown;
}

// The days are those of the chosen messages alone: one that was delivered late stands among those of another day.
Result<ShareOffer> offer_to_share(vault::Record& record, const vault::Conversation& conversation,
                                  const vault::MessageRun& chosen) {
  ShareOffer offer{chosen, {}, {}, {}};
  TRY_ASSIGN(offer.days, vault::with_whole_days(record, conversation, {chosen}));
  for (std::uint64_t next = chosen.first; next <= chosen.last; next += vault::kMessagesInBlock) {
    TRY_ASSIGN(const auto read, vault::read_messages(record, conversation, next,
                                                     std::min(vault::kMessagesInBlock, chosen.last - next + 1)));
    for (const vault::ReadMessage& message : read) {
      if (!message.time) continue;
      const auto is_before = [](const vault::LocalTime& a, const vault::LocalTime& b) { return a.seconds < b.seconds; };
      if (!offer.first_day || is_before(*message.time, *offer.first_day)) offer.first_day = message.time;
      if (!offer.last_day || is_before(*offer.last_day, *message.time)) offer.last_day = message.time;
    }
  }
  return offer;
}

Result<FoundDay> find_day(vault::Record& record, const vault::Conversation& conversation, const std::string& words,
                          const std::optional<vault::LocalMoment>& now) {
  const vault::WhenRead read = vault::read_when(words, now);
  const std::vector<vault::SaidTime> within = times_within(conversation.outline, words, read);
  const vault::SaidTime* const said = within.size() == 1 ? &within[0] : read.time();
  FoundDay found;
  if (said == nullptr) {
    found.meant = read.is_ambiguous() || within.size() > 1 ? FoundDay::Meant::several : FoundDay::Meant::nothing;
    return found;
  }
  if (read.time() == nullptr || *read.time() != *said) found.taken_as = *said;
  TRY_ASSIGN(const auto number,
             vault::first_message_since(record, conversation, std::int64_t{said->first} * vault::kSecondsOfDay));
  if (!number) return found;
  found.message = *number;
  TRY_ASSIGN(const auto messages, vault::read_messages(record, conversation, *number, 1));
  const std::int64_t end = (std::int64_t{said->last} + 1) * vault::kSecondsOfDay;
  found.is_later = !messages.empty() && messages[0].time && messages[0].time->seconds >= end;
  return found;
}

Result<std::uint64_t> next_marked(vault::Record& record, const vault::Conversation& conversation,
                                  vault::MessageMark mark, std::uint64_t number) {
  TRY_ASSIGN(auto marked, vault::marked_messages(record, conversation, mark, number + 1, 1));
  if (marked.empty()) {
    TRY_ASSIGN(marked, vault::marked_messages(record, conversation, mark, 1, 1));
  }
  return marked.empty() ? 0 : marked[0].message.number;
}

Result<LoadedConversation> load_conversation(vault::Record& record, vault::ItemNumber number) {
  LoadedConversation loaded;
  TRY_ASSIGN(loaded.conversation, vault::open_conversation(record, number));
  TRY_ASSIGN(const auto first, vault::read_messages(record, loaded.conversation, 1, 1));
  if (first.empty() && loaded.conversation.outline.messages > 0)
    return Error{ErrorCode::damaged, "item " + vault::item_text(number)};
  loaded.completeness = completeness_text(loaded.conversation, first);
  TRY_ASSIGN(const std::size_t removed, count_removed(record, loaded.conversation));
  if (removed > 0) loaded.completeness.insert(loaded.completeness.begin(), removed_exports_text(removed));
  TRY_ASSIGN(const vault::MessageNotes notes, vault::notes_on_messages(record, loaded.conversation));
  TRY_ASSIGN(loaded.notes, read_notes(record, notes));
  loaded.notes_not_placed = notes.not_placed.size();
  TRY_ASSIGN(loaded.tags, vault::tags_on_messages(record, loaded.conversation));
  TRY_ASSIGN(loaded.unclear, unclear_date(record, loaded.conversation));
  record.viewed(number);
  return loaded;
}

}  // namespace daybook::ui
