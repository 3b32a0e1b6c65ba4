#include <fmt/format.h>

#include "crypto/encoding.h"
#include "ui/cli/conversations.h"
#include "ui/words/conversation_text.h"
#include "ui/words/foreign_text.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

std::string in_brackets(const std::string& tag) { return "[" + foreign_line(tag) + "]"; }

Json tag_json(const MessageTag& one) {
  return Json{
      {"tag", one.tag}, {"reading", crypto::to_hex(one.on.reading)}, {"from", one.on.first}, {"to", one.on.last}};
}

Result<void> tag_item(Record& record, ItemNumber number, const Options& options, Output& output) {
  TRY_ASSIGN(const Item item, record.item(number));
  const Answers current = item.current_answers();
  std::set<std::string> tags;
  if (const auto found = current.find(question::kTags); found != current.end()) {
    for (std::string& tag : lines_of(found->second)) tags.insert(std::move(tag));
  }
  const std::set<std::string> before = tags;
  for (const std::string& tag : options.add_tags) tags.insert(tag);
  for (const std::string& tag : options.remove_tags) tags.erase(tag);
  if (tags != before) {
    std::string value;
    for (const std::string& tag : tags) value += (value.empty() ? "" : "\n") + tag;
    TRY(record.answer(number, {{question::kTags, value}}));
  }
  output.object({{"command", "tag"}, {"item", item_text(number)}, {"tags", tags}});
  std::string line = "Tags of " + item_text(number) + ":";
  for (const std::string& tag : tags) line += " " + in_brackets(tag);
  output.line(tags.empty() ? "No tags." : line);
  return {};
}

// Tells every tag that some of the messages have, and which of them where it is not all.
Result<void> tag_run(Record& record, ItemNumber number, const Options& options, Output& output) {
  TRY_ASSIGN(const MessageRun run, message_range(options.messages));
  TRY_ASSIGN(const Conversation conversation, open_conversation(record, number));
  TRY(tag_messages(record, conversation, run, options.add_tags, options.remove_tags));
  TRY_ASSIGN(const TagsOnMessages tags, tags_on_messages(record, conversation));
  std::set<std::string> names;
  Json on_messages = Json::array();
  std::string line = "Tags of " + numbers_text(run.first, run.last) + " of " + item_text(number) + ":";
  for (const MessageTag& one : tags.placed) {
    const MessageRun of_these{std::max(one.on.first, run.first), std::min(one.on.last, run.last)};
    if (of_these.first > of_these.last) continue;
    names.insert(one.tag);
    on_messages.push_back(tag_json(one));
    line += " " + in_brackets(one.tag);
    if (of_these != run) line += " (" + numbers_text(of_these.first, of_these.last) + ")";
  }
  output.object({{"command", "tag"}, {"item", item_text(number)}, {"tags", names}, {"on_messages", on_messages}});
  output.line(names.empty() ? "No tags." : line);
  return {};
}

}  // namespace

Result<void> run_tag(const Options& options, Output& output) {
  TRY_ASSIGN(const ItemNumber number, item_number(options.item));
  TRY_ASSIGN(auto record, open_record(options, output));
  return options.messages.empty() ? tag_item(*record, number, options, output)
                                  : tag_run(*record, number, options, output);
}

std::string tags_line(const std::vector<std::string>& tags) {
  std::string line = "-- your tags:";
  for (const std::string& tag : tags) line += " " + in_brackets(tag);
  return line;
}

void tell_not_placed(const TagsOnMessages& tags, Output& output) {
  output.object()["tags_readable"] = tags.is_readable;
  if (!tags.is_readable) output.line("The tags on messages cannot be read. They stay as they are.");
  Json& json = output.object()["tags_not_placed"] = Json::array();
  for (const MessageTag& one : tags.not_placed) {
    json.push_back(tag_json(one));
    output.line("Tag " + in_brackets(one.tag) +
                " is on messages that an older reading has, and the newest one reads in another way.");
  }
}

}  // namespace daybook::ui
