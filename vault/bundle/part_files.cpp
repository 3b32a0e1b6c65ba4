#include "vault/bundle/part_files.h"

#include "crypto/encoding.h"
#include "crypto/growing_tree.h"
#include "vault/bundle/check/part_tree.h"
#include "vault/store/cached_source.h"

namespace daybook::vault {
namespace {

// A message of a reading with its bytes in the export.
struct RawMessage {
  ReadMessage read;
  ByteView raw;
};

// Goes through the messages of a reading, each with its bytes.
class RawMessages {
 public:
  RawMessages(ByteSource& reading, const std::vector<ByteSource*>& sources) : m_lines(reading) {
    for (ByteSource* source : sources) m_sources.push_back(std::make_unique<CachedSource>(*source));
  }

  // Reads the head, from which the leaves follow. To be called first.
  Result<void> begin() {
    TRY_ASSIGN(const ReadingHead head, m_lines.head());
    if (!head.key || head.sources.size() != m_sources.size()) return damaged();
    m_leaves.emplace(m_lines.id(), *head.key);
    return {};
  }
  MessageLeaves& leaves() { return *m_leaves; }
  const ReadingId& id() const { return m_lines.id(); }

  // The next message. The bytes are good until the next call. After the last one the reading is damaged.
  Result<RawMessage> next() {
    TRY_ASSIGN(auto message, next_if_any());
    if (!message) return damaged();
    return std::move(*message);
  }
  Result<std::optional<RawMessage>> next_if_any() {
    for (;;) {
      TRY_ASSIGN(auto line, m_lines.next());
      if (!line) return std::optional<RawMessage>();
      auto* message = std::get_if<ReadMessage>(&*line);
      if (message == nullptr) continue;
      const bool is_there = message->number == ++m_last && message->source < m_sources.size() &&
                            message->end - message->begin <= kMostLineBytes;
      if (!is_there) return damaged();
      const auto size = static_cast<std::size_t>(message->end - message->begin);
      if (m_raw.size() < size) m_raw = crypto::ContentBuffer(size);
      TRY(m_sources[message->source]->read_at(message->begin, m_raw.first(size)));
      return std::optional(RawMessage{std::move(*message), m_raw.first(size)});
    }
  }

 private:
  static Error damaged() { return {ErrorCode::damaged, "reading"}; }
  ReadingLines m_lines;
  std::vector<std::unique_ptr<CachedSource>> m_sources;
  std::optional<MessageLeaves> m_leaves;
  crypto::ContentBuffer m_raw{0};
  std::uint64_t m_last = 0;
};

// The line of a message as a part has it: without its place in the export, which would tell how long the messages are
// that are left out, and with what its leaf is made of.
std::string part_line(const RawMessage& message, MessageLeaves& leaves) {
  const ReadMessage& read = message.read;
  Json json{{"kind", to_text(read.kind)},
            {"n", read.number},
            {"pieces", crypto::to_hex(leaves.pieces_digest(read.number, message.raw))},
            {"s", crypto::to_hex(leaves.salt(read.number))},
            {"size", message.raw.size()}};
  for (const auto& [name, text] : {std::pair("at", &read.at), std::pair("file", &read.file),
                                   std::pair("from", &read.from), std::pair("text", &read.text)}) {
    if (!text->empty()) json[name] = *text;
  }
  if (const auto how = to_text(read.how); !how.empty()) json["how"] = how;
  if (const auto flags = flag_names(read.flags); !flags.empty()) json["flags"] = flags;
  if (read.time) json["time"] = to_text(*read.time);
  return to_canonical(json) + "\n";
}

void measure(ByteView bytes, Measurement& measurement) {
  measurement.add(bytes);
  measurement.wait();  // the bytes are good until the next message
}

}  // namespace

Result<PartFacts> measure_part(ByteSource& reading, const std::vector<ByteSource*>& sources, EntryNumber entry,
                               const MessagesRoot& messages, const std::vector<MessageRun>& runs) {
  if (!are_runs_of_part(runs, messages.count))
    return Error{ErrorCode::usage, "the conversation has messages 1 to " + std::to_string(messages.count)};
  RawMessages all(reading, sources);
  TRY(all.begin());
  Measurement lines, bytes;
  std::vector<crypto::TreeHash> rest;
  const auto shown = [&](std::uint64_t) -> Result<crypto::TreeHash> {
    TRY_ASSIGN(const RawMessage message, all.next());
    measure(as_bytes(part_line(message, all.leaves())), lines);
    measure(message.raw, bytes);
    return all.leaves().leaf(message.read.number, message.raw);
  };
  const auto hidden = [&](std::uint64_t, std::uint64_t count) -> Result<crypto::TreeHash> {
    crypto::GrowingTree tree;
    for (; tree.size() < count;) {
      TRY_ASSIGN(const RawMessage message, all.next());
      tree.add(all.leaves().leaf(message.read.number, message.raw));
    }
    rest.push_back(tree.root());
    return rest.back();
  };
  TRY_ASSIGN(const crypto::TreeHash root, root_of_part(runs, messages.count, shown, hidden));
  if (root != messages.root) return Error{ErrorCode::does_not_match, "the messages of a conversation"};
  PartFacts facts{lines.finish(), bytes.finish(), part_tree_text({all.id(), entry, messages, runs, std::move(rest)})};
  if (facts.tree.size() > kMostPartTreeBytes)
    return Error{ErrorCode::usage, "too many separate stretches of messages for one copy"};
  return facts;
}

Result<void> each_message(ByteSource& reading, const std::vector<ByteSource*>& sources,
                          const std::vector<MessageRun>& runs, const UseMessage& use) {
  RawMessages all(reading, sources);
  TRY(all.begin());
  for (auto run = runs.begin(); runs.empty() || run != runs.end();) {
    TRY_ASSIGN(const auto message, all.next_if_any());
    if (!message) return runs.empty() ? Result<void>() : Error{ErrorCode::damaged, "reading"};
    const std::uint64_t number = message->read.number;
    if (runs.empty() || number >= run->first) TRY(use(message->read, message->raw));
    if (!runs.empty() && number == run->last) ++run;
  }
  return {};
}

Result<void> write_part(ByteSource& reading, const std::vector<ByteSource*>& sources,
                        const std::vector<MessageRun>& runs, ByteSink* lines, ByteSink* bytes) {
  RawMessages all(reading, sources);
  TRY(all.begin());
  std::uint64_t number = 0;
  for (const MessageRun& run : runs) {
    while (number < run.last) {
      TRY_ASSIGN(const RawMessage message, all.next());
      ++number;
      if (number < run.first) continue;
      if (lines != nullptr) TRY(lines->write(as_bytes(part_line(message, all.leaves()))));
      if (bytes != nullptr) TRY(bytes->write(message.raw));
    }
  }
  return {};
}

}  // namespace daybook::vault
