#include "vault/intake/message_index.h"

#include "crypto/wiped_text.h"
#include "vault/record/reading.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMessagesAtOnce = 4096;

IndexedPart indexed(const ReadMessage& message) {
  std::string text = message.text;
  if (!message.file.empty()) text += "\n" + message.file;
  IndexedPart part;
  part.folded = fold_for_search(text);
  crypto::wipe_text(text);
  part.filters = kind_term(to_text(message.kind));
  if (!message.from.empty()) part.filters += " " + sender_term(message.from);
  if (message.time) part.filters += " " + month_term(*message.time);
  return part;
}

}  // namespace

Result<void> index_messages(RecordAccess& access, WaitingText waiting, ByteSource& reading, const ToldBytes& told) {
  ReadingLines lines(reading, waiting.next);
  if (waiting.next == 0 && !lines.head()) return Error{ErrorCode::damaged, "reading"};
  for (bool has_more = true; has_more;) {
    const std::uint64_t begin = lines.offset();
    std::vector<IndexedPart> parts;
    while (has_more && parts.size() < kMessagesAtOnce) {
      auto line = lines.next();
      if (!line) return line.error().code == ErrorCode::malformed ? Error{ErrorCode::damaged, "reading"} : line.error();
      has_more = line->has_value();
      if (!has_more) break;
      if (auto* message = std::get_if<ReadMessage>(&**line)) {
        parts.push_back(indexed(*message));
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
