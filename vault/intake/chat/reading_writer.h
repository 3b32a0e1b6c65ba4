#pragma once

#include "vault/intake/chat/chat.h"
#include "vault/log/message_leaf.h"
#include "vault/record/outline.h"
#include "vault/store/cached_source.h"

namespace daybook::vault {

/// What was made of an export while it was read.
struct WrittenReading {
  MessagesRoot messages;
  Outline outline;
};

/// Writes a reading while an export is read: its lines to `sink`, and beside them the leaves of its messages and its
/// outline. Memory does not grow with the export to speak of.
class ReadingWriter final : public ChatReader {
 public:
  /// `head` gets its settings from what is read, and a new key unless it has one. `source` is what is read; it and
  /// `sink` must outlive the writer.
  ReadingWriter(ReadingHead head, ByteSource& source, ByteSink& sink);

  Result<void> begin(const ChatSettings& settings) override;
  Result<void> message(const ChatMessage& message) override;
  Result<void> range(const ChatRange& range) override;
  /// The head as it was written.
  const ReadingHead& head() const { return m_head; }
  /// Writes what is left.
  Result<WrittenReading> finish();

 private:
  Result<void> write_some();
  ReadingHead m_head;
  CachedSource m_source;
  ByteSink& m_sink;
  std::optional<MessageLeaves> m_leaves;
  crypto::GrowingTree m_tree;
  OutlineMaker m_outline;
  crypto::ContentBuffer m_raw{0};
  std::string m_lines;
  std::uint64_t m_written = 0;
};

/// Computes again what the log says of the messages of a reading, from its lines and its sources. `damaged` where they
/// do not fit each other. `sources` are those of its head, in their order.
Result<MessagesRoot> messages_root_of(ByteSource& reading, const std::vector<ByteSource*>& sources);

}  // namespace daybook::vault
