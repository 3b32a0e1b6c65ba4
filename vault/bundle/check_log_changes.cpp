#include "vault/bundle/check_log_changes.h"

#include "vault/bundle/check_items.h"

namespace daybook::vault {
namespace {

// A `key` entry with two good signatures, or a `branch` entry that continues the log that stood before it.
bool is_sound(const Entry& entry, const EarlierLog& log) {
  if (entry.type == entry_type::kKey) return parse_key_change(entry).ok();
  if (entry.type != entry_type::kBranch || !entry.json.contains("of")) return false;
  return text_member(entry.json["of"], "vkey") == log.verifier.to_text() &&
         integer_member(entry.json["of"], "size") == static_cast<std::int64_t>(log.size);
}

// From the key of this copy back, as far as each key was named by the one before.
std::vector<crypto::PublicKey> predecessors(const std::vector<KeyChange>& changes,
                                            const std::optional<crypto::PublicKey>& root) {
  std::vector<crypto::PublicKey> roots;
  std::optional<crypto::PublicKey> present = root;
  for (auto change = changes.rbegin(); present && change != changes.rend(); ++change) {
    if (change->new_root != *present) break;
    roots.push_back(change->old_root);
    present = change->old_root;
  }
  return roots;
}

}  // namespace

LogChanges check_log_changes(const CopyContents& contents, const Json& keys, const std::optional<LogHead>& head,
                             const std::optional<crypto::PublicKey>& root, CopyVerdict& verdict) {
  LogChanges changes;
  if (!keys.contains("earlier")) return changes;
  const auto logs = parse_earlier_logs(keys["earlier"]);
  if (!logs) {
    verdict.add(CheckStep::log_key, Outcome::bad, Finding::log_change_wrong, copy_path::kKeys);
    return changes;
  }
  std::vector<KeyChange> key_changes;
  for (const EarlierLog& log : *logs) {
    const std::string size = std::to_string(log.size), path = copy_path::entry(log.entry);
    const std::string* line = contents.text(path);
    const auto entry = line != nullptr ? parse_entry(*line) : Result<Entry>(Error{ErrorCode::not_found, ""});
    if (!entry || !is_sound(*entry, log) || judge_inclusion(contents, head, log.entry) != Finding::item_matches) {
      verdict.add(CheckStep::log_key, Outcome::bad, Finding::log_change_wrong, path);
      continue;
    }
    changes.earlier.push_back(log);
    const bool is_branch = entry->type == entry_type::kBranch;
    if (!is_branch) key_changes.push_back(*parse_key_change(*entry));
    verdict.add(CheckStep::log_key, Outcome::information, is_branch ? Finding::log_is_branch : Finding::log_key_changed,
                size);
  }
  changes.roots = predecessors(key_changes, root);
  return changes;
}

}  // namespace daybook::vault
