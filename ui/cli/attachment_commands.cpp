#include <fmt/format.h>

#include "ui/cli/commands.h"
#include "ui/cli/conversations.h"
#include "ui/cli/terminal.h"
#include "ui/model/attachment_text.h"
#include "ui/report/report_times.h"
#include "ui/words/foreign_text.h"
#include "vault/intake/chat/count_attachments.h"
#include "vault/intake/chat/keep_attachment.h"
#include "vault/intake/known_file.h"
#include "vault/intake/media_type.h"
#include "vault/intake/text_index.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

// The one message that the options name.
Result<ReadMessage> one_message(Record& record, const Conversation& conversation, const std::string& text) {
  TRY_ASSIGN(const MessageRun range, message_range(text));
  if (range.first != range.last) return Error{ErrorCode::usage, "name one message"};
  TRY_ASSIGN(auto messages, read_messages(record, conversation, range.first, 1));
  if (messages.empty())
    return Error{ErrorCode::not_found,
                 fmt::format("message {}: there are {}", range.first, conversation.outline.messages)};
  return std::move(messages.front());
}

// What the file is by its content, as far as its beginning and a program without keys tell.
Result<void> tell_content(ByteSource& file, Json& json, Output& output) {
  Bytes beginning(static_cast<std::size_t>(std::min<std::uint64_t>(file.size(), kMediaTypeBytes)));
  TRY(file.read_at(0, beginning));
  const std::string type = media_type_of(beginning);
  json["type"] = type;
  std::string line = fmt::format("        {} bytes, {}", file.size(), type);
  const bool may_last = type.starts_with("audio/") || type.starts_with("video/");
  const auto facts = may_last ? MediaReader::beside_this_program().read(file) : Error{ErrorCode::unsupported, ""};
  if (facts && facts->milliseconds) {
    json["milliseconds"] = *facts->milliseconds;
    line += ", " + length_text(*facts->milliseconds) + " long";
  }
  output.line(line);
  return {};
}

Result<void> save_attachment(RecordAccess& access, const ConversationMedia& media, const ReadMessage& message,
                             const std::string& target, Output& output) {
  TRY_ASSIGN(const MessageAttachment attachment, attachment_to_open(media, message));
  TRY_ASSIGN(const auto file, media.open_attachment(access, attachment));
  TRY(save_original(*file, target));
  output.line("Written to " + foreign_line(target) + ". That file is not encrypted.");
  return {};
}

}  // namespace

Result<void> show_attachment(Record& record, ItemNumber number, const Options& options, Output& output) {
  OwnRecord access(record);
  TRY_ASSIGN(const ConversationMedia media, ConversationMedia::open(access, number));
  TRY_ASSIGN(const ReadMessage message, one_message(record, media.conversation(), options.messages));
  if (message.file.empty())
    return Error{ErrorCode::usage, "message " + std::to_string(message.number) + " names no file"};
  const MessageAttachment attachment = media.attachment_of(message);
  Json json{{"n", message.number},
            {"file", message.file},
            {"state", to_text(attachment.state)},
            {"kind", to_text(attachment.kind)},
            {"other_export", attachment.is_of_other_export},
            {"entry", nullptr},
            {"size", nullptr},
            {"type", nullptr},
            {"milliseconds", nullptr},
            {"item", nullptr}};
  output.line(fmt::format("#{}  {}", message.number, foreign_line(message.file)));
  output.line("        " + attachment_state_text(attachment.state));
  if (attachment.is_of_other_export) output.line("        The file is that of another export of this conversation.");
  if (attachment.entry) json["entry"] = attachment.entry->name;
  if (attachment.state == AttachmentState::here) {
    const ZipEntry& entry = *attachment.entry;
    json["size"] = entry.size;
    TRY_ASSIGN(const auto file, media.open_attachment(access, attachment));
    TRY(tell_content(*file, json, output));
    TRY_ASSIGN(const auto item, item_of(record, media, attachment));
    if (item) output.line("        kept as item " + item_text(*item));
    if (item) json["item"] = item_text(*item);
    if (!attachment.why.empty()) output.line("        But " + attachment.why + ".");
  } else if (!attachment.why.empty()) {
    output.line("        " + foreign_line(attachment.why));
  }
  if (!options.to.empty()) TRY(save_attachment(access, media, message, options.to, output));
  output.object({{"command", "show"}, {"conversation", item_text(number)}, {"attachment", std::move(json)}});
  return {};
}

Result<void> add_attachment(Record& record, const Options& options, Output& output) {
  TRY_ASSIGN(const ItemNumber number, item_number(options.attachment));
  OwnRecord access(record);
  TRY_ASSIGN(const ConversationMedia media, ConversationMedia::open(access, number));
  TRY_ASSIGN(const ReadMessage message, one_message(record, media.conversation(), options.messages));
  ProgressLine progress("Saving " + foreign_line(message.file));
  TRY_ASSIGN(const KeptAttachment kept, keep_attachment(access, media, message, options.answers,
                                                        [&](std::uint64_t done) { return progress.show(done, 0); }));
  Json json = outcome_json(kept.outcome);
  json["file"] = kept.name;
  json["size"] = kept.size;
  json["type"] = kept.media;
  output.object()["items"].push_back(json);
  output.line(outcome_line(kept.outcome, " (" + foreign_line(kept.name) + ")"));
  // As with every file that is added: it is kept already, and what comes next can wait for another time.
  look_at_files(access, FileReaders::beside_this_program(), {kept.outcome.item});
  (void)index_texts(access);
  return {};
}

Result<AttachmentCounts> attachments_in(Record& record, ItemNumber conversation) {
  OwnRecord access(record);
  TRY_ASSIGN(const ConversationMedia media, ConversationMedia::open(access, conversation));
  ProgressLine progress("Looking for attachments");
  return count_attachments(access, media, [&](std::uint64_t done) { return progress.show(done, 0); });
}

}  // namespace daybook::ui
