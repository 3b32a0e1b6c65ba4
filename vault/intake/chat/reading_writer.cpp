#include "vault/intake/chat/reading_writer.h"

#include "crypto/random.h"
#include "crypto/wiped_text.h"
#include "vault/intake/chat/reading_lines.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kWrittenAtOnce = 64 * 1024;

}  // namespace

ReadingWriter::ReadingWriter(ReadingHead head, const std::vector<ByteSource*>& sources, ByteSink& sink)
    : m_head(std::move(head)), m_sources(sources), m_sink(sink), m_outline(m_head.sources.size()) {
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
  TRY_ASSIGN(const ByteView raw, m_sources.read(message.source, message.begin, message.end));
  m_tree.add(m_leaves->leaf(number, raw));
  ReadMessage outlined;
  outlined.number = number;
  outlined.source = message.source;
  outlined.from = as_read(message.from);
  outlined.at = as_read(message.at);
  outlined.time = message.time;
  outlined.how = message.read;
  outlined.kind = message.kind;
  outlined.flags = message.flags;
  outlined.file = as_read(message.file);
  if (m_head.sources.size() > 1) outlined.text = as_read(message.text);
  m_outline.add(outlined, m_written + m_lines.size());
  crypto::wipe_text(outlined.text);
  append_message_line(message, number, m_lines);
  return write_some();
}

Result<void> ReadingWriter::range(const ChatRange& range) {
  m_outline.add(ReadRange{range.source, range.begin, range.end, range.what, range.number});
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

}  // namespace daybook::vault
