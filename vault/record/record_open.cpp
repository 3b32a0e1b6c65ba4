#include "crypto/encoding.h"
#include "crypto/merkle.h"
#include "crypto/random.h"
#include "crypto/words.h"
#include "vault/record/copy_rests.h"
#include "vault/record/record.h"
#include "vault/record/search_index.h"
#include "vault/record/taken_over.h"
#include "vault/store/schema.h"
#include "vault/store/scratch_folder.h"

namespace daybook::vault {
namespace {

Result<void> fill_new_record(Database& database, Clock& clock) {
  const std::string record_id = crypto::to_hex(crypto::random_array<16>());
  const auto root = crypto::generate_root_key();
  const auto root_id = crypto::random_array<8>();
  const LogIdentity log{"record-" + record_id, crypto::SigningKey::generate()};
  const crypto::AgeIdentity identity = crypto::AgeIdentity::generate();
  TRY(set_setting(database, "record id", record_id));
  TRY(store_secret(database, "root", root.seed().expose()));
  TRY(store_secret(database, "root id", root_id));
  TRY(store_secret(database, "log", log.key.seed().expose()));
  TRY(store_secret(database, "identity", identity.to_secret_text().expose()));
  TRY_ASSIGN(auto writer, LogWriter::within(database, log, clock));
  EntryDraft genesis{entry_type::kGenesis, {}, std::nullopt, Json::object()};
  genesis.more["record"] = record_id;
  genesis.more["root"] = crypto::to_base64(root.public_key().bytes());
  TRY(writer->append(genesis));
  return writer->sign_head();
}

}  // namespace

Result<crypto::SecretBuffer> Record::create(const Surroundings& surroundings, const Path& folder,
                                            const TypedSecret& passphrase) {
  return Vault::create(surroundings.of_vault(), folder, passphrase,
                       [&](Database& database) { return fill_new_record(database, surroundings.clock); });
}

Result<std::unique_ptr<Record>> Record::open_unsettled(const Surroundings& surroundings, const Path& folder,
                                                       const TypedSecret& typed) {
  TRY_ASSIGN(auto vault, Vault::open(surroundings.of_vault(), folder, typed));
  TRY_ASSIGN(const auto record_id, get_setting(vault->database(), "record id"));
  if (!record_id) return Error{ErrorCode::damaged, "records: no record id"};
  TRY_ASSIGN(RecordKeys keys, RecordKeys::load(vault->database(), *record_id));
  return std::unique_ptr<Record>(new Record(surroundings, std::move(vault), std::move(keys), *record_id));
}

// The last head and its root, when the log is that of the head: where an older database was written over this one while
// it was open, newer entries stand behind a gap, or on another tree than that which was signed.
Result<NotedHead> Record::present_head() {
  TRY_ASSIGN(const CustodyLog::Head head, log().head());
  TRY_ASSIGN(const crypto::TreeHash root, crypto::root_at(head.size, log().lookup()));
  if (head.size == 0) return NotedHead{head.size, root};
  TRY_ASSIGN(const crypto::Checkpoint signed_head, crypto::open_checkpoint(head.note, m_keys.log.verifier()));
  constexpr std::uint64_t kNewest = 256;  // entries that are looked for; the check looks for all
  const std::uint64_t looked_for = std::min(head.size, kNewest);
  TRY_ASSIGN(Statement newest, database().prepare("SELECT count(*) FROM entries WHERE sequence >= ?"));
  newest.bind(static_cast<std::int64_t>(head.size - looked_for));
  TRY(newest.step());
  const bool is_whole = static_cast<std::uint64_t>(newest.integer(0)) == looked_for;
  if (signed_head.size != head.size || signed_head.root != root || !is_whole)
    return Error{ErrorCode::damaged, "the tree differs from its signed head"};
  return NotedHead{head.size, root};
}

// The headers follow the database: after a crash they know of fewer entries. Where they know of more, or of others, an
// earlier state of the database was put in its place. They are left as they are then, so that every opening tells it.
Result<void> Record::compare_with_headers() {
  const NotedHead noted = m_vault->noted_head();
  const auto head = present_head();
  m_follows_headers = head.ok() && noted.size <= head->size;
  if (m_follows_headers && noted.size > 0) {
    const auto root = crypto::root_at(noted.size, log().lookup());
    m_follows_headers = root.ok() && *root == noted.root;
  }
  if (!m_follows_headers) {
    m_vault->add_notice(OpenNotice::records_older_than_key);
    return {};
  }
  return m_vault->is_read_only() ? Result<void>() : m_vault->note_head(*head);
}

// No error counts: the next opening notes the head.
Record::~Record() {
  if (m_vault == nullptr || !m_vault->is_open() || m_vault->is_read_only() || !m_follows_headers) return;
  if (const auto head = present_head()) (void)m_vault->note_head(*head);
}

Result<std::unique_ptr<Record>> Record::open(const Surroundings& surroundings, const Path& folder,
                                             const TypedSecret& typed) {
  TRY_ASSIGN(auto record, open_unsettled(surroundings, folder, typed));
  (void)record->compare_with_headers();  // what cannot be read is for the check to find
  if (record->m_vault->is_read_only()) {
    (void)index_missing(*record);
    return record;
  }
  // Errors are let go: a full disk must never keep somebody from opening her record, and both can be done next time.
  (void)record->settle();
  (void)take_over_old_settings(*record);
  (void)index_missing(*record);
  // An old state of a backup that a crash left beside the record still opens with the passphrase of its time, and holds
  // what was removed since.
  ScratchFolder::remove_left(surroundings.files, folder, /*also_whole=*/false);
  return record;
}

Result<void> Record::settle() {
  TRY(settle_pending_objects(*m_vault));
  std::vector<std::pair<std::string, std::string>> unfinished;
  TRY_ASSIGN(Statement pending, database().prepare("SELECT bundle, target FROM exports WHERE state = 'pending'"));
  for (;;) {
    TRY_ASSIGN(const bool row, pending.step());
    if (!row) break;
    unfinished.emplace_back(pending.text(0), pending.text(1));
  }
  pending.reset();
  for (const auto& [bundle, target] : unfinished) {
    // No error counts: remove_unfinished_copies() looks again, and tells what it finds.
    for (const Path& rest : rests_of_copy(m_vault->files(), from_utf8(target), bundle))
      (void)m_vault->files().remove(rest);
    TRY(abandon_copy(bundle));
    ++m_unfinished_copies;
  }
  return {};
}

Result<std::unique_ptr<LogWriter>> Record::write() {
  if (m_vault->is_read_only()) return Error{ErrorCode::read_only, ""};
  return LogWriter::begin(database(), m_keys.log, m_surroundings.clock);
}

}  // namespace daybook::vault
