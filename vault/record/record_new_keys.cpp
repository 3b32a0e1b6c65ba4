#include "crypto/encoding.h"
#include "crypto/random.h"
#include "crypto/words.h"
#include "vault/record/record.h"
#include "vault/store/schema.h"

namespace daybook::vault {
namespace {

// Makes `next` the log's name and key. `draft` is the entry that announces it, and the new key signs the head over that
// entry.
Result<void> continue_log(Database& database, const RecordKeys& keys, const LogIdentity& next, EntryDraft draft,
                          Clock& clock) {
  TRY_ASSIGN(auto writer, LogWriter::within(database, keys.log, clock));
  const std::uint64_t size = writer->size();
  TRY_ASSIGN(const EntryNumber entry, writer->append(draft));
  writer->continue_as(next);
  TRY(writer->sign_head());
  std::vector<EarlierLog> earlier = keys.earlier_logs;
  earlier.push_back({keys.log.verifier(), size, entry});
  TRY(set_setting(database, "earlier logs", to_canonical(to_json(earlier))));
  TRY(set_setting(database, "log origin", next.origin));
  return store_secret(database, "log", next.key.seed().expose());
}

}  // namespace

Result<crypto::SecretBuffer> Record::replace_keys(const TypedSecret& passphrase) {
  const auto root = crypto::generate_root_key();
  const auto root_id = crypto::random_array<8>();
  const LogIdentity log{m_keys.log.origin, crypto::SigningKey::generate()};
  const crypto::AgeIdentity identity = crypto::AgeIdentity::generate();
  const EntryDraft draft{entry_type::kKey, {}, std::nullopt, key_change_members(m_keys.root, root, log.verifier())};
  TRY_ASSIGN(auto code, m_vault->replace_keys(passphrase, [&](Database& database) -> Result<void> {
    TRY(continue_log(database, m_keys, log, draft, clock()));
    TRY(store_secret(database, "root", root.seed().expose()));
    TRY(store_secret(database, "root id", root_id));
    return store_secret(database, "identity", identity.to_secret_text().expose());
  }));
  TRY_ASSIGN(m_keys, RecordKeys::load(database(), m_record_id));
  return code;
}

Result<void> Record::note_salvage(const Json& old_head) {
  TRY_ASSIGN(auto log, write());
  EntryDraft draft{entry_type::kBranch, {}, std::nullopt, Json::object()};
  draft.more["reason"] = "salvaged";
  draft.more["of"] = old_head;
  TRY(log->append(draft));
  return log->commit();
}

Result<void> Record::start_branch(const char* reason) {
  if (m_vault->is_read_only()) return Error{ErrorCode::read_only, ""};
  TRY_ASSIGN(const CustodyLog::Head head, this->log().head());
  TRY_ASSIGN(const crypto::Checkpoint checkpoint, m_keys.open_checkpoint(head.note));
  const std::string branch = crypto::to_hex(crypto::random_array<8>());
  const LogIdentity log{"record-" + m_record_id + "-" + branch, crypto::SigningKey::generate()};
  EntryDraft draft{entry_type::kBranch, {}, std::nullopt, Json::object()};
  draft.more["branch"] = branch;
  draft.more["reason"] = reason;
  draft.more["of"] = {{"origin", checkpoint.origin},
                      {"size", checkpoint.size},
                      {"root", crypto::to_base64(checkpoint.root)},
                      {"vkey", m_keys.log.verifier().to_text()}};
  draft.more["new_log"] = log.verifier().to_text();
  {
    TRY_ASSIGN(Transaction transaction, Transaction::begin(database()));
    TRY(continue_log(database(), m_keys, log, draft, clock()));
    TRY(transaction.commit());
  }
  TRY_ASSIGN(m_keys, RecordKeys::load(database(), m_record_id));
  return {};
}

}  // namespace daybook::vault
