#include <fmt/format.h>

#include <algorithm>

#include "ui/cli/conversations.h"
#include "vault/bundle/copy_attachments.h"
#include "vault/bundle/copy_questions.h"
#include "vault/record/conversation_days.h"
#include "vault/record/notes_on_messages.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

struct Typed {
  std::optional<ItemNumber> conversation;  // none: the only one among the items
  std::vector<MessageRun> runs;
};

Result<Typed> parse_part(const std::string& text) {
  Typed typed;
  std::string_view rest = text;
  if (const std::size_t colon = rest.find(':'); colon != std::string_view::npos) {
    TRY_ASSIGN(typed.conversation, item_number(std::string(rest.substr(0, colon))));
    rest.remove_prefix(colon + 1);
  }
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    TRY_ASSIGN(const MessageRun run, message_range(std::string(rest.substr(0, comma))));
    typed.runs.push_back(run);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  if (typed.runs.empty()) return Error{ErrorCode::usage, "--messages names no message"};
  return typed;
}

Result<std::vector<ItemNumber>> conversations_in(Record& record, const std::vector<ItemNumber>& items) {
  std::vector<ItemNumber> conversations;
  for (const ItemNumber number : items) {
    TRY_ASSIGN(const Item item, record.item(number));
    if (item.kind == ItemKind::conversation) conversations.push_back(number);
  }
  return conversations;
}

std::string runs_text(const std::vector<MessageRun>& runs) {
  std::string text;
  for (const MessageRun& run : runs) {
    text += (text.empty() ? "" : ", ") + std::to_string(run.first);
    if (run.last > run.first) text += "-" + std::to_string(run.last);
  }
  return text;
}

// The messages with all of their days, where that was asked for. Else it is told when a day is cut.
Result<std::vector<MessageRun>> days_of(Record& record, const Conversation& conversation,
                                        const std::vector<MessageRun>& runs, bool whole_days, Output& output) {
  TRY_ASSIGN(auto wider, with_whole_days(record, conversation, runs));
  if (whole_days) return wider;
  if (wider != runs)
    output.line(fmt::format("Some days are cut. All messages of these days: {}. Take them along with --whole-days.",
                            runs_text(wider)));
  return runs;
}

// A message that names a picture does not bring it.
Result<void> tell_of_files(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                           const std::vector<ItemNumber>& items, Output& output) {
  TRY_ASSIGN(const FilesOfPart files, files_of_part(record, conversation, runs, {items.begin(), items.end()}));
  const std::uint64_t without = files.messages_without;
  if (without == 0) return {};
  output.line(
      fmt::format("{} of these messages name{} a file that is not in this copy.", without, without == 1 ? "s" : ""));
  if (!files.kept.empty())
    output.line("Such a file is kept already, and can be copied too: item " +
                item_list_text({files.kept.begin(), files.kept.end()}) + ".");
  if (files.kept.size() < without)
    output.line("add --attachment makes an item of one that the export has, to copy too.");
  return {};
}

// A ZIP can hold several chats: who gets one whole gets all of them.
Result<void> tell_of_other_chats(Record& record, ItemNumber exported, ItemNumber conversation, Output& output) {
  TRY_ASSIGN(const auto others, conversations_read_from(record, exported));
  for (const ItemNumber other : others) {
    if (other != conversation)
      output.line(
          fmt::format("All of conversation {} can be read in item {}, too.", item_text(other), item_text(exported)));
  }
  return {};
}

Error not_chosen(Record& record, ItemNumber number) {
  const auto conversation = open_conversation(record, number);
  if (!conversation) return conversation.error();
  return {ErrorCode::not_decided,
          fmt::format("which of the {} messages of conversation {}: --messages or --all-messages",
                      conversation->outline.messages, item_text(number))};
}

}  // namespace

Result<void> choose_messages(Record& record, const Options& options, SnapshotRequest& contents, Output& output) {
  if (options.parts.empty() && options.whole_days) return Error{ErrorCode::usage, "--whole-days goes with --messages"};
  TRY_ASSIGN(const auto conversations, conversations_in(record, contents.items));
  for (const std::string& text : options.parts) {
    TRY_ASSIGN(const Typed typed, parse_part(text));
    if (!typed.conversation && conversations.size() != 1)
      return Error{ErrorCode::usage, "say of which conversation: --messages 000012:118-131"};
    const ItemNumber number = typed.conversation.value_or(conversations.empty() ? ItemNumber{} : conversations[0]);
    if (std::find(conversations.begin(), conversations.end(), number) == conversations.end())
      return Error{ErrorCode::usage, "item " + item_text(number) + " is no conversation that is copied"};
    std::vector<MessageRun>& runs = contents.parts[number];
    runs.insert(runs.end(), typed.runs.begin(), typed.runs.end());
  }
  for (auto& [number, runs] : contents.parts) {
    TRY_ASSIGN(const Conversation conversation, open_conversation(record, number));
    runs = joined(std::move(runs));
    const std::uint64_t count = conversation.outline.messages;
    if (!are_runs_of_part(runs, count))
      return Error{ErrorCode::usage, fmt::format("conversation {} has messages 1 to {}", item_text(number), count)};
    TRY_ASSIGN(runs, days_of(record, conversation, runs, options.whole_days, output));
    const std::uint64_t shown = messages_in(runs);
    const std::string rest =
        shown == count ? "Their export stays here." : fmt::format("Of the other {} only the number.", count - shown);
    output.line(fmt::format("Of conversation {} {} of {} messages go along: {}. {}", item_text(number), shown, count,
                            runs_text(runs), rest));
    TRY(tell_of_files(record, conversation, runs, contents.items, output));
  }
  if (options.all_messages && !conversations.empty() && contents.parts.size() == conversations.size())
    return Error{ErrorCode::usage, "--messages or --all-messages: of each conversation some are named already"};
  for (const ItemNumber number : conversations) {
    if (contents.parts.contains(number)) continue;
    // Nothing that is hers to decide has a default: a forgotten --messages must not send a year.
    if (!options.all_messages) return not_chosen(record, number);
    TRY_ASSIGN(const Item conversation, record.item(number));
    TRY_ASSIGN(const auto exports, exports_of(record, conversation));
    for (const ItemNumber exported : exports) {
      if (std::find(contents.items.begin(), contents.items.end(), exported) != contents.items.end()) continue;
      contents.items.push_back(exported);
      output.line("All of conversation " + item_text(number) + " goes along, so its export does too: item " +
                  item_text(exported) + ".");
      TRY(tell_of_other_chats(record, exported, number, output));
    }
  }
  return {};
}

Result<std::set<ItemNumber>> notes_about_others(Record& record, const SnapshotRequest& contents) {
  std::set<ItemNumber> others;
  for (const auto& [number, runs] : contents.parts) {
    TRY_ASSIGN(const Conversation conversation, open_conversation(record, number));
    TRY_ASSIGN(const NotesOfPart notes, notes_of_part(record, conversation, runs));
    for (const MessageNote& note : notes.elsewhere) others.insert(note.note);
    others.insert(notes.not_placed.begin(), notes.not_placed.end());
  }
  return others;
}

Result<void> tell_of_notes(Record& record, const SnapshotRequest& contents, Output& output) {
  for (const auto& [number, runs] : contents.parts) {
    TRY_ASSIGN(const Conversation conversation, open_conversation(record, number));
    TRY_ASSIGN(const NotesOfPart notes, notes_of_part(record, conversation, runs));
    for (const auto* some : {&notes.cut, &notes.elsewhere}) {
      for (const MessageNote& note : *some) {
        if (std::find(contents.items.begin(), contents.items.end(), note.note) == contents.items.end()) continue;
        output.line(fmt::format("Note {} goes along. It is about #{}, and not all of that is in this copy.",
                                item_text(note.note), runs_text({{note.first, note.last}})));
      }
    }
    TRY_ASSIGN(const auto beside, record.notes_about(number));
    for (const ItemNumber note : beside) {
      TRY_ASSIGN(const Item item, record.item(note));
      if (!item.on && std::find(contents.items.begin(), contents.items.end(), note) != contents.items.end())
        output.line(fmt::format(
            "Note {} goes along. It is about all of conversation {}, and may tell of messages that stay here.",
            item_text(note), item_text(number)));
    }
  }
  return {};
}

}  // namespace daybook::ui
