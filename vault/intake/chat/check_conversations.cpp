#include "vault/intake/chat/check_conversations.h"

#include "vault/intake/chat/chat_sources.h"
#include "vault/intake/chat/messages_root.h"
#include "vault/record/conversation.h"

namespace daybook::vault {
namespace {

class Check {
 public:
  Check(Record& record, CheckReport& report) : m_record(record), m_report(report) {}

  Result<void> reading(const Item& conversation, const ItemVersion& version) {
    const auto reading = m_record.open_version(version);
    if (!reading) return {};  // Record::check() has told of it
    TRY_ASSIGN(const std::string line, m_record.log().entry_line(version.sequence));
    const auto entry = parse_entry(line);
    const auto logged = entry ? messages_of(*entry) : std::nullopt;
    ReadingLines lines(**reading);
    const auto head = lines.head();
    if (!logged || !head) {
      found(conversation, "does not say in the log how many messages it has");
      return {};
    }
    const auto sources = ChatSources::open(m_record, *head);
    if (!sources && sources.error().code == ErrorCode::damaged) return {};  // Record::check() has told of it
    if (!sources && sources.error().code != ErrorCode::not_found) return sources.error();
    if (!sources) {
      if (m_checked.without_export.empty() || m_checked.without_export.back() != conversation.number)
        m_checked.without_export.push_back(conversation.number);
      return {};
    }
    const auto again = messages_root_of(**reading, sources->all());
    if (!again && again.error().code != ErrorCode::damaged) return again.error();
    if (!again || *again != *logged)
      found(conversation,
            "has messages that are not those that the log has (version " + std::to_string(version.number) + ")");
    ++m_checked.readings;
    return {};
  }

  // What is shown is derived from the newest reading, and must be what it would be made of it again.
  Result<void> outline(const Item& conversation) {
    const auto reading = m_record.open_version(conversation.newest());
    if (!reading) return {};
    auto again = outline_of(**reading);
    const auto stored = load_outline(m_record.vault().database(), conversation.number);
    bool is_same = again && stored;
    if (is_same) {
      again->blocks.clear();  // of which load_outline() has none
      is_same = *again == *stored;
    }
    if (!is_same) found(conversation, "is shown in another way than its reading says");
    return {};
  }

  ConversationsChecked checked() { return std::move(m_checked); }

 private:
  void found(const Item& conversation, const std::string& what) {
    m_report.findings.push_back({"conversation " + item_text(conversation.number) + " " + what, conversation.number});
  }

  Record& m_record;
  CheckReport& m_report;
  ConversationsChecked m_checked;
};

}  // namespace

Result<ConversationsChecked> check_conversations(Record& record, CheckReport& report, const Progress& progress) {
  Check check(record, report);
  TRY_ASSIGN(const auto conversations, all_conversations(record));
  std::uint64_t done = 0;
  for (const ItemNumber number : conversations) {
    const auto conversation = record.item(number);
    if (!conversation) continue;  // Record::check() has told of it
    for (const ItemVersion& version : conversation->versions) {
      TRY(check.reading(*conversation, version));
      done += version.content.facts.size;
      if (!goes_on(progress, done)) return Error{ErrorCode::cancelled, ""};
    }
    TRY(check.outline(*conversation));
  }
  return check.checked();
}

}  // namespace daybook::vault
