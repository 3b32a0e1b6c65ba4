#include "vault/bundle/check_copy.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/minisign.h"
#include "crypto/tlog_proof.h"
#include "crypto/words.h"
#include "vault/bundle/bag_manifest.h"
#include "vault/bundle/check_items.h"
#include "vault/bundle/check_log_changes.h"
#include "vault/bundle/copy_contents.h"

namespace daybook::vault {
namespace {

constexpr CheckStep kAllSteps[] = {CheckStep::lock,      CheckStep::container, CheckStep::signature,  CheckStep::files,
                                   CheckStep::recipient, CheckStep::log_key,   CheckStep::checkpoint, CheckStep::items,
                                   CheckStep::earlier,   CheckStep::anchors,   CheckStep::currency};

// `Thumbs.db` and `.DS_Store` come from looking at a folder, not from tampering.
bool is_litter(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return name == "Thumbs.db" || name == ".DS_Store" || name == "desktop.ini" || path.starts_with("__MACOSX/");
}

class CopyChecker {
 public:
  CopyChecker(const CopyContents& contents, const CheckOptions& options, CopyVerdict& verdict)
      : m_contents(contents), m_options(options), m_verdict(verdict) {}

  void check() {
    if (const std::string* seal = m_contents.text(copy_path::kSeal)) {
      if (auto facts = SealFacts::parse(*seal)) m_verdict.seal = std::move(*facts);
    }
    check_signature();
    check_files();
    check_recipient();
    check_log_key();
    check_checkpoint();
    check_changes();
    check_whose_key();
    check_items(m_contents, m_signed_head, m_verdict);
    check_earlier();
    check_anchors();
    check_currency();
  }

 private:
  void good(CheckStep step, Finding finding, std::string subject = "") {
    m_verdict.add(step, Outcome::good, finding, std::move(subject));
  }
  void bad(CheckStep step, Finding finding, std::string subject = "") {
    m_verdict.add(step, Outcome::bad, finding, std::move(subject));
  }

  void check_signature() {
    const std::string* tagmanifest = m_contents.text(copy_path::kTagManifest);
    const std::string* signature_file = m_contents.text(copy_path::kSignature);
    const std::string* key_file = m_contents.text(copy_path::kRootKey);
    if (tagmanifest != nullptr) m_verdict.receipt = receipt_fingerprint(as_bytes(*tagmanifest));
    if (tagmanifest == nullptr || signature_file == nullptr || key_file == nullptr)
      return bad(CheckStep::signature, Finding::signature_missing);
    const auto key = crypto::MinisignPublicKey::parse(*key_file);
    const auto signature = crypto::parse_minisign_signature(*signature_file);
    // minisign itself forgives a changed first line, which nothing signs; in a copy both files have one spelling only.
    if (!key || !signature || key->to_file() != *key_file || signature->to_file() != *signature_file) {
      return bad(CheckStep::signature, Finding::signature_malformed, copy_path::kSignature);
    }
    m_verdict.key_words = crypto::key_words(key->key);
    m_verdict.root_key = key->to_base64_line();
    m_root = key->key;
    if (signature->key_id != key->id) return bad(CheckStep::signature, Finding::signature_by_other_key_file);
    if (!crypto::verify_minisign(*signature, *key, as_bytes(*tagmanifest)))
      return bad(CheckStep::signature, Finding::signature_wrong);
    m_signed_head = head_in_comment(signature->trusted_comment);
    if (m_verdict.seal && m_verdict.seal->trusted_comment() != signature->trusted_comment)
      bad(CheckStep::signature, Finding::signature_comment_differs);
    m_key = *key;
  }

  // Whether the key is the one that the keeper confirmed. After a change of keys the confirmed one may be older: it
  // named this one, but so could have anybody who had it.
  void check_whose_key() {
    if (!m_key) return;
    const bool asked = m_options.confirmed_root || m_options.confirmed_words;
    if (!asked)
      m_verdict.add(CheckStep::signature, Outcome::good, Finding::signature_matches_unconfirmed, m_verdict.key_words);
    else if (is_confirmed(m_key->key))
      good(CheckStep::signature, Finding::signature_matches_confirmed, m_verdict.key_words);
    else if (std::any_of(m_changes.roots.begin(), m_changes.roots.end(),
                         [&](const auto& root) { return is_confirmed(root); }))
      m_verdict.add(CheckStep::signature, Outcome::information, Finding::signature_matches_successor,
                    m_verdict.key_words);
    else
      bad(CheckStep::signature, Finding::signature_matches_other_key, m_verdict.key_words);
  }

  bool is_confirmed(const crypto::PublicKey& root) const {
    return (!m_options.confirmed_root || *m_options.confirmed_root == root) &&
           (!m_options.confirmed_words || *m_options.confirmed_words == crypto::key_words(root));
  }

  void check_files() {
    bool all_good = check_against_list(copy_path::kTagManifest, m_tags, /*is_sha512=*/true);
    all_good &= check_against_list(copy_path::kManifest512, m_payload512, true);
    all_good &= check_against_list(copy_path::kManifest256, m_payload256, false);
    for (const auto& [path, digest] : m_payload512.digests) {
      if (m_payload256.digests.contains(path)) continue;
      all_good = false;
      bad(CheckStep::files, Finding::file_lists_differ, path);
    }
    for (const auto& [path, file] : m_contents.files) all_good &= is_expected(path);
    if (all_good)
      good(CheckStep::files, Finding::files_all_there,
           std::to_string(m_tags.digests.size() + m_payload512.digests.size()));
  }

  bool check_against_list(const char* list_path, Manifest& manifest, bool is_sha512) {
    const std::string* text = m_contents.text(list_path);
    if (text == nullptr) return bad(CheckStep::files, Finding::file_list_missing, list_path), false;
    manifest = parse_manifest(*text, "bag/");
    bool all_good = manifest.is_well_formed;
    if (!all_good) bad(CheckStep::files, Finding::file_changed, list_path);
    for (const auto& [path, digest] : manifest.digests) {
      const auto found = m_contents.files.find(path);
      const bool is_missing = found == m_contents.files.end();
      if (!is_missing) {
        const ContentFacts& facts = found->second.facts;
        if (found->second.is_readable &&
            digest == (is_sha512 ? crypto::to_hex(facts.sha512) : crypto::to_hex(facts.sha256)))
          continue;
      }
      all_good = false;
      // A file stands in both payload lists; it is reported once.
      if (is_sha512 || !m_payload512.digests.contains(path))
        bad(CheckStep::files, is_missing ? Finding::file_missing : Finding::file_changed, path);
      else if (!is_missing && m_payload512.digests.at(path) == crypto::to_hex(found->second.facts.sha512))
        bad(CheckStep::files, Finding::file_lists_differ, path);
    }
    return all_good;
  }

  bool is_expected(const std::string& path) {
    if (path == "PADDING.bin" || path == copy_path::kTagManifest || path == copy_path::kSignature) return true;
    if (m_tags.digests.contains(path) || m_payload512.digests.contains(path) || m_payload256.digests.contains(path))
      return true;
    if (is_litter(path)) {
      m_verdict.add(CheckStep::files, Outcome::information, Finding::file_litter, path);
      return true;
    }
    bad(CheckStep::files, Finding::file_added, path);
    return false;
  }

  void check_recipient() {
    if (!m_verdict.seal) return m_verdict.add(CheckStep::recipient, Outcome::not_checked, Finding::not_reached);
    const SealFacts& seal = *m_verdict.seal;
    if (seal.recipients.empty() && !m_contents.is_locked)
      return m_verdict.add(CheckStep::recipient, Outcome::information, Finding::recipient_not_locked);
    if (!m_contents.identity_used)
      return m_verdict.add(CheckStep::recipient, Outcome::not_checked,
                           m_contents.is_locked ? Finding::recipient_unknown : Finding::recipient_forwarded);
    const auto& identity = m_options.keys.identities[*m_contents.identity_used];
    const std::string hash = recipient_hash(seal.bundle, identity.recipient());
    const bool listed = std::find(seal.recipients.begin(), seal.recipients.end(), hash) != seal.recipients.end();
    if (listed)
      good(CheckStep::recipient, Finding::recipient_is_you);
    else
      m_verdict.add(CheckStep::recipient, Outcome::information, Finding::recipient_forwarded);
  }

  void check_log_key() {
    const std::string* keys = m_contents.text(copy_path::kKeys);
    const std::string* vkey_file = m_contents.text(copy_path::kVkey);
    const auto json = keys != nullptr ? parse_json(*keys) : Result<Json>(Error{ErrorCode::malformed, ""});
    if (!json || !json->is_object() || !json->contains("log"))
      return bad(CheckStep::log_key, Finding::log_key_unreadable);
    const auto verifier = crypto::NoteVerifier::parse(text_member((*json)["log"], "vkey").value_or(""));
    if (!verifier) return bad(CheckStep::log_key, Finding::log_key_unreadable);
    m_verifier.emplace(*verifier);
    m_keys = *json;
    const bool same_root = m_root && text_member(*json, "root") == crypto::to_base64(m_root->bytes());
    const bool same_vkey = vkey_file != nullptr && *vkey_file == verifier->to_text() + "\n";
    const bool same_origin = !m_verdict.seal || m_verdict.seal->origin == verifier->name;
    if (same_root && same_vkey && same_origin)
      good(CheckStep::log_key, Finding::log_key_under_root);
    else
      bad(CheckStep::log_key, Finding::log_key_differs);
  }

  void check_checkpoint() {
    const std::string* note = m_contents.text(copy_path::kCheckpoint);
    if (note == nullptr) return bad(CheckStep::checkpoint, Finding::checkpoint_missing);
    if (!m_verifier) return m_verdict.add(CheckStep::checkpoint, Outcome::not_checked, Finding::not_reached);
    const auto checkpoint = crypto::open_checkpoint(*note, *m_verifier);
    if (!checkpoint) return bad(CheckStep::checkpoint, Finding::checkpoint_wrong);
    m_head = LogHead{checkpoint->size, checkpoint->root};
    if (m_verdict.seal && m_verdict.seal->log != *m_head)
      return bad(CheckStep::checkpoint, Finding::checkpoint_differs_from_seal);
    good(CheckStep::checkpoint, Finding::checkpoint_matches, std::to_string(checkpoint->size));
  }

  void check_changes() {
    m_changes = check_log_changes(m_contents, m_keys, m_signed_head ? m_signed_head : m_head, m_root, m_verdict);
  }

  // Two heads of one record that do not extend each other are two continuations of it: a restored backup does that.
  void check_earlier() {
    if (m_options.earlier_checkpoints.empty())
      m_verdict.add(CheckStep::earlier, Outcome::information, Finding::earlier_none);
    for (const std::string& note : m_options.earlier_checkpoints) check_earlier(note);
    if (m_verdict.seal && m_verdict.seal->previous)
      check_consistency_file(*m_verdict.seal->previous, /*is_held=*/false);
  }

  void check_earlier(const std::string& note) {
    if (!m_verifier || !m_head) return m_verdict.add(CheckStep::earlier, Outcome::not_checked, Finding::not_reached);
    auto checkpoint = crypto::open_checkpoint(note, *m_verifier);
    for (const EarlierLog& log : m_changes.earlier) {
      if (!checkpoint)
        checkpoint = crypto::open_checkpoint(note, log.verifier);
      else
        break;
      // The other continuation went on under the old key after this one had branched off.
      if (checkpoint && checkpoint->size > log.size)
        return bad(CheckStep::earlier, Finding::earlier_not_extended, std::to_string(log.size));
    }
    if (!checkpoint) {
      const auto unsigned_head = crypto::Checkpoint::parse(note);
      const bool is_branch =
          unsigned_head && m_verdict.seal && unsigned_head->origin.starts_with("record-" + m_verdict.seal->record);
      if (is_branch) return bad(CheckStep::earlier, Finding::earlier_not_extended, std::to_string(unsigned_head->size));
      const bool is_other = checkpoint.error().code == ErrorCode::does_not_match;
      return bad(CheckStep::earlier, is_other ? Finding::earlier_of_other_record : Finding::earlier_unreadable);
    }
    m_largest_held = std::max(m_largest_held.value_or(0), checkpoint->size);
    check_consistency_file({checkpoint->size, checkpoint->root}, /*is_held=*/true);
  }

  void check_consistency_file(const LogHead& old, bool is_held) {
    const std::string size = std::to_string(old.size);
    if (!m_head || old.size > m_head->size) return;  // an older copy: see check_currency
    if (old.size == m_head->size) {
      if (old.root != m_head->root)
        bad(CheckStep::earlier, Finding::earlier_not_extended, size);
      else if (is_held)
        good(CheckStep::earlier, Finding::earlier_same, size);
      return;
    }
    const std::string* file = m_contents.text(copy_path::consistency(old.size));
    const auto proof = file != nullptr ? crypto::ConsistencyProof::parse(*file)
                                       : Result<crypto::ConsistencyProof>(Error{ErrorCode::not_found, ""});
    if (!proof)
      return m_verdict.add(CheckStep::earlier, is_held ? Outcome::not_checked : Outcome::bad,
                           Finding::earlier_proof_missing, size);
    const bool extends = proof->old_size == old.size &&
                         crypto::verify_consistency(old.size, m_head->size, proof->path, old.root, m_head->root);
    if (extends)
      good(CheckStep::earlier, Finding::earlier_extended, size);
    else
      bad(CheckStep::earlier, Finding::earlier_not_extended, size);
  }

  void check_anchors() {
    for (const auto& [path, file] : m_contents.files) {
      if (!path.starts_with("bag/log/anchors/")) continue;
      return m_verdict.add(CheckStep::anchors, Outcome::not_checked, Finding::anchors_not_checked, path);
    }
    m_verdict.add(CheckStep::anchors, Outcome::information, Finding::anchors_none);
  }

  void check_currency() {
    if (!m_largest_held || !m_head)
      return m_verdict.add(CheckStep::currency, Outcome::information, Finding::currency_unknown);
    const bool is_older = *m_largest_held > m_head->size;
    m_verdict.add(CheckStep::currency, is_older ? Outcome::information : Outcome::good,
                  is_older ? Finding::currency_older : Finding::currency_newest_seen);
  }

  const CopyContents& m_contents;
  const CheckOptions& m_options;
  CopyVerdict& m_verdict;
  std::optional<crypto::MinisignPublicKey> m_key;  // of a signature that matches
  Json m_keys = Json::object();                    // keys.json
  LogChanges m_changes;
  Manifest m_tags, m_payload512, m_payload256;
  std::optional<crypto::PublicKey> m_root;
  std::optional<LogHead> m_signed_head;
  std::optional<crypto::NoteVerifier> m_verifier;
  std::optional<LogHead> m_head;
  std::optional<std::uint64_t> m_largest_held;
};

void mark_unreached(CopyVerdict& verdict) {
  for (const CheckStep step : kAllSteps) {
    const bool reached = std::any_of(verdict.lines.begin(), verdict.lines.end(),
                                     [&](const VerdictLine& line) { return line.step == step; });
    if (!reached) verdict.add(step, Outcome::not_checked, Finding::not_reached);
  }
}

}  // namespace

Result<CopyVerdict> check_copy_into(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                                    CopyReceiver* receiver) {
  CopyVerdict verdict;
  TRY_ASSIGN(const auto contents, read_copy(files, parts, options, verdict, receiver));
  if (contents) CopyChecker(*contents, options, verdict).check();
  mark_unreached(verdict);
  std::stable_sort(verdict.lines.begin(), verdict.lines.end(),
                   [](const VerdictLine& a, const VerdictLine& b) { return a.step < b.step; });
  return verdict;
}

Result<CopyVerdict> check_copy(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options) {
  return check_copy_into(files, parts, options, nullptr);
}

}  // namespace daybook::vault
