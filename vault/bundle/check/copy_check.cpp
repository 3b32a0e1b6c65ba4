#include "vault/bundle/check/copy_check.h"

#include <algorithm>

#include "crypto/words.h"

namespace daybook::vault {
namespace {

constexpr CheckStep kSteps[] = {CheckStep::lock,  CheckStep::container, CheckStep::signature, CheckStep::key,
                                CheckStep::files, CheckStep::seal,      CheckStep::recipient, CheckStep::log,
                                CheckStep::items, CheckStep::earlier,   CheckStep::time};

// Whether a container has none of the files by which a copy is known: then it is something else altogether.
bool is_no_copy(const Container& container) {
  constexpr const char* kMarks[] = {copy_path::kTagManifest, copy_path::kSignature, copy_path::kRootKey,
                                    copy_path::kSeal, copy_path::kItems};
  return std::none_of(std::begin(kMarks), std::end(kMarks),
                      [&](const char* path) { return container.find(path).has_value(); });
}

}  // namespace

Result<CopyVerdict> CopyCheck::check_file(ByteSource& source, Lock lock) {
  ByteSource* content = &source;
  if (lock.is_locked) {
    TRY_ASSIGN(m_content, open_content(source, *lock.file_key, m_log));
    if (!m_content) return finish();
    content = &*m_content;
  } else {
    m_log.add(Finding::lock_none);
  }
  TRY_ASSIGN(m_container, Container::of_zip(*content, m_log));
  TRY(go_through(lock));
  return finish();
}

Result<CopyVerdict> CopyCheck::check_folder(BagFolder& folder) {
  m_log.add(Finding::lock_none);
  m_container = Container::of_folder(folder);
  TRY(go_through({}));
  return finish();
}

Result<void> CopyCheck::go_through(const Lock& lock) {
  if (!m_container) return {};
  if (is_no_copy(*m_container)) {
    m_log.add(Finding::container_not_a_copy, m_container->is_zip() ? "ZIP" : "folder");
    return {};
  }
  const Finding packed = m_container->is_as_written() ? Finding::container_as_written : Finding::container_repacked;
  m_log.add(m_container->is_zip() ? packed : Finding::container_is_folder);
  for (const std::string& place : m_container->added_places()) m_log.add(Finding::bytes_added, place);
  TRY_ASSIGN(m_signed, Signed::establish(*m_container, m_log));
  if (!m_signed) return {};
  m_verdict.key_words = crypto::key_words(m_signed->key().key);
  m_verdict.root_key = m_signed->key().to_base64_line();
  if (!m_signed->tags().names(kFingerprints)) m_verdict.receipt = m_signed->receipt();
  const bool is_asked = m_brings.confirmed_root || m_brings.confirmed_words;
  if (!is_asked) m_log.add(Finding::key_not_confirmed);
  if (!is_asked || is_confirmed(m_signed->key().key)) {
    if (is_asked) m_log.add(Finding::key_confirmed);
    return go_below(*m_signed, m_log, lock, false);
  }
  // The copy is signed by another key than the one that the reader was told. So nothing is said of what is in it. Only
  // whether the key that she was told named this one as its successor is worth saying: then she can ask for the new
  // words.
  FindingLog unsaid;
  TRY(go_below(*m_signed, unsaid, lock, true));
  const bool is_successor = std::any_of(m_old_roots.begin(), m_old_roots.end(),
                                        [&](const crypto::PublicKey& root) { return is_confirmed(root); });
  m_log.add(is_successor ? Finding::key_successor : Finding::key_other);
  return {};
}

// Goes through the links below the signature. `is_asked_for_key_only` ends at the log's past, which is enough to know
// the keys before this one.
Result<void> CopyCheck::go_below(const Signed& signed_list, FindingLog& log, const Lock& lock,
                                 bool is_asked_for_key_only) {
  TRY_ASSIGN(auto listed, Listed::establish(*m_container, signed_list, log, m_progress));
  if (!listed) return {};
  if (!is_asked_for_key_only && signed_list.tags().names(kFingerprints)) m_verdict.receipt = listed->receipt();
  TRY_ASSIGN(const auto seal, Seal::establish(*listed, signed_list, log));
  if (seal && !is_asked_for_key_only) {
    m_verdict.seal = seal->facts();
    judge_recipient(*seal, lock);
  }
  std::optional<Head> head;
  if (seal) {
    TRY_ASSIGN(head, Head::establish(*listed, signed_list, *seal, log));
  }
  if (head) {
    TRY_ASSIGN(const LogPast past, check_log_past(*listed, signed_list, *seal, *head, log));
    m_old_roots = past.old_roots;
    if (is_asked_for_key_only) return {};
    std::optional<ItemList> items;
    if (!log.is_stopped()) {
      TRY_ASSIGN(items, ItemList::establish(*listed, *head, log));
    }
    if (items) {
      TRY_ASSIGN(m_whole, check_items(*listed, *head, past, *items, m_items, log));
      // Where no item was found again, the list is no longer the one that was established.
      if (log.has_uncounted()) m_verdict.stated = items->stated();
    }
    TRY_ASSIGN(m_verdict.connection, check_earlier_heads(m_brings.earlier_checkpoints, *listed, *head, past, log));
    if (m_brings.earlier_checkpoints.empty()) log.add(Finding::earlier_none);
    log.add(Finding::time_is_own);
  }
  if (!is_asked_for_key_only) m_listed = std::move(listed);
  return {};
}

bool CopyCheck::is_confirmed(const crypto::PublicKey& root) const {
  return (!m_brings.confirmed_root || *m_brings.confirmed_root == root) &&
         (!m_brings.confirmed_words || *m_brings.confirmed_words == crypto::key_words(root));
}

void CopyCheck::judge_recipient(const Seal& seal, const Lock& lock) {
  const auto& recipients = seal.facts().recipients;
  if (!lock.is_locked)
    return m_log.add(recipients.empty() ? Finding::recipient_not_locked : Finding::recipient_forwarded);
  if (!lock.recipient) return m_log.add(Finding::recipient_unknown);
  const auto recipient = crypto::AgeRecipient::parse(*lock.recipient);
  const bool is_listed =
      recipient && std::find(recipients.begin(), recipients.end(),
                             recipient_hash(seal.facts().bundle, *recipient)) != recipients.end();
  m_log.add(is_listed ? Finding::recipient_is_you : Finding::recipient_forwarded);
}

void CopyCheck::mark_unreached() {
  const bool nothing_more_is_said = m_log.has(Finding::key_other) || m_log.has(Finding::key_successor);
  if (nothing_more_is_said) return;
  for (const CheckStep step : kSteps) {
    const bool has_items = step == CheckStep::items && m_log.has_uncounted() && !m_log.is_stopped();
    if (!m_log.reached(step) && !has_items) m_log.add(step, Finding::not_reached);
  }
}

CopyVerdict CopyCheck::finish() {
  mark_unreached();
  m_verdict.answer = conclude(m_log, m_whole);
  // Of a copy that could not be checked, nothing is repeated that the keeper's program states.
  m_verdict.drop_what_is_not_said();
  m_verdict.lines = m_log.take_lines();
  return std::move(m_verdict);
}

std::vector<CopyCheck::File> CopyCheck::files(bool also_doubtful) const {
  std::vector<File> files;
  if (!m_container) return files;
  for (FileIndex file = 0; file < m_container->count(); ++file) {
    const std::string name(m_container->name(file));
    if (!name.starts_with("bag/") || m_container->is_odd(file) || m_container->find(name) != file) continue;
    const std::string path = name.substr(4);
    const bool is_seal = path == "tagmanifest-sha512.txt" || path == "tagmanifest-sha512.txt.minisig";
    const auto state = m_listed ? m_listed->state(path) : Listed::State::unlisted;
    const bool is_good = state == Listed::State::unchanged || (m_listed && is_seal);
    const PathKind kind = kind_of_path(path);
    const bool is_named_so = kind != PathKind::unknown && kind != PathKind::unsafe;
    const bool is_doubtful = m_listed ? state == Listed::State::changed : is_named_so;
    if (kind != PathKind::unsafe && (is_good || (also_doubtful && is_doubtful)))
      files.push_back({file, name, m_container->size(file)});
  }
  return files;
}

Result<bool> CopyCheck::read(FileIndex file, const BlockReceiver& receiver) const {
  const std::string path(m_container->name(file).substr(4));
  if (m_listed && m_listed->state(path) == Listed::State::unchanged) return m_listed->read(path, receiver);
  TRY_ASSIGN(const FileReading reading, read_file_of(*m_container, file, receiver));
  return reading.is_whole && m_listed && kind_of_path(path) == PathKind::seal;
}

}  // namespace daybook::vault
