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
         error.code == ErrorCode::too_large || error.code == ErrorCode::damaged;
}

}  // namespace

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

Result<void> read_added_chat(Record& record, ItemNumber exported, const Options& options, Output& output) {
  OwnRecord access(record);
  ProgressLine progress("Reading the chat");
  SaidOfChat said;
  said.order = parse_date_order(options.date_order);
  const auto kept = read_kept_chat(access, exported, said, [&](std::uint64_t done) { return progress.show(done, 0); });
  Json& json = output.object()["items"].back();
  json["conversations"] = Json::array();
  if (!kept && !is_of_export(kept.error())) return kept.error();
  if (!kept) {
    output.exit_with(kExitNotRead);
    output.line("It is kept, and was not understood as a chat: " + explain(kept.error()).what);
    return {};
  }
  for (const KeptConversation& one : *kept) {
    json["conversations"].push_back({{"item", item_text(one.conversation)},
                                     {"messages", one.outline.messages},
                                     {"new", one.is_new},
                                     {"version", one.version}});
    output.line(fmt::format("{} as conversation {}: {}.", one.is_new ? "Read" : "Read before",
                            item_text(one.conversation), message_count_text(one.outline.messages)));
    if (one.outline.with(MessageMark::unclear_time) > 0)
      output.line("Day and month could change places. If you know, add it again with --order dmy or --order mdy.");
  }
  return {};
}

}  // namespace daybook::ui
