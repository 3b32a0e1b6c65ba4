#include "vault/record/outline.h"

#include <algorithm>

#include "vault/record/calendar.h"
#include "vault/record/record.h"

namespace daybook::vault {
namespace {

void take_in(std::optional<std::int64_t>& earliest, std::optional<std::int64_t>& latest, std::int64_t seconds) {
  earliest = earliest ? std::min(*earliest, seconds) : seconds;
  latest = latest ? std::max(*latest, seconds) : seconds;
}

Result<Outline> unreadable(ItemNumber conversation) {
  return Error{ErrorCode::damaged, "item " + item_text(conversation)};
}

std::optional<std::int64_t> optional_integer(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.integer(column));
}

Json facts_json(const Outline& outline) {
  // Names are no names of members: canonical JSON has those in ASCII.
  Json senders = Json::array();
  for (const auto& [name, count] : outline.senders) senders.push_back(Json::array({name, count}));
  Json facts{{"senders", std::move(senders)},
             {"of_other_senders", outline.of_other_senders},
             {"marks", std::vector(outline.marks.begin(), outline.marks.begin() + kMarksOfMessage)},
             {"bytes_not_understood", outline.bytes_not_understood},
             {"longest_silence", {outline.longest_silence_days, outline.longest_silence_before}}};
  for (const SourceOverlap& source : outline.sources)
    facts["sources"].push_back(Json::array({source.own, source.shared, source.missing, source.differing}));
  for (const NotRepeated& one : outline.not_repeated)
    facts["not_repeated"].push_back(
        Json::array({one.number, one.source, static_cast<unsigned>(one.instead), one.other}));
  return facts;
}

bool is_counts(const Json& json, std::size_t size) {
  return json.is_array() && json.size() == size &&
         std::all_of(json.begin(), json.end(), [](const Json& one) { return one.is_number_unsigned(); });
}

void count_told_by_exports(Outline& outline) {
  for (std::size_t mark = kMarksOfMessage; mark < kMessageMarks; ++mark)
    outline.marks[mark] = outline.told_by_exports(static_cast<MessageMark>(mark)).size();
}

// Where a conversation rests on one export, they are not there.
bool take_sources(const Json& facts, Outline& outline) {
  const auto sources = facts.find("sources");
  if (sources == facts.end()) return true;
  if (!sources->is_array()) return false;
  for (const Json& source : *sources) {
    if (!is_counts(source, 4)) return false;
    outline.sources.push_back({source[0].get<std::uint64_t>(), source[1].get<std::uint64_t>(),
                               source[2].get<std::uint64_t>(), source[3].get<std::uint64_t>()});
  }
  for (const Json& one : facts.value("not_repeated", Json::array())) {
    if (!is_counts(one, 4) || one[2].get<std::uint64_t>() > static_cast<unsigned>(NotRepeated::Instead::other))
      return false;
    outline.not_repeated.push_back({one[0].get<std::uint64_t>(), one[1].get<std::size_t>(),
                                    static_cast<NotRepeated::Instead>(one[2].get<unsigned>()),
                                    one[3].get<std::uint64_t>()});
  }
  return true;
}

// False where the facts are not in the form that facts_json() gives them.
bool take_facts(const Json& facts, Outline& outline) {
  const auto has_counts = [&](const char* name, std::size_t size) {
    return facts.contains(name) && is_counts(facts[name], size);
  };
  const auto others = integer_member(facts, "of_other_senders"), bytes = integer_member(facts, "bytes_not_understood");
  if (!has_counts("marks", kMarksOfMessage) || !has_counts("longest_silence", 2) || !others || !bytes) return false;
  if (!facts.contains("senders") || !facts["senders"].is_array()) return false;
  for (const Json& sender : facts["senders"]) {
    const bool is_pair =
        sender.is_array() && sender.size() == 2 && sender[0].is_string() && sender[1].is_number_unsigned();
    if (!is_pair) return false;
    outline.senders[sender[0].get<std::string>()] = sender[1].get<std::uint64_t>();
  }
  for (std::size_t i = 0; i < kMarksOfMessage; ++i) outline.marks[i] = facts["marks"][i].get<std::uint64_t>();
  outline.of_other_senders = static_cast<std::uint64_t>(*others);
  outline.bytes_not_understood = static_cast<std::uint64_t>(*bytes);
  outline.longest_silence_days = facts["longest_silence"][0].get<std::uint64_t>();
  outline.longest_silence_before = facts["longest_silence"][1].get<std::uint64_t>();
  if (!take_sources(facts, outline)) return false;
  count_told_by_exports(outline);
  return true;
}

}  // namespace

std::string_view to_text(MessageMark mark) {
  switch (mark) {
    case MessageMark::deleted:
      return "deleted";
    case MessageMark::edited:
      return "edited";
    case MessageMark::call:
      return "call";
    case MessageMark::attachment:
      return "attachment";
    case MessageMark::no_time:
      return "no-time";
    case MessageMark::unclear_time:
      return "unclear-time";
    case MessageMark::out_of_order:
      return "out-of-order";
    case MessageMark::looks_forged:
      return "looks-forged";
    case MessageMark::not_understood:
      return "not-understood";
    case MessageMark::same_time:
      return "same-time";
    case MessageMark::silence:
      return "silence";
    case MessageMark::missing_later:
      return "missing-later";
    case MessageMark::other_later:
      break;
  }
  return "other-later";
}

std::uint64_t silent_days(const std::optional<LocalTime>& before, const std::optional<LocalTime>& time) {
  if (!before || !time) return 0;
  const std::int64_t days = day_of_seconds(time->seconds) - day_of_seconds(before->seconds);
  return days > 1 ? static_cast<std::uint64_t>(days - 1) : 0;
}

std::vector<MessageMark> marks_of(const ReadMessage& message, const std::optional<LocalTime>& before) {
  std::vector<MessageMark> marks;
  const auto mark_if = [&](bool has_it, MessageMark mark) {
    if (has_it) marks.push_back(mark);
  };
  mark_if(message.kind == MessageKind::deleted, MessageMark::deleted);
  mark_if(message.kind == MessageKind::edited, MessageMark::edited);
  mark_if(message.kind == MessageKind::call, MessageMark::call);
  mark_if(!message.file.empty(), MessageMark::attachment);
  mark_if(!message.time, MessageMark::no_time);
  mark_if(message.how == TimeRead::ambiguous, MessageMark::unclear_time);
  mark_if(message.flags.is_out_of_order, MessageMark::out_of_order);
  mark_if(message.flags.looks_forged, MessageMark::looks_forged);
  mark_if(message.flags.is_not_understood || message.kind == MessageKind::unknown, MessageMark::not_understood);
  mark_if(message.flags.is_in_same_time_run, MessageMark::same_time);
  mark_if(silent_days(before, message.time) > 0, MessageMark::silence);
  return marks;
}

std::vector<std::uint64_t> Outline::told_by_exports(MessageMark mark) const {
  std::vector<std::uint64_t> told;
  const bool is_other = mark == MessageMark::other_later;
  if (!is_other && mark != MessageMark::missing_later) return told;
  for (const NotRepeated& one : not_repeated) {
    const bool is_told =
        is_other == (one.instead != NotRepeated::Instead::nothing) && (told.empty() || told.back() != one.number);
    if (is_told) told.push_back(one.number);
  }
  return told;
}

void OutlineMaker::add(const ReadMessage& message, std::uint64_t line_at) {
  if (m_outline.messages % kMessagesInBlock == 0)
    m_outline.blocks.push_back({message.number, line_at, std::nullopt, std::nullopt, 0});
  ++m_outline.messages;
  m_overlaps.add(message);
  MessageBlock& block = m_outline.blocks.back();
  if (message.time) {
    take_in(block.earliest, block.latest, message.time->seconds);
    take_in(m_outline.earliest, m_outline.latest, message.time->seconds);
  }
  for (const MessageMark mark : marks_of(message, m_before)) {
    block.marks |= mark_bit(mark);
    ++m_outline.marks[static_cast<std::size_t>(mark)];
  }
  if (const std::uint64_t days = silent_days(m_before, message.time); days > m_outline.longest_silence_days) {
    m_outline.longest_silence_days = days;
    m_outline.longest_silence_before = message.number;
  }
  m_before = message.time;
  if (message.from.empty()) return;
  const auto sender = m_outline.senders.find(message.from);
  if (sender != m_outline.senders.end())
    ++sender->second;
  else if (m_outline.senders.size() < kMostSenders)
    m_outline.senders.emplace(message.from, 1);
  else
    ++m_outline.of_other_senders;
}

void OutlineMaker::add(const ReadRange& range) {
  if (range.what == RangeKind::not_understood) m_outline.bytes_not_understood += range.end - range.begin;
  m_overlaps.add(range);
}

Outline OutlineMaker::finish() {
  Overlaps overlaps = m_overlaps.finish();
  m_outline.sources = std::move(overlaps.sources);
  m_outline.not_repeated = std::move(overlaps.not_repeated);
  count_told_by_exports(m_outline);
  return std::move(m_outline);
}

Result<Outline> outline_of(ByteSource& reading) {
  ReadingLines lines(reading);
  TRY_ASSIGN(const ReadingHead head, lines.head());
  OutlineMaker maker(head.sources.size());
  for (;;) {
    const std::uint64_t line_at = lines.offset();
    TRY_ASSIGN(const auto line, lines.next());
    if (!line) return maker.finish();
    if (const auto* message = std::get_if<ReadMessage>(&*line))
      maker.add(*message, line_at);
    else
      maker.add(std::get<ReadRange>(*line));
  }
}

Result<void> store_outline(Database& database, ItemNumber conversation, const Outline& outline) {
  TRY(forget_outline(database, conversation));
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO conversations (item, messages, earliest, latest, facts) "
                                                "VALUES (?, ?, ?, ?, ?)"));
  insert.bind(conversation).bind(static_cast<std::int64_t>(outline.messages));
  insert.bind_optional(outline.earliest).bind_optional(outline.latest);
  TRY(insert.bind(facts_json(outline).dump()).run());
  TRY_ASSIGN(Statement block,
             database.prepare("INSERT INTO message_blocks (item, first, line_at, earliest, latest, marks) VALUES "
                              "(?, ?, ?, ?, ?, ?)"));
  for (const MessageBlock& one : outline.blocks) {
    block.bind(conversation).bind(static_cast<std::int64_t>(one.first)).bind(static_cast<std::int64_t>(one.line_at));
    TRY(block.bind_optional(one.earliest).bind_optional(one.latest).bind(std::int64_t{one.marks}).run());
  }
  return {};
}

Result<void> renew_outline(Record& record, ItemNumber number) {
  TRY_ASSIGN(const Item conversation, record.item(number));
  TRY_ASSIGN(const auto reading, record.open_version(conversation.newest()));
  auto outline = outline_of(*reading);
  if (!outline) return Error{ErrorCode::damaged, "item " + item_text(number)};
  return store_outline(record.vault().database(), number, *outline);
}

Result<void> forget_outline(Database& database, ItemNumber item) {
  for (const char* sql : {"DELETE FROM message_blocks WHERE item = ?", "DELETE FROM conversations WHERE item = ?"}) {
    TRY_ASSIGN(Statement gone, database.prepare(sql));
    TRY(gone.bind(item).run());
  }
  return {};
}

Result<Outline> load_outline(Database& database, ItemNumber conversation) {
  TRY_ASSIGN(Statement row,
             database.prepare("SELECT messages, earliest, latest, facts FROM conversations WHERE item = ?"));
  row.bind(conversation);
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return unreadable(conversation);
  Outline outline;
  outline.messages = static_cast<std::uint64_t>(row.integer(0));
  outline.earliest = optional_integer(row, 1);
  outline.latest = optional_integer(row, 2);
  const auto facts = parse_json(row.text(3));
  if (!facts || !take_facts(*facts, outline)) return unreadable(conversation);
  return outline;
}

}  // namespace daybook::vault
