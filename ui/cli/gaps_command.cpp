#include <fmt/format.h>

#include "ui/cli/commands.h"
#include "ui/cli/conversations.h"
#include "ui/words/conversation_text.h"
#include "ui/words/foreign_text.h"
#include "vault/record/conversation.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

constexpr std::size_t kMostShown = 100;  // silences, and as many messages that an export does not have

Result<std::vector<std::string>> completeness_of(Record& record, const Conversation& conversation,
                                                 const AttachmentCounts& attachments) {
  TRY_ASSIGN(const auto first, read_messages(record, conversation, 1, 1));
  if (first.empty() && conversation.outline.messages > 0)
    return Error{ErrorCode::damaged, "item " + item_text(conversation.number)};
  std::vector<std::string> sentences = completeness_text(conversation, first);
  for (std::string& sentence : attachments_text(attachments)) sentences.push_back(std::move(sentence));
  return sentences;
}

Json counts_json(const AttachmentCounts& counts) {
  return Json{{"named", counts.named},           {"of_text_alone", counts.of_text_alone},
              {"not_there", counts.not_there},   {"unclear", counts.unclear},
              {"unreadable", counts.unreadable}, {"without_export", counts.without_export},
              {"left_out", counts.left_out},     {"unnamed", counts.unnamed}};
}

// The exports that a conversation rests on, in the order in which they were joined, by their numbers of today.
Result<Json> exports_json(Record& record, const Conversation& conversation) {
  Json exports = Json::array();
  const auto& overlaps = conversation.outline.sources;
  for (std::size_t i = 0; i < conversation.head.sources.size(); ++i) {
    const ReadingSource& source = conversation.head.sources[i];
    TRY_ASSIGN(const auto items, record.items_with(source.sha256));
    const SourceOverlap alone{conversation.outline.messages, 0, 0, 0};
    Json json = overlap_json(i < overlaps.size() ? overlaps[i] : alone);
    json["item"] = items.empty() ? Json(nullptr) : Json(item_text(items.front()));
    json["entry"] = source.entry;
    exports.push_back(std::move(json));
  }
  return exports;
}

// The messages that a later export does not have as they stand, the first of them.
Result<void> tell_not_repeated(Record& record, const Conversation& conversation, Json& object, Output& output) {
  const std::vector<NotRepeated>& all = conversation.outline.not_repeated;
  object["not_repeated"] = Json::array();
  for (const NotRepeated& one : all) {
    if (object["not_repeated"].size() == kMostShown) {
      output.line(fmt::format("  ... and {} more", all.size() - kMostShown));
      break;
    }
    TRY_ASSIGN(const auto messages, read_messages(record, conversation, one.number, 1));
    if (messages.empty()) return Error{ErrorCode::damaged, "item " + item_text(conversation.number)};
    object["not_repeated"].push_back(not_repeated_json(one));
    const ReadMessage& message = messages[0];
    output.line(fmt::format("  #{}  {}  {}  [{}]", one.number,
                            message.time ? message_time_text(*message.time) : foreign_line(message.at),
                            foreign_line(message.from), not_repeated_text(one, one.number, true)));
  }
  return {};
}

}  // namespace

Result<void> run_gaps(const Options& options, Output& output) {
  TRY_ASSIGN(const ItemNumber number, item_number(options.item));
  TRY_ASSIGN(auto record, open_record(options, output));
  TRY_ASSIGN(const Conversation conversation, open_conversation(*record, number));
  Json object{{"command", "gaps"}, {"conversation", summary_json(conversation)}};
  TRY_ASSIGN(const AttachmentCounts attachments, attachments_in(*record, number));
  TRY_ASSIGN(const auto sentences, completeness_of(*record, conversation, attachments));
  object["sentences"] = sentences;
  TRY_ASSIGN(object["exports"], exports_json(*record, conversation));
  object["attachments"] = counts_json(attachments);
  object["silences"] = Json::array();
  output.line(fmt::format("{}  {}", item_text(number), foreign_line(conversation.heading)));
  for (const std::string& sentence : sentences) output.line("  " + sentence);
  TRY_ASSIGN(const auto silences, marked_messages(*record, conversation, MessageMark::silence, 1, kMostShown));
  for (const MarkedMessage& one : silences) {
    if (!one.before || !one.message.time) continue;
    object["silences"].push_back({{"before", one.message.number},
                                  {"days", silent_days(one.before, one.message.time)},
                                  {"from", to_text(*one.before)},
                                  {"to", to_text(*one.message.time)}});
    output.line(fmt::format("  no messages in this export from {} to {} (#{})", message_time_text(*one.before),
                            message_time_text(*one.message.time), one.message.number));
  }
  TRY(tell_not_repeated(*record, conversation, object, output));
  output.object(std::move(object));
  return {};
}

}  // namespace daybook::ui
