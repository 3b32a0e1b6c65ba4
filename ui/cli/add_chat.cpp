#include <fmt/format.h>

#include "ui/cli/conversations.h"
#include "ui/cli/terminal.h"
#include "ui/words/conversation_text.h"
#include "ui/words/error_text.h"
#include "ui/words/foreign_text.h"
#include "vault/intake/chat/keep_chat.h"
#include "vault/record/conversation.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

// Whether an error is about what stands in an export, which stays kept.
bool is_of_export(const Error& error) {
  return error.code == ErrorCode::unsupported || error.code == ErrorCode::malformed ||
         error.code == ErrorCode::too_large || error.code == ErrorCode::damaged ||
         error.code == ErrorCode::does_not_match;
}

Json kept_json(const KeptConversation& kept) {
  Json json{{"item", item_text(kept.conversation)},
            {"messages", kept.outline.messages},
            {"new", kept.is_new},
            {"version", kept.version}};
  if (kept.alike) json["alike"] = item_text(*kept.alike);
  if (kept.outline.sources.size() < 2) return json;
  json["joined"] = overlap_json(kept.outline.sources[kept.source]);
  json["joined"]["exports"] = kept.outline.sources.size();
  return json;
}

void tell_what_is_kept(const KeptConversation& kept, bool is_by_hand, Output& output) {
  const std::string number = item_text(kept.conversation);
  const std::size_t exports = kept.outline.sources.size();
  std::string line = kept.is_joined ? "Joined to conversation "
                     : kept.is_new  ? "Read as conversation "
                                    : "Read before as conversation ";
  line += number + ": " + message_count_text(kept.outline.messages);
  if (exports > 1) line += fmt::format(", of {} exports", exports);
  output.line(line + ".");
  if (kept.is_joined) {
    for (const std::string& sentence : overlap_text(kept.outline.sources[kept.source])) output.line("  " + sentence);
    if (kept.outline.sources[kept.source].own > 0)
      output.line("  Messages behind a new one have other numbers now than in copies that were made before.");
    if (!is_by_hand) output.line("  If it is another chat, add it again with --apart.");
  }
  if (kept.moves_days)
    output.line("  Its dates are read in another order of day and month now: its messages stand at other days.");
  if (kept.alike)
    output.line("Conversation " + item_text(*kept.alike) +
                " has some of the same messages. If it is the same chat, add it again with --join " +
                item_text(*kept.alike) + ".");
}

// What could be the text of a chat in a ZIP too, and was not read.
void tell_unread(const std::vector<ChatExport::Unread>& unread, Json& json, Output& output) {
  for (const ChatExport::Unread& one : unread) {
    const std::string what = explain(one.why).what;
    json["unread"].push_back({{"entry", one.entry}, {"code", code_name(one.why.code)}, {"what", what}});
    output.line(fmt::format("Not read: {}. {}", foreign_line(one.entry), foreign_line(what)));
  }
}

}  // namespace

Json overlap_json(const SourceOverlap& overlap) {
  return {
      {"own", overlap.own}, {"shared", overlap.shared}, {"missing", overlap.missing}, {"differing", overlap.differing}};
}

Result<void> check_me(Record& record, ItemNumber item, const Answers& answers) {
  const auto me = answers.find(question::kMe);
  if (me == answers.end() || me->second.empty()) return {};
  TRY_ASSIGN(const Conversation conversation, open_conversation(record, item));
  if (conversation.outline.senders.contains(me->second)) return {};
  std::string names;
  for (const auto& [name, messages] : conversation.outline.senders) {
    if (names.size() < 200) names += (names.empty() ? "" : ", ") + foreign_line(name);
  }
  return Error{ErrorCode::usage, "no message is from that name. They are from: " + names};
}

Result<std::string> lost_with(Record& record, ItemNumber number) {
  TRY_ASSIGN(const Item item, record.item(number));
  if (item.removed) return std::string();
  if (item.kind == ItemKind::conversation) {
    TRY_ASSIGN(const auto notes, record.notes_about(number));
    return notes.empty() ? "" : "The notes beside its messages stay, without them: " + item_list_text(notes) + ".";
  }
  TRY_ASSIGN(const auto read_from, conversations_read_from(record, number));
  if (read_from.empty()) return std::string();
  return "Conversations that were read from it can be looked at, and no more be shared or checked: " +
         item_list_text(read_from) + ". Keep the same file again to have that back.";
}

Result<void> read_added_chat(Record& record, ItemNumber exported, const Options& options, Output& output) {
  OwnRecord access(record);
  ProgressLine progress("Reading the chat");
  SaidOfChat said;
  said.order = parse_date_order(options.date_order);
  said.is_apart = options.is_apart;
  if (!options.join.empty()) {
    TRY_ASSIGN(said.join, item_number(options.join));
  }
  const auto kept = read_kept_chat(access, exported, said, [&](std::uint64_t done) { return progress.show(done, 0); });
  Json& json = output.object()["items"].back();
  json["conversations"] = Json::array();
  if (!kept && !is_of_export(kept.error())) return kept.error();
  if (!kept) {
    output.exit_with(kExitNotRead);
    const bool is_other_chat = kept.error().code == ErrorCode::does_not_match;
    output.line(is_other_chat ? "It is kept, and not joined: " + kept.error().detail + "."
                              : "It is kept, and was not understood as a chat: " + explain(kept.error()).what);
    return {};
  }
  for (const KeptConversation& one : kept->conversations) {
    json["conversations"].push_back(kept_json(one));
    tell_what_is_kept(one, said.join.has_value(), output);
    if (one.outline.with(MessageMark::unclear_time) > 0)
      output.line(
          "Day and month, or day and year, could change places. If you know, add it again with --order dmy, mdy or "
          "ymd.");
  }
  tell_unread(kept->unread, json, output);
  return {};
}

}  // namespace daybook::ui
