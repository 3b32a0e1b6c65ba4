#include "vault/bundle/check/check_part.h"

#include "vault/bundle/check/part_lines.h"

namespace daybook::vault {
namespace {

using crypto::TreeHash;

constexpr std::size_t kMostRunsSaid = 20;

// The finding for a file of a part that is not unchanged, or not the one that the list of items names.
std::optional<Finding> fault_of_file(const Listed& listed, const ManifestItem::PartFile& file) {
  const auto state = listed.state(file.path);
  if (state == Listed::State::unlisted || state == Listed::State::missing) return Finding::item_file_missing;
  const auto payload = listed.payload(file.path);
  if (!payload) return Finding::item_file_changed;
  const bool is_same = payload->size == file.size && payload->sha256 == file.sha256 && payload->sha512 == file.sha512;
  return is_same ? std::nullopt : std::optional(Finding::item_described_otherwise);
}

bool are_those_of(const std::vector<PartLine>& lines, const std::vector<MessageRun>& shown) {
  std::size_t at = 0;
  for (const MessageRun& run : shown) {
    for (std::uint64_t number = run.first; number <= run.last; ++number, ++at) {
      if (at == lines.size() || lines[at].number != number) return false;
    }
  }
  return at == lines.size();
}

// Cuts the bytes of a part into messages while they stream by, and makes the leaf of each.
class Leaves {
 public:
  Leaves(const ReadingId& reading, const std::vector<PartLine>& lines) : m_reading(reading), m_lines(lines) {}

  void feed(ByteView block) {
    while (!block.empty() && m_leaves.size() < m_lines.size()) {
      const PartLine& line = m_lines[m_leaves.size()];
      if (m_done == 0) m_whole.emplace().update(line.salt);
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), line.size - m_done));
      m_whole->update(block.first(count));
      m_done += count;
      block = block.subspan(count);
      if (m_done < line.size) continue;
      m_leaves.push_back(message_leaf(m_reading, line.number, m_whole->finish(), line.pieces));
      m_done = 0;
    }
    m_has_more |= !block.empty();
  }
  // Whether the bytes were those of all messages, no more and no fewer.
  bool is_complete() const { return !m_has_more && m_leaves.size() == m_lines.size(); }
  const TreeHash& operator[](std::size_t index) const { return m_leaves[index]; }

 private:
  const ReadingId& m_reading;
  const std::vector<PartLine>& m_lines;
  std::vector<TreeHash> m_leaves;
  std::optional<crypto::Sha256> m_whole;
  std::uint64_t m_done = 0;
  bool m_has_more = false;
};

// The root that the leaves of the messages shown and the hashes of the rest lead to; nothing where the hashes are too
// few or too many.
std::optional<TreeHash> root_of(const PartTree& tree, const Leaves& leaves) {
  std::size_t next_leaf = 0, next_hash = 0;
  const auto root = root_of_part(
      tree.shown, tree.messages.count, [&](std::uint64_t) -> Result<TreeHash> { return leaves[next_leaf++]; },
      [&](std::uint64_t, std::uint64_t) -> Result<TreeHash> {
        if (next_hash == tree.rest.size()) return Error{ErrorCode::malformed, ""};
        return tree.rest[next_hash++];
      });
  return root && next_hash == tree.rest.size() ? std::optional(*root) : std::nullopt;
}

class PartCheck {
 public:
  PartCheck(const Listed& listed, const ManifestItem& item, FindingLog& log)
      : m_listed(listed), m_item(item), m_part(*item.part), m_log(log) {}

  Result<Finding> check(const std::variant<ProvenEntry, Finding>& found) {
    for (const ManifestItem::PartFile* file : {&m_part.lines, &m_part.bytes}) {
      if (const auto fault = fault_of_file(m_listed, *file)) return *fault;
    }
    if (const auto* fault = std::get_if<Finding>(&found)) return *fault;
    const ProvenEntry& entry = std::get<ProvenEntry>(found);
    m_is_newer = entry.is_newer();
    if (entry.is_of_unknown_kind()) return Finding::item_newer;
    const auto messages = messages_in_entry(entry.json());
    if (entry.type() != entry_type::kAdd || !entry.names_only(m_item.number) || !messages)
      return Finding::item_entry_of_another;
    std::optional<PartTree> tree;
    TRY_ASSIGN(const auto fault_of_tree, read_tree(tree));
    return fault_of_tree ? Result<Finding>(*fault_of_tree) : judge(*tree, entry, *messages);
  }

 private:
  // Nothing where `tree` is read.
  Result<std::optional<Finding>> read_tree(std::optional<PartTree>& tree) {
    using Fault = std::optional<Finding>;
    const std::string path = "log/messages/" + m_item.number + ".json";
    const auto state = m_listed.state(path);
    if (state == Listed::State::unlisted || state == Listed::State::missing) return Fault(Finding::item_entry_missing);
    TRY_ASSIGN(const auto text, m_listed.text(path, kMostPartTreeBytes, m_log));
    if (!text) return Fault(Finding::item_entry_wrong);
    bool is_over_limit = false;
    const auto json = parse_bounded(*text, is_over_limit);
    if (is_over_limit) m_log.add(Finding::over_limit, path);
    GrammarNotes notes;
    tree = json && json->is_object() ? parse_part_tree(*json, notes) : std::nullopt;
    m_is_newer |= !notes.newer.empty();
    if (tree) return Fault();
    return Fault(json && notes.is_good() && m_is_newer ? Finding::item_newer : Finding::item_messages_wrong);
  }

  Result<Finding> judge(const PartTree& tree, const ProvenEntry& entry, const MessagesRoot& messages) {
    const bool says_the_same = tree.entry == m_part.entry && tree.messages == messages &&
                               m_part.count == messages.count && m_part.shown == messages_in(tree.shown) &&
                               m_part.recorded == ManifestItem::Recorded{entry.time(), entry.offset()};
    if (!says_the_same) return Finding::item_described_otherwise;
    TRY_ASSIGN(const auto read, read_part_lines(m_listed, m_part.lines.path));
    if (!read) return Finding::item_file_changed;
    if (read->is_over_limit) m_log.add(Finding::over_limit, m_part.lines.path);
    if (read->is_malformed || read->is_over_limit || !are_those_of(read->lines, tree.shown))
      return Finding::item_messages_wrong;
    Leaves leaves(tree.reading, read->lines);
    TRY_ASSIGN(const bool is_same, m_listed.read(m_part.bytes.path, [&](ByteView block) -> Result<void> {
      leaves.feed(block);
      return {};
    }));
    if (!is_same) return Finding::item_file_changed;
    if (!leaves.is_complete() || root_of(tree, leaves) != messages.root) return Finding::item_messages_wrong;
    m_log.add(Finding::item_in_part, m_item.number + ", " + shown_in_part(tree.shown, messages.count));
    return m_is_newer || read->is_newer ? Finding::item_newer : Finding::item_matches;
  }

  const Listed& m_listed;
  const ManifestItem& m_item;
  const ManifestItem::Part& m_part;
  FindingLog& m_log;
  bool m_is_newer = false;
};

}  // namespace

std::string shown_in_part(const std::vector<MessageRun>& shown, std::uint64_t count) {
  std::string text = std::to_string(messages_in(shown)) + " of " + std::to_string(count) + " messages (";
  for (std::size_t i = 0; i < shown.size() && i < kMostRunsSaid; ++i) {
    text += (i == 0 ? "" : ", ") + std::to_string(shown[i].first);
    if (shown[i].last > shown[i].first) text += "-" + std::to_string(shown[i].last);
  }
  return text + (shown.size() > kMostRunsSaid ? ", ...)" : ")");
}

Result<Finding> check_part(const Listed& listed, const ManifestItem& item,
                           const std::variant<ProvenEntry, Finding>& entry, FindingLog& log) {
  return PartCheck(listed, item, log).check(entry);
}

}  // namespace daybook::vault
