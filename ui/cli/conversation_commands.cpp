#include <fmt/format.h>

#include "crypto/encoding.h"
#include "ui/cli/commands.h"
#include "ui/cli/conversations.h"
#include "ui/cli/terminal.h"
#include "ui/words/conversation_text.h"
#include "ui/words/foreign_text.h"
#include "vault/record/calendar.h"
#include "vault/record/conversation_days.h"
#include "vault/record/notes_on_messages.h"
#include "vault/record/search_index.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

constexpr std::uint64_t kMostShown = 100'000;  // messages at once

Json senders_json(const Outline& outline) {
  Json senders = Json::array();
  for (const auto& [name, messages] : outline.senders) senders.push_back({{"name", name}, {"messages", messages}});
  return senders;
}

std::string indented(const std::string& text, const std::string& margin = "        ") {
  std::string lines = margin;
  for (const char c : text) {
    lines += c;
    if (c == '\n') lines += margin;
  }
  return lines;
}

// What somebody else wrote. Each of its lines has a mark that no line of the program has: a message could look like a
// note of hers else.
std::string quoted(const std::string& text) { return indented(text, "        | "); }

void print_message(const ReadMessage& message, const Conversation& conversation, Output& output) {
  std::string line = fmt::format("#{}", message.number);
  line += "  " + (message.time ? message_time_text(*message.time) : foreign_line(message.at) + " (not a usable time)");
  if (!message.from.empty())
    line += "  " + foreign_line(message.from) + (message.from == conversation.me ? " (you)" : "");
  for (const std::string& mark : message_marks_text(message)) line += "  [" + mark + "]";
  for (const NotRepeated& one : not_repeated_of(conversation.outline.not_repeated, message.number))
    line += "  [" + not_repeated_text(one, message.number, true) + "]";
  output.line(line);
  if (!message.file.empty()) output.line(indented("file: " + foreign_line(message.file)));
  if (!message.text.empty()) output.line(quoted(safe_for_terminal(message.text)));
}

Json message_json(const ReadMessage& message, const Conversation& conversation) {
  Json json{{"n", message.number},
            {"from", message.from},
            {"at", message.at},
            {"kind", to_text(message.kind)},
            {"text", message.text},
            {"file", message.file},
            {"flags", flag_names(message.flags)}};
  json["time"] = message.time ? Json(to_text(*message.time)) : Json(nullptr);
  json["how"] = to_text(message.how);
  json["not_repeated"] = Json::array();
  for (const NotRepeated& one : not_repeated_of(conversation.outline.not_repeated, message.number))
    json["not_repeated"].push_back(not_repeated_json(one));
  return json;
}

bool is_on(const DayRange& days, const ReadMessage& message) {
  if (!message.time) return false;
  const std::int32_t day = day_of_seconds(message.time->seconds);
  return days.meets({day, day});
}

// Prints the notes beside a message, each behind the first message that it is beside.
Result<void> print_notes(Record& record, const MessageNotes& notes, std::uint64_t number, Json& json, Output& output) {
  json["notes"] = Json::array();
  for (const MessageNote& note : notes.placed) {
    if (number < note.first || number > note.last) continue;
    json["notes"].push_back(item_text(note.note));
    if (number != note.first) continue;
    TRY_ASSIGN(const Item item, record.item(note.note));
    TRY_ASSIGN(const auto content, record.open_version(item.newest()));
    std::string text(static_cast<std::size_t>(content->size()), '\0');
    TRY(content->read_at(0, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
    const std::string which =
        note.first == note.last ? fmt::format("#{}", note.first) : fmt::format("#{} to #{}", note.first, note.last);
    output.line(indented(fmt::format("-- your note {} about {}, written {}:", item_text(note.note), which,
                                     format_utc(item.added_at).substr(0, 10))));
    output.line(indented("   " + safe_for_terminal(text)));
  }
  return {};
}

Result<void> print_messages(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                            const TagsOnMessages& tags, Output& output) {
  TRY_ASSIGN(const MessageNotes notes, notes_on_messages(record, conversation));
  for (const MessageRun& run : runs) {
    TRY_ASSIGN(const auto messages, read_messages(record, conversation, run.first, run.last - run.first + 1));
    for (const ReadMessage& message : messages) {
      Json json = message_json(message, conversation);
      print_message(message, conversation, output);
      const auto tags_here = tags_of(tags.placed, conversation.id, message.number);
      json["tags"] = tags_here;
      if (!tags_here.empty()) output.line(indented(tags_line(tags_here)));
      TRY(print_notes(record, notes, message.number, json, output));
      output.object()["shown"].push_back(std::move(json));
    }
  }
  for (const ItemNumber note : notes.not_placed)
    output.line("Note " + item_text(note) +
                " is about messages that an older reading has, and the newest one reads in another way.");
  output.object()["notes_not_placed"] = item_texts(notes.not_placed);
  tell_not_placed(tags, output);
  return {};
}

// The messages that the options name, with so many around each run of them: at most kMostShown.
Result<std::vector<MessageRun>> chosen_messages(const Conversation& conversation, const TagsOnMessages& tags,
                                                const Options& options) {
  const std::uint64_t count = conversation.outline.messages;
  std::vector<MessageRun> runs;
  if (count > 0) runs.push_back({1, count});
  if (!options.tags.empty()) runs = messages_with(tags, options.tags);
  if (!options.messages.empty()) {
    TRY_ASSIGN(const MessageRun range, message_range(options.messages));
    if (range.first > count)
      return Error{ErrorCode::not_found, fmt::format("message {}: there are {}", range.first, count)};
    runs = in_both(runs, {range});
  }
  for (MessageRun& run : runs) {
    run.first -= std::min<std::uint64_t>(run.first - 1, options.around);
    run.last = std::min(run.last + options.around, count);
  }
  runs = joined(std::move(runs));
  std::uint64_t left = kMostShown;
  for (MessageRun& run : runs) {
    run.last = std::min(run.last, run.first + left - 1);
    left -= run.last - run.first + 1;
  }
  std::erase_if(runs, [](const MessageRun& run) { return run.last < run.first; });
  return runs;
}

// Without blanks and signs for numbers, and with the short dash for every longer one.
std::string plainly_typed(std::string text) {
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash))
      text.replace(at, dash.size(), "-");
  }
  std::erase_if(text, [](char c) { return c == ' ' || c == '#'; });
  return text;
}

}  // namespace

Json summary_json(const Conversation& conversation) {
  const Outline& outline = conversation.outline;
  Json json{{"item", item_text(conversation.number)},
            {"reading", crypto::to_hex(conversation.id)},
            {"version", conversation.version.number},
            {"title", conversation.heading},
            {"me", conversation.me},
            {"messages", outline.messages},
            {"order", to_text(conversation.head.order)},
            {"order_by", to_text(conversation.head.order_by)},
            {"senders", senders_json(outline)}};
  const auto time = [](const std::optional<std::int64_t>& seconds) {
    return seconds ? Json(to_text(LocalTime{*seconds, false})) : Json(nullptr);
  };
  json["earliest"] = time(outline.earliest);
  json["latest"] = time(outline.latest);
  return json;
}

Json not_repeated_json(const NotRepeated& one) {
  return {{"n", one.number},
          {"export", one.source + 1},
          {"instead", to_text(one.instead)},
          {"other", one.other == 0 ? Json(nullptr) : Json(one.other)}};
}

Result<MessageRun> message_range(const std::string& text) {
  const std::string plain = plainly_typed(text);
  const std::size_t dash = plain.find('-');
  const auto first = crypto::from_decimal(plain.substr(0, dash), INT64_MAX);
  const auto last = dash == std::string::npos ? first : crypto::from_decimal(plain.substr(dash + 1), INT64_MAX);
  if (!first || !last || *first == 0 || *last < *first)
    return Error{ErrorCode::usage,
                 "messages are a number, or the smaller and the greater one with a hyphen between: " + text};
  return MessageRun{*first, *last};
}

Result<void> show_messages(Record& record, ItemNumber number, const Options& options, Output& output) {
  TRY_ASSIGN(const Conversation conversation, open_conversation(record, number));
  TRY_ASSIGN(const TagsOnMessages tags, tags_on_messages(record, conversation));
  TRY_ASSIGN(const auto runs, chosen_messages(conversation, tags, options));
  output.object({{"command", "show"}, {"conversation", summary_json(conversation)}, {"shown", Json::array()}});
  output.line(fmt::format("{}  {}  ({})", item_text(number), foreign_line(conversation.heading),
                          message_count_text(conversation.outline.messages)));
  if (runs.empty() && !options.tags.empty()) output.line("No message has that tag.");
  return print_messages(record, conversation, runs, tags, output);
}

Result<void> print_hits(Record& record, ItemNumber number, const ListQuery& query, Output& output) {
  constexpr std::size_t kMostHits = 5;
  TRY_ASSIGN(const Conversation conversation, open_conversation(record, number));
  Json& hits = output.object()["items"].back()["hits"] = Json::array();
  const std::vector<SearchTerm> terms = parse_search(query.words);
  for (std::uint64_t next = 1; hits.size() < kMostHits;) {
    TRY_ASSIGN(const auto found, find_messages(record, number, terms, {}, next, 50));
    for (const std::uint64_t hit : found) {
      TRY_ASSIGN(const auto messages, read_messages(record, conversation, hit, 1));
      if (messages.empty() || (query.days && !is_on(*query.days, messages[0]))) continue;
      if (hits.size() == kMostHits) {
        output.line(indented("... and more. Find them with show."));
        return {};
      }
      hits.push_back(message_json(messages[0], conversation));
      print_message(messages[0], conversation, output);
    }
    if (found.size() < 50) return {};
    next = found.back() + 1;
  }
  return {};
}

Result<void> run_chats(const Options& options, Output& output) {
  TRY_ASSIGN(auto record, open_record(options, output));
  TRY_ASSIGN(const auto conversations, all_conversations(*record));
  output.object({{"command", "chats"}, {"conversations", Json::array()}});
  for (const ItemNumber number : conversations) {
    TRY_ASSIGN(const Conversation conversation, open_conversation(*record, number));
    const Outline& outline = conversation.outline;
    output.object()["conversations"].push_back(summary_json(conversation));
    std::string line = fmt::format("{}  {}  {}", item_text(number), foreign_line(conversation.heading),
                                   message_count_text(outline.messages));
    if (outline.earliest && outline.latest)
      line += fmt::format("  {} to {}", to_text(LocalTime{*outline.earliest, false}).substr(0, 10),
                          to_text(LocalTime{*outline.latest, false}).substr(0, 10));
    output.line(line);
    for (const auto& [name, messages] : outline.senders) {
      if (outline.senders.size() > 10) break;
      output.line(
          fmt::format("        {}: {}{}", foreign_line(name), messages, name == conversation.me ? " (you)" : ""));
    }
    if (outline.senders.size() > 10) output.line(fmt::format("        {} senders", outline.senders.size()));
  }
  if (conversations.empty()) output.line("No conversation is kept here yet. Keep an export with add --chat.");
  return {};
}

}  // namespace daybook::ui
