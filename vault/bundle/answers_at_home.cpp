#include "vault/bundle/answers_at_home.h"

#include "vault/record/helper.h"
#include "vault/record/message_tags.h"
#include "vault/record/messages_of_runs.h"

namespace daybook::vault {
namespace {

Result<bool> is_shown(Record& record, const Item& item, const std::vector<MessageRun>& runs,
                      const std::string& sender) {
  TRY_ASSIGN(const Conversation conversation, open_conversation(record, item.number));
  bool is_there = false;
  TRY(each_message_of(record, conversation, runs, [&](const ReadMessage& message) -> Result<bool> {
    is_there = message.from == sender;
    return !is_there;
  }));
  return is_there;
}

}  // namespace

Result<AnswersAtHome> AnswersAtHome::of(Record& record, const Item& item, const SnapshotRequest& request) {
  AnswersAtHome at_home;
  at_home.m_has_helper_names = !request.with_helper_names;
  const auto part = request.parts.find(item.number);
  const ItemAnswer* newest = nullptr;
  for (const ItemAnswer& answer : item.answers) {
    if (answer.question == question::kMe) newest = &answer;
  }
  if (part == request.parts.end() || newest == nullptr) return at_home;
  // An earlier answer without the one that came instead of it would be taken for what she says. So they stay together.
  at_home.m_has_sender = true;
  if (newest->value.empty()) return at_home;
  TRY_ASSIGN(const bool is_there, is_shown(record, item, part->second, newest->value));
  at_home.m_has_sender = !is_there;
  return at_home;
}

bool AnswersAtHome::has(const ItemAnswer& answer) const {
  if (answer.question == question::kTags || answer.question == question::kMessageTags) return true;
  if (answer.question == question::kMe) return m_has_sender;
  return m_has_helper_names && may_name_helper(answer);
}

}  // namespace daybook::vault
