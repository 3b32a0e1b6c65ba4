#include "vault/bundle/answers_at_home.h"

#include "vault/record/helper.h"
#include "vault/record/message_tags.h"
#include "vault/record/messages_of_runs.h"

namespace daybook::vault {
namespace {

// Of these senders those that wrote none of the messages.
Result<std::set<std::string>> not_among(Record& record, const Item& item, const std::vector<MessageRun>& runs,
                                        std::set<std::string> senders) {
  TRY_ASSIGN(const Conversation conversation, open_conversation(record, item.number));
  TRY(each_message_of(record, conversation, runs, [&](const ReadMessage& message) -> Result<bool> {
    senders.erase(message.from);
    return !senders.empty();
  }));
  return senders;
}

}  // namespace

Result<AnswersAtHome> AnswersAtHome::of(Record& record, const Item& item, const SnapshotRequest& request) {
  AnswersAtHome at_home;
  at_home.m_has_helper_names = !request.with_helper_names;
  const auto part = request.parts.find(item.number);
  const ItemAnswer* newest = nullptr;
  std::set<std::string> senders;
  for (const ItemAnswer& answer : item.answers) {
    if (answer.question != question::kMe) continue;
    newest = &answer;
    if (!answer.value.empty()) senders.insert(answer.value);
  }
  if (part == request.parts.end() || newest == nullptr) return at_home;
  // An earlier answer without the one that came instead of it would be taken for what she says. So they stay together.
  at_home.m_has_sender = true;
  if (newest->value.empty()) return at_home;
  // So does one that names somebody else of whom no message is shown.
  TRY_ASSIGN(at_home.m_not_shown, not_among(record, item, part->second, std::move(senders)));
  at_home.m_has_sender = at_home.m_not_shown.contains(newest->value);
  return at_home;
}

bool AnswersAtHome::has(const ItemAnswer& answer) const {
  if (answer.question == question::kTags || answer.question == question::kMessageTags) return true;
  if (answer.question == question::kMe) return m_has_sender || m_not_shown.contains(answer.value);
  return m_has_helper_names && may_name_helper(answer);
}

}  // namespace daybook::vault
