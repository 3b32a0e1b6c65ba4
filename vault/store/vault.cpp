#include "vault/store/vault.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/random.h"
#include "crypto/recovery_code.h"
#include "vault/store/passphrase.h"
#include "vault/store/place.h"
#include "vault/store/schema.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {
namespace {

constexpr int kPassphraseSlot = 0;
constexpr int kRecoverySlot = 1;

// SQLite writes into a journal where it lies. One that has another name elsewhere, as an old backup by hard links or
// somebody with bad intent leaves it, is parted from that: what is in it goes on in a file of its own.
Result<void> part_journals(FileSystem& files, const Path& folder) {
  constexpr std::size_t kMostJournalBytes = 1 << 30;
  for (const char* name : {vault_files::kJournal, vault_files::kNextJournal}) {
    const Path path = folder / name;
    if (!has_other_names(path)) continue;
    TRY_ASSIGN(const Bytes bytes, read_whole_file(files, path, kMostJournalBytes));
    TRY(bytes.empty() ? files.remove(path) : write_file_atomically(files, path, bytes));
  }
  return {};
}

}  // namespace

Vault::Vault(const VaultSurroundings& surroundings, std::shared_ptr<FileSystem> files, Path folder,
             Header::Opened opened)
    : m_surroundings(surroundings),
      m_files(std::move(files)),
      m_folder(std::move(folder)),
      m_header(std::move(opened.header)),
      m_vault_key(std::move(opened.vault_key)),
      m_keys(DerivedKeys::from(m_vault_key)),
      m_opened_with(opened.kind) {}

Result<Vault::NewKeys> Vault::make_keys(ByteView passphrase, std::uint64_t generation) {
  NewKeys made{VaultKey(), Header::make(crypto::default_password_cost()), crypto::generate_recovery_code()};
  crypto::fill_random(made.vault_key.expose_mutable());
  TRY_ASSIGN(const auto normal_code, crypto::normalize_recovery_code(made.recovery_code.expose_text()));
  made.header.set_generation(generation);
  TRY(made.header.fill_slot(kPassphraseSlot, SlotKind::passphrase, passphrase, made.vault_key));
  TRY(made.header.fill_slot(kRecoverySlot, SlotKind::recovery, normal_code.expose(), made.vault_key));
  return made;
}

Result<crypto::SecretBuffer> Vault::create(const VaultSurroundings& surroundings, const Path& folder,
                                           const TypedSecret& passphrase,
                                           const std::function<Result<void>(Database&)>& fill) {
  FileSystem& files = surroundings.files;
  TRY(check_new_passphrase(passphrase.expose()));
  TRY_ASSIGN(const auto normal, normalize_passphrase(passphrase.expose()));
  TRY(require_absent_or_empty(files, folder));

  TRY_ASSIGN(NewKeys made, make_keys(normal.expose(), /*generation=*/1));

  // The record is built beside its place and moved there whole, so that a crash leaves no half record under its name.
  const Path temporary = unfinished_folder(folder);
  const auto build = [&]() -> Result<void> {
    TRY(files.create_folder(temporary));
    TRY(files.create_folder(temporary / vault_files::kObjects));
    {
      const DerivedKeys keys = DerivedKeys::from(made.vault_key);
      TRY_ASSIGN(Database database, Database::open(temporary / vault_files::kDatabase, keys.database,
                                                   {true, false, surroundings.gate, surroundings.vfs}));
      TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
      TRY(create_schema(database));
      TRY(set_setting(database, "header generation", "1"));
      TRY(fill(database));
      TRY(transaction.commit());
    }
    TRY(write_headers(files, temporary, made.header.serialize(made.vault_key)));
    TRY(files.sync_folder(temporary));
    return files.rename(temporary, folder);
  };
  if (auto built = build(); !built) {
    remove_folder_of_files(files, temporary);
    return built.error();
  }
  TRY(files.sync_folder(folder.parent_path()));
  return std::move(made.recovery_code);
}

// A new record whose last rename got lost in a power failure lies beside its place, under the name of an unfinished
// folder. Of several such folders, the first that this secret unlocks is moved to its place.
void Vault::adopt_lost_folder(FileSystem& files, const Path& folder, const TypedSecret& typed) {
  if (files.exists(folder)) return;
  const auto names = files.list(folder.parent_path());
  const std::string prefix = unfinished_folder_prefix(folder);
  for (const Path& name : names ? *names : std::vector<Path>()) {
    const Path lost = folder.parent_path() / name;
    if (!to_utf8(name).starts_with(prefix) || !files.exists(lost / vault_files::kDatabase)) continue;
    const auto inside = files.bound_to(lost);
    if (inside && find_header(**inside, lost, typed, rests_of_headers(**inside, lost)) && files.rename(lost, folder))
      return;
  }
}

Result<std::unique_ptr<Vault>> Vault::open(const VaultSurroundings& surroundings, const Path& folder,
                                           const TypedSecret& typed) {
  adopt_lost_folder(surroundings.files, folder, typed);
  const Error absent{ErrorCode::not_found, to_utf8(folder)};
  auto bound = surroundings.files.bound_to(folder);
  if (!bound) return bound.error().code == ErrorCode::not_found ? absent : bound.error();
  FileSystem& files = **bound;
  if (!files.exists(folder / vault_files::kHeader) && !files.exists(folder / vault_files::kHeaderCopy) &&
      !files.exists(folder / vault_files::kDatabase))
    return absent;
  const bool read_only = !files.is_writable(folder);
  std::unique_ptr<FolderLock> lock;
  if (!read_only) {
    TRY_ASSIGN(lock, files.lock(folder / vault_files::kLock));
  }
  auto vault = open_by_headers(surroundings, *bound, folder, typed, read_only, {});
  const std::vector<Path> rests = rests_of_headers(files, folder);
  // Each try costs a password hash, and who can write to the folder could leave many headers under such names. So they
  // are looked at only where the files proper do not lead to the record as it is now.
  if (!vault && !rests.empty()) {
    auto other = open_by_headers(surroundings, *bound, folder, typed, read_only, rests);
    if (other) vault = std::move(other);
  }
  if (!vault) return vault.error();
  (*vault)->m_lock = std::move(lock);
  (*vault)->remove_rests(rests);
  return vault;
}

Result<std::unique_ptr<Vault>> Vault::open_by_headers(const VaultSurroundings& surroundings,
                                                      const std::shared_ptr<FileSystem>& files, const Path& folder,
                                                      const TypedSecret& typed, bool read_only,
                                                      const std::vector<Path>& rests) {
  TRY_ASSIGN(FoundHeader found, find_header(*files, folder, typed, rests));
  std::unique_ptr<Vault> vault(new Vault(surroundings, files, folder, std::move(*found.opened)));
  vault->m_read_only = read_only;
  if (read_only) vault->m_notices.push_back(OpenNotice::read_only);
  TRY(vault->open_database());
  if (vault->m_previous_keys) vault->m_notices.push_back(OpenNotice::key_change_unfinished);
  TRY(vault->settle_generation());
  vault->m_has_whole_headers = found.is_everywhere || vault->repair_headers();
  return vault;
}

Result<bool> Vault::has_intact_salt() {
  TRY_ASSIGN(const auto file, m_database->encrypted_file());
  std::array<std::uint8_t, 16> salt;
  if (file->size() < salt.size()) return false;
  TRY(file->read_at(0, salt));
  return equal_bytes(salt, m_keys.database.expose().subspan(32));
}

std::string Vault::backup_name() const { return vault::backup_name(m_vault_key); }

Result<void> Vault::open_database() {
  FileSystem& files = *m_files;
  // SQLite opens these by their paths. It follows no link, but would wait for what is no file.
  for (const char* name :
       {vault_files::kDatabase, vault_files::kJournal, vault_files::kNextDatabase, vault_files::kNextJournal}) {
    const auto facts = files.facts(m_folder / name);
    if (facts && !facts->is_regular)
      return Error{ErrorCode::unsupported, std::string(name) + " is not an ordinary file"};
  }
  if (!m_read_only) TRY(part_journals(files, m_folder));
  TRY(adopt_next_database());
  if (!files.exists(m_folder / vault_files::kDatabase)) return Error{ErrorCode::damaged, "records are missing"};
  if (m_read_only) {
    // A journal that is not empty means that the last change must be taken back first, and that needs writing.
    const auto journal = files.facts(m_folder / vault_files::kJournal);
    if (journal && journal->size > 0) return Error{ErrorCode::read_only, "the record was not closed cleanly"};
  }
  TRY_ASSIGN(Database database, Database::open(m_folder / vault_files::kDatabase, m_keys.database,
                                               {false, m_read_only, m_surroundings.gate, m_surroundings.vfs}));
  m_database.emplace(std::move(database));
  TRY(update_schema(*m_database, !m_read_only));
  if (!m_read_only) TRY(remove_next_database());
  return load_previous_keys();
}

// A slot is changed in three steps: the new generation is announced in the database, the headers are written, the
// generation is confirmed in the database. A crash after any of them leaves a record that opens.
Result<void> Vault::rewrite_slot(SlotKind kind, ByteView secret) {
  if (m_read_only) return Error{ErrorCode::read_only, ""};
  const int slot = m_header.find_slot(kind).value_or(kind == SlotKind::passphrase ? kPassphraseSlot : kRecoverySlot);
  Header next = m_header;
  TRY(next.fill_slot(slot, kind, secret, m_vault_key));
  next.set_generation(m_header.generation() + 1);
  const std::string generation = std::to_string(next.generation());
  TRY(set_setting(*m_database, "header generation pending", generation));
  TRY(write_headers(*m_files, m_folder, next.serialize(m_vault_key)));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(*m_database));
  TRY(set_setting(*m_database, "header generation", generation));
  TRY(remove_setting(*m_database, "header generation pending"));
  TRY(transaction.commit());
  m_header = next;
  return {};
}

bool Vault::unlocks_with(const TypedSecret& typed) const {
  return open_header(m_header.serialize(m_vault_key), typed).ok();
}

Result<void> Vault::change_passphrase(const TypedSecret& passphrase) {
  TRY(check_new_passphrase(passphrase.expose()));
  TRY_ASSIGN(const auto normal, normalize_passphrase(passphrase.expose()));
  return rewrite_slot(SlotKind::passphrase, normal.expose());
}

Result<crypto::SecretBuffer> Vault::replace_recovery_code() {
  crypto::SecretBuffer code = crypto::generate_recovery_code();
  TRY_ASSIGN(const auto normal, crypto::normalize_recovery_code(code.expose_text()));
  TRY(rewrite_slot(SlotKind::recovery, normal.expose()));
  return code;
}

}  // namespace daybook::vault
