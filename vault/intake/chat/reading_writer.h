#pragma once

#include "crypto/growing_tree.h"
#include "vault/intake/chat/chat.h"
#include "vault/intake/chat/source_bytes.h"
#include "vault/log/message_leaf.h"
#include "vault/record/outline.h"

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
  /// `head` gets its settings from what is read, and a new key unless it has one. `sources` are what is read, in the
  /// order of the head; they and `sink` must outlive the writer.
  ReadingWriter(ReadingHead head, const std::vector<ByteSource*>& sources, ByteSink& sink);

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
  SourceBytes m_sources;
  ByteSink& m_sink;
  std::optional<MessageLeaves> m_leaves;
  crypto::GrowingTree m_tree;
  OutlineMaker m_outline;
  std::string m_lines;
  std::uint64_t m_written = 0;
};

}  // namespace daybook::vault
