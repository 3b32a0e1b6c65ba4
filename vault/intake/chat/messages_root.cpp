#include "vault/intake/chat/messages_root.h"

#include "crypto/growing_tree.h"
#include "crypto/hash.h"
#include "vault/intake/chat/source_bytes.h"
#include "vault/record/reading_cover.h"

namespace daybook::vault {
namespace {

const Error kDamaged{ErrorCode::damaged, "reading"};

// The message of the last line that had one, by its bytes.
class LastMessage {
 public:
  void set(const ReadMessage& message) {
    m_source = message.source;
    m_begin = message.begin;
    m_end = message.end;
  }
  Result<bool> has_bytes_of(const ReadRange& range, SourceBytes& bytes) const {
    if (range.end - range.begin != m_end - m_begin) return false;
    TRY_ASSIGN(const ByteView raw, bytes.read(m_source, m_begin, m_end));
    const crypto::Sha256Digest digest = crypto::Sha256::of(raw);
    TRY_ASSIGN(const ByteView repeat, bytes.read(range.source, range.begin, range.end));
    return crypto::Sha256::of(repeat) == digest;
  }

 private:
  std::size_t m_source = 0;
  std::uint64_t m_begin = 0, m_end = 0;
};

}  // namespace

Result<MessagesRoot> messages_root_of(ByteSource& reading, const std::vector<ByteSource*>& sources) {
  ReadingLines lines(reading);
  const auto head = lines.head();
  if (!head || !head->key || head->sources.size() != sources.size()) return kDamaged;
  MessageLeaves leaves(lines.id(), *head->key);
  crypto::GrowingTree tree;
  SourceBytes bytes(sources);
  ReadingCover cover(sources.size());
  LastMessage last;
  for (;;) {
    const auto line = lines.next();
    if (!line) return line.error().code == ErrorCode::malformed ? kDamaged : line.error();
    if (!*line) break;
    if (!cover.add(**line)) return kDamaged;
    if (const auto* message = std::get_if<ReadMessage>(&**line)) {
      TRY_ASSIGN(const ByteView raw, bytes.read(message->source, message->begin, message->end));
      tree.add(leaves.leaf(message->number, raw));
      last.set(*message);
      continue;
    }
    const auto& range = std::get<ReadRange>(**line);
    if (range.what != RangeKind::same) continue;
    TRY_ASSIGN(const bool is_same, last.has_bytes_of(range, bytes));
    if (!is_same) return kDamaged;
  }
  if (!cover.is_whole(bytes.sizes())) return kDamaged;
  return MessagesRoot{tree.size(), tree.root()};
}

}  // namespace daybook::vault
