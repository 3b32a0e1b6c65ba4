#include "vault/intake/message_index.h"

#include <map>

#include "crypto/wiped_text.h"
#include "vault/record/reading.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMessagesAtOnce = 8192;

// The terms of who wrote, of whom a chat has few.
class Terms {
 public:
  const std::string& of(const std::string& sender) {
    const auto known = m_senders.find(sender);
    if (known != m_senders.end()) return known->second;
    if (m_senders.size() > kMostHeld) m_senders.clear();  // an export can name millions
    return m_senders.emplace(sender, sender_term(sender)).first->second;
  }

 private:
  static constexpr std::size_t kMostHeld = 2048;
  std::map<std::string, std::string> m_senders;
};

IndexedPart indexed(const ReadMessage& message, Terms& terms) {
  std::string text = message.text;
  if (!message.file.empty()) text += "\n" + message.file;
  IndexedPart part;
  part.row = static_cast<std::int64_t>(message.number);
  part.folded = fold_for_search(text);
  crypto::wipe_text(text);
  part.filters = kind_term(to_text(message.kind));
  if (!message.from.empty()) part.filters += " " + terms.of(message.from);
  if (message.time) part.filters += " " + month_term(*message.time);
  return part;
}

}  // namespace

Result<void> index_messages(RecordAccess& access, WaitingText waiting, ByteSource& reading, const ToldBytes& told) {
  ReadingLines lines(reading, waiting.next);
  if (waiting.next == 0 && !lines.head()) return Error{ErrorCode::damaged, "reading"};
  Terms terms;
  for (bool has_more = true; has_more;) {
    const std::uint64_t begin = lines.offset();
    std::vector<IndexedPart> parts;
    while (has_more && parts.size() < kMessagesAtOnce) {
      auto line = lines.next();
      if (!line) return line.error().code == ErrorCode::malformed ? Error{ErrorCode::damaged, "reading"} : line.error();
      has_more = line->has_value();
      if (!has_more) break;
      if (auto* message = std::get_if<ReadMessage>(&**line)) {
        parts.push_back(indexed(*message, terms));
        crypto::wipe_text(message->text);
      }
    }
    const std::optional<std::uint64_t> next = has_more ? std::optional(lines.offset()) : std::nullopt;
    TRY_ASSIGN(const bool stays, access.ask([&](Record& record) { return index_parts(record, waiting, parts, next); }));
    for (IndexedPart& part : parts) crypto::wipe_text(part.folded);
    if (!stays) return {};
    if (next) waiting.next = *next;
    TRY(told(lines.offset() - begin));
  }
  return {};
}

}  // namespace daybook::vault
