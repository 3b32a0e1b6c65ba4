#include "vault/bundle/check/log_past.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/tlog_proof.h"

namespace daybook::vault {
namespace {

std::string consistency_path(std::uint64_t size) { return copy_path::consistency(size).substr(4); }

// Whether log/consistency/<size> leads from `old` to the head of this copy.
Result<bool> leads_from(const LogHead& old, const Listed& listed, const Head& head, FindingLog& log) {
  TRY_ASSIGN(const auto text, listed.text(consistency_path(old.size), kMostNoteBytes, log));
  if (!text) return false;
  const auto proof = crypto::ConsistencyProof::parse(*text);
  const LogHead& now = head.log_head();
  const auto checkpoint =
      proof ? crypto::Checkpoint::parse(proof->checkpoint) : Result<crypto::Checkpoint>(proof.error());
  if (!checkpoint || LogHead{checkpoint->size, checkpoint->root} != now) return false;
  return proof->old_size == old.size && old.size <= now.size &&
         crypto::verify_consistency(old.size, now.size, proof->path, old.root, now.root);
}

class PastCheck {
 public:
  PastCheck(const Listed& listed, const Signed& signed_list, const Seal& seal, const Head& head, FindingLog& log)
      : m_listed(listed), m_signed(signed_list), m_seal(seal), m_head(head), m_log(log) {}

  Result<LogPast> check() {
    TRY(check_previous());
    TRY(check_earlier());
    return std::move(m_past);
  }

 private:
  void wrong(Finding finding, std::string subject) {
    m_log.add(finding, std::move(subject));
    m_past.holds = false;
  }

  Result<void> check_previous() {
    const auto& previous = m_seal.facts().previous;
    if (previous) {
      TRY_ASSIGN(const bool holds, leads_from(*previous, m_listed, m_head, m_log));
      if (m_log.is_stopped()) return {};
      const std::string size = std::to_string(previous->size);
      if (holds) {
        m_log.add(Finding::previous_continues, size);
        m_past.previous = *previous;
      } else {
        wrong(Finding::previous_wrong, size);
      }
    }
    for (const std::string& path : m_listed.tag_paths_in("log/consistency/")) {
      if (!previous || path != consistency_path(previous->size)) wrong(Finding::previous_wrong, path);
    }
    return {};
  }

  Result<void> check_earlier() {
    const std::vector<EarlierLog>& logs = m_head.claimed_earlier();
    for (std::size_t i = 0; i < logs.size(); ++i) {
      const crypto::NoteVerifier& next = i + 1 < logs.size() ? logs[i + 1].verifier : m_head.verifier();
      const bool ascends = i == 0 || logs[i].entry > logs[i - 1].entry;
      TRY_ASSIGN(const auto proven, ProvenEntry::establish(m_listed, m_head, logs[i].entry, m_log));
      const auto* entry = std::get_if<ProvenEntry>(&proven);
      const bool is_unknown = entry != nullptr && entry->is_of_unknown_kind();
      const bool may_be_named =
          entry != nullptr && (is_unknown || entry->type() == entry_type::kKey || entry->type() == entry_type::kBranch);
      if (may_be_named && entry->is_newer()) m_log.add(Finding::keys_newer, entry_text(logs[i].entry));
      if (is_unknown) continue;
      const bool holds = ascends && logs[i].size <= leaf_index(logs[i].entry) && entry != nullptr &&
                         continues_as(*entry, logs[i], next);
      if (!holds) {
        wrong(Finding::earlier_logs_wrong, entry_text(logs[i].entry));
        continue;
      }
      m_past.earlier.push_back(logs[i]);
      m_log.add(entry->type() == entry_type::kBranch ? Finding::log_branched : Finding::log_key_changed,
                std::to_string(logs[i].size));
    }
    close_chain_of_keys();
    return {};
  }

  // Whether an entry says that `log` went on as `next`: a `key` entry with two good signatures, or a `branch` entry
  // that names `log` and its size.
  bool continues_as(const ProvenEntry& entry, const EarlierLog& log, const crypto::NoteVerifier& next) {
    if (text_member(entry.json(), "new_log") != next.to_text()) return false;
    if (entry.type() == entry_type::kBranch) {
      const Json& of = entry.json()["of"];
      return text_member(of, "vkey") == log.verifier.to_text() &&
             integer_member(of, "size") == static_cast<std::int64_t>(log.size);
    }
    if (entry.type() != entry_type::kKey) return false;
    const auto parsed = parse_entry(entry.line());
    const auto change = parsed ? parse_key_change(*parsed) : Result<KeyChange>(parsed.error());
    if (!change || (!m_changes.empty() && m_changes.back().new_root != change->old_root)) return false;
    m_changes.push_back(*change);
    m_change_entries.push_back(entry.number());
    return true;
  }

  // The last change of keys must name this copy's root key. As each change starts at the key that the one before names,
  // a chain then leads from every old root key to this copy's.
  void close_chain_of_keys() {
    if (m_changes.empty()) return;
    if (m_changes.back().new_root != m_signed.key().key)
      return wrong(Finding::earlier_logs_wrong, entry_text(m_change_entries.back()));
    if (!m_past.holds) return;
    for (const KeyChange& change : m_changes) m_past.old_roots.push_back(change.old_root);
  }

  const Listed& m_listed;
  const Signed& m_signed;
  const Seal& m_seal;
  const Head& m_head;
  FindingLog& m_log;
  LogPast m_past;
  std::vector<KeyChange> m_changes;
  std::vector<EntryNumber> m_change_entries;
};

class EarlierHeads {
 public:
  EarlierHeads(const Listed& listed, const Head& head, const LogPast& past, FindingLog& log)
      : m_listed(listed), m_head(head), m_past(past), m_log(log) {}

  Result<Connection> check(const std::string& note) {
    const auto given = crypto::Checkpoint::parse(note);
    if (!given) return told(Finding::earlier_not_connected, 0);
    const LogHead held{given->size, given->root}, now = m_head.log_head();
    if (held == now) return told(Finding::earlier_same, held.size);
    if (held.size < now.size) {
      TRY_ASSIGN(const bool continues, leads_from(held, m_listed, m_head, m_log));
      if (continues) return told(Finding::earlier_continues, held.size);
    }
    // Two continuations are a reproach to the keeper. They are only told where a key of this record signed the head:
    // anybody can write a head that differs.
    const bool is_other = is_signed_here(note) && is_other_continuation(held);
    return told(is_other ? Finding::earlier_two_continuations : Finding::earlier_not_connected, held.size);
  }

 private:
  Connection told(Finding finding, std::uint64_t size) {
    m_log.add(finding, std::to_string(size));
    if (finding == Finding::earlier_two_continuations) return Connection::two_continuations;
    return finding == Finding::earlier_not_connected ? Connection::not_connected : Connection::holds;
  }

  // Whether this log's key signed a head, or the key of a log that it continues.
  bool is_signed_here(const std::string& note) {
    auto checkpoint = crypto::open_checkpoint(note, m_head.verifier());
    for (const EarlierLog& log : m_past.earlier) {
      if (checkpoint) break;
      checkpoint = crypto::open_checkpoint(note, log.verifier);
      // A larger head means that the earlier log went on under its own key after this log had branched off.
      m_is_beyond = checkpoint && checkpoint->size > log.size;
    }
    return checkpoint.ok();
  }

  bool is_other_continuation(const LogHead& held) const {
    const auto differs = [&](const LogHead& here) { return held.size == here.size && held.root != here.root; };
    return m_is_beyond || differs(m_head.log_head()) || (m_past.previous && differs(*m_past.previous));
  }

  const Listed& m_listed;
  const Head& m_head;
  const LogPast& m_past;
  FindingLog& m_log;
  bool m_is_beyond = false;
};

}  // namespace

Result<LogPast> check_log_past(const Listed& listed, const Signed& signed_list, const Seal& seal, const Head& head,
                               FindingLog& log) {
  return PastCheck(listed, signed_list, seal, head, log).check();
}

Result<Connection> check_earlier_heads(const std::vector<std::string>& notes, const Listed& listed, const Head& head,
                                       const LogPast& past, FindingLog& log) {
  if (notes.empty()) return Connection::not_asked;
  Connection worst = Connection::holds;
  for (const std::string& note : notes) {
    TRY_ASSIGN(const Connection one, EarlierHeads(listed, head, past, log).check(note));
    worst = std::max(worst, one);
  }
  return worst;
}

}  // namespace daybook::vault
