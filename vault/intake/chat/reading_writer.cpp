#include "vault/intake/chat/reading_writer.h"

#include "crypto/random.h"
#include "crypto/wiped_text.h"
#include "vault/intake/chat/reading_lines.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kWrittenAtOnce = 64 * 1024;

// The bytes of a message. They are good until the next call with the same buffer.
Result<ByteView> raw_bytes(ByteSource& source, std::uint64_t begin, std::uint64_t end, crypto::ContentBuffer& buffer) {
  const auto size = static_cast<std::size_t>(end - begin);
  if (buffer.size() < size) buffer = crypto::ContentBuffer(std::max(size, 2 * buffer.size()));
  const MutableByteView raw = buffer.first(size);
  TRY(source.read_at(begin, raw));
  return ByteView(raw);
}

}  // namespace

ReadingWriter::ReadingWriter(ReadingHead head, ByteSource& source, ByteSink& sink)
    : m_head(std::move(head)), m_source(source), m_sink(sink) {
  if (m_head.key) return;
  m_head.key.emplace();
  crypto::fill_random(m_head.key->expose_mutable());
}

Result<void> ReadingWriter::begin(const ChatSettings& settings) {
  m_head.order = settings.order;
  m_head.order_by = settings.order_by;
  m_lines = head_line(m_head);
  m_leaves.emplace(reading_id_of(m_lines), *m_head.key);
  m_lines += '\n';
  return {};
}

Result<void> ReadingWriter::message(const ChatMessage& message) {
  const std::uint64_t number = m_tree.size() + 1;
  TRY_ASSIGN(const ByteView raw, raw_bytes(m_source, message.begin, message.end, m_raw));
  m_tree.add(m_leaves->leaf(number, raw));
  ReadMessage outlined;
  outlined.number = number;
  outlined.from = message.from;
  outlined.time = message.time;
  outlined.how = message.read;
  outlined.kind = message.kind;
  outlined.flags = message.flags;
  outlined.file = message.file;
  m_outline.add(outlined, m_written + m_lines.size());
  append_message_line(message, number, m_lines);
  return write_some();
}

Result<void> ReadingWriter::range(const ChatRange& range) {
  m_outline.add(ReadRange{0, range.begin, range.end, range.what});
  append_range_line(range, m_lines);
  return write_some();
}

Result<void> ReadingWriter::write_some() {
  if (m_lines.size() < kWrittenAtOnce) return {};
  TRY(m_sink.write(as_bytes(m_lines)));
  m_written += m_lines.size();
  m_lines.clear();
  return {};
}

Result<WrittenReading> ReadingWriter::finish() {
  TRY(m_sink.write(as_bytes(m_lines)));
  crypto::wipe_text(m_lines);
  return WrittenReading{{m_tree.size(), m_tree.root()}, m_outline.finish()};
}

Result<MessagesRoot> messages_root_of(ByteSource& reading, const std::vector<ByteSource*>& sources) {
  const Error damaged{ErrorCode::damaged, "reading"};
  ReadingLines lines(reading);
  const auto head = lines.head();
  if (!head || !head->key || head->sources.size() != sources.size()) return damaged;
  MessageLeaves leaves(lines.id(), *head->key);
  crypto::GrowingTree tree;
  crypto::ContentBuffer buffer(0);
  std::vector<std::unique_ptr<CachedSource>> cached;
  for (ByteSource* source : sources) cached.push_back(std::make_unique<CachedSource>(*source));
  for (;;) {
    auto line = lines.next();
    if (!line) return line.error().code == ErrorCode::malformed ? damaged : line.error();
    if (!*line) return MessagesRoot{tree.size(), tree.root()};
    const auto* message = std::get_if<ReadMessage>(&**line);
    if (message == nullptr) continue;
    const bool is_there = message->source < cached.size() && message->end <= cached[message->source]->size() &&
                          message->end - message->begin <= kMostLineBytes;
    if (!is_there || message->number != tree.size() + 1) return damaged;
    TRY_ASSIGN(const ByteView raw, raw_bytes(*cached[message->source], message->begin, message->end, buffer));
    tree.add(leaves.leaf(message->number, raw));
  }
}

}  // namespace daybook::vault
