#include "vault/store/passphrase.h"
#include "vault/store/schema.h"
#include "vault/store/vault.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {
namespace {

// The name of the previous vault key, which stays in the new database until every object and the draft are under the
// new keys.
constexpr const char* kPreviousVaultKey = "previous vault key";

}  // namespace

// First the new database is written beside the old one, whole and synced, then the headers, then the new database takes
// the place of the old one. The headers decide. After a crash before they are written, the old keys hold and the new
// database is removed. After a crash later on, the new keys hold and the new database takes the place of the old one.
Result<crypto::SecretBuffer> Vault::replace_keys(const TypedSecret& passphrase,
                                                 const std::function<Result<void>(Database&)>& rotate) {
  if (m_read_only) return Error{ErrorCode::read_only, ""};
  if (m_previous_keys) return Error{ErrorCode::usage, "the last change of keys is not finished"};
  TRY(check_new_passphrase(passphrase.expose()));
  TRY_ASSIGN(const auto normal, normalize_passphrase(passphrase.expose()));
  if (Header::open(m_header.serialize(m_vault_key), normal.expose()))
    return Error{ErrorCode::usage, "this is the passphrase that is in use; choose another one"};

  FileSystem& files = *m_files;
  TRY_ASSIGN(NewKeys made, make_keys(normal.expose(), m_header.generation() + 1));
  made.header.set_noted_head(m_header.noted_head());  // the log goes on under the new keys
  const Path next = m_folder / vault_files::kNextDatabase;
  const auto build = [&]() -> Result<void> {
    const DerivedKeys keys = DerivedKeys::from(made.vault_key);
    TRY_ASSIGN(Database database,
               Database::open(next, keys.database, {true, false, m_surroundings.gate, m_surroundings.vfs}));
    TRY(m_database->copy_into(database));
    TRY(rewrap_secrets(*m_database, database));
    TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
    TRY(set_setting(database, "header generation", std::to_string(made.header.generation())));
    TRY(remove_setting(database, "header generation pending"));
    TRY(store_secret(database, kPreviousVaultKey, m_vault_key.expose()));
    TRY(rotate(database));
    return transaction.commit();
  };
  auto built = build();
  if (built) built = files.sync_folder(m_folder);
  if (!built) {
    (void)remove_next_database();
    return built.error();
  }
  if (auto written = write_headers(files, m_folder, made.header.serialize(made.vault_key)); !written) {
    // It is not known now which headers are on the medium. Once the old ones are written again, the new database can
    // go. If they cannot be written either, both databases stay, and nothing may change them: whichever header the next
    // unlocking finds has its database then.
    if (write_headers(files, m_folder, m_header.serialize(m_vault_key)))
      (void)remove_next_database();
    else
      m_read_only = true;
    return written.error();
  }
  m_database.reset();
  m_header = std::move(made.header);
  m_vault_key = std::move(made.vault_key);
  m_keys = DerivedKeys::from(m_vault_key);
  TRY(open_database());
  return std::move(made.recovery_code);
}

// A change of keys that a crash cut short leaves two databases, and the key in the header tells which of them is meant.
// If the key opens the new one, the new one takes the place of the old one. If not, the new one stays until the old one
// has been opened (remove_next_database()), so that no damage can cost both.
Result<void> Vault::adopt_next_database() {
  FileSystem& files = *m_files;
  const Path next = m_folder / vault_files::kNextDatabase, present = m_folder / vault_files::kDatabase;
  if (m_read_only || !files.exists(next)) return {};
  const auto opens = [&]() -> Result<std::int64_t> {
    TRY_ASSIGN(Database database,
               Database::open(next, m_keys.database, {false, true, m_surroundings.gate, m_surroundings.vfs}));
    return check_schema(database);  // an empty file opens with every key, so opening alone does not tell
  };
  if (!opens()) return {};
  TRY(files.rename(next, present));
  // The rename must last before anything is written to the database: if it got lost, the journal would have the one
  // name and the database the other.
  TRY(files.sync_file(present));
  return files.sync_folder(m_folder);
}

Result<void> Vault::remove_next_database() {
  FileSystem& files = *m_files;
  bool any = false;
  for (const char* name : {vault_files::kNextDatabase, vault_files::kNextJournal}) {
    if (!files.exists(m_folder / name)) continue;
    TRY(files.remove(m_folder / name));
    any = true;
  }
  return any ? files.sync_folder(m_folder) : Result<void>();
}

void Vault::make_object_store() {
  m_objects.emplace(*m_files, m_folder / vault_files::kObjects, m_keys.objects,
                    m_previous_keys ? &m_previous_keys->objects : nullptr, m_surroundings.segment_size);
}

Result<void> Vault::load_previous_keys() {
  TRY_ASSIGN(const auto previous, load_secret(*m_database, kPreviousVaultKey));
  if (previous) {
    if (previous->size() != 32) return Error{ErrorCode::damaged, "records: previous key"};
    m_previous_keys.emplace(DerivedKeys::from(VaultKey::copy_of(previous->expose())));
  }
  make_object_store();
  return {};
}

// One object that cannot be read now must not keep the others under the keys that somebody may know.
Result<Rewrapped> Vault::rewrap_objects(const Progress& progress) {
  Rewrapped rewrapped;
  if (!m_previous_keys) return rewrapped;
  if (m_read_only) return Error{ErrorCode::read_only, ""};
  TRY_ASSIGN(const auto draft, load_draft());
  if (draft) TRY(save_draft(draft->expose()));
  TRY_ASSIGN(ObjectListing listing, m_objects->list());
  rewrapped.strangers = std::move(listing.strangers);
  // An object whose last rename got lost gets its name when it is opened, and would not open any more later on.
  for (const std::string& name : listing.unfinished)
    if (m_objects->open(name)) listing.objects.push_back(name);
  std::optional<Error> first_error;
  std::uint64_t done = 0;
  for (const std::string& name : listing.objects) {
    const auto is_ours = m_objects->rewrap(name);
    if (!is_ours && !first_error) first_error = is_ours.error();
    if (is_ours && *is_ours) ++rewrapped.objects;
    if (is_ours && !*is_ours) rewrapped.strangers.push_back(name);
    if (!goes_on(progress, ++done)) return Error{ErrorCode::cancelled, ""};
  }
  if (first_error) return *first_error;
  TRY(remove_secret(*m_database, kPreviousVaultKey));
  m_previous_keys.reset();
  make_object_store();
  return rewrapped;
}

}  // namespace daybook::vault
