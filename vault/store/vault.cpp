#include "vault/store/vault.h"

#include "crypto/encoding.h"
#include "crypto/hkdf.h"
#include "crypto/random.h"
#include "crypto/recovery_code.h"
#include "vault/store/passphrase.h"
#include "vault/store/schema.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {
namespace {

constexpr int kPassphraseSlot = 0;
constexpr int kRecoverySlot = 1;

// What the typed text could mean, most likely first. A recovery code has a checksum, so it is told from a passphrase.
Result<std::vector<crypto::SecretBuffer>> readings(const TypedSecret& typed) {
  std::vector<crypto::SecretBuffer> result;
  if (crypto::looks_like_recovery_code(typed.expose_text())) {
    if (auto code = crypto::normalize_recovery_code(typed.expose_text())) result.push_back(std::move(*code));
  }
  TRY_ASSIGN(auto passphrase, normalize_passphrase(typed.expose()));
  result.push_back(std::move(passphrase));
  return result;
}

Result<Header::Opened> try_secrets(ByteView file, const std::vector<crypto::SecretBuffer>& secrets) {
  Error error{ErrorCode::wrong_passphrase, ""};
  for (const auto& secret : secrets) {
    auto opened = Header::open(file, secret.expose());
    if (opened) return opened;
    error = opened.error();
    if (error.code != ErrorCode::wrong_passphrase) break;
  }
  return error;
}

std::optional<Bytes> read_header(FileSystem& files, const Path& path) {
  auto bytes = read_whole_file(files, path, kHeaderSize);
  if (!bytes || bytes->size() != kHeaderSize) return std::nullopt;
  return std::move(*bytes);
}

Path unfinished_folder(const Path& folder) {
  Path temporary = folder;
  temporary += ".new-" + crypto::to_hex(crypto::random_array<4>());
  return temporary;
}

// Takes away a folder of our own making that was never given its name.
void remove_unfinished(FileSystem& files, const Path& folder) {
  if (const auto names = files.list(folder)) {
    for (const Path& name : *names) (void)files.remove(folder / name);
  }
  (void)files.remove(folder);
}

Result<void> check_target(FileSystem& files, const Path& folder) {
  if (!files.exists(folder)) return {};
  TRY_ASSIGN(const auto names, files.list(folder));
  if (!names.empty()) return Error{ErrorCode::already_exists, to_utf8(folder.filename())};
  return {};
}

}  // namespace

Vault::Vault(const VaultSurroundings& surroundings, Path folder, Header::Opened opened)
    : m_surroundings(surroundings),
      m_folder(std::move(folder)),
      m_header(std::move(opened.header)),
      m_vault_key(std::move(opened.vault_key)),
      m_keys(DerivedKeys::from(m_vault_key)),
      m_opened_with(opened.kind) {
  m_objects.emplace(m_surroundings.files, m_folder / vault_files::kObjects, m_keys.objects);
}

Result<crypto::SecretBuffer> Vault::create(const VaultSurroundings& surroundings, const Path& folder,
                                           const TypedSecret& passphrase,
                                           const std::function<Result<void>(Database&)>& fill) {
  FileSystem& files = surroundings.files;
  TRY(check_new_passphrase(passphrase.expose()));
  TRY_ASSIGN(const auto normal, normalize_passphrase(passphrase.expose()));
  TRY(check_target(files, folder));

  VaultKey vault_key;
  crypto::fill_random(vault_key.expose_mutable());
  crypto::SecretBuffer recovery_code = crypto::generate_recovery_code();
  TRY_ASSIGN(const auto normal_code, crypto::normalize_recovery_code(recovery_code.expose_text()));
  Header header = Header::make(crypto::default_password_cost());
  header.set_generation(1);
  TRY(header.fill_slot(kPassphraseSlot, SlotKind::passphrase, normal.expose(), vault_key));
  TRY(header.fill_slot(kRecoverySlot, SlotKind::recovery, normal_code.expose(), vault_key));

  // Built beside its place and moved there whole: a crash leaves no half record under the name that was asked for.
  const Path temporary = unfinished_folder(folder);
  const auto build = [&]() -> Result<void> {
    TRY(files.create_folder(temporary));
    TRY(files.create_folder(temporary / vault_files::kObjects));
    {
      const DerivedKeys keys = DerivedKeys::from(vault_key);
      TRY_ASSIGN(Database database, Database::open(temporary / vault_files::kDatabase, keys.database,
                                                   {true, false, surroundings.gate, surroundings.vfs}));
      TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
      TRY(create_schema(database));
      TRY(set_setting(database, "header generation", "1"));
      TRY(fill(database));
      TRY(transaction.commit());
    }
    TRY(write_headers(files, temporary, header.serialize(vault_key)));
    TRY(files.sync_folder(temporary));
    return files.rename(temporary, folder);
  };
  if (auto built = build(); !built) {
    remove_unfinished(files, temporary);
    return built.error();
  }
  TRY(files.sync_folder(folder.parent_path()));
  return recovery_code;
}

Result<Header::Opened> Vault::open_header(ByteView file, const TypedSecret& typed) {
  TRY_ASSIGN(const auto secrets, readings(typed));
  return try_secrets(file, secrets);
}

Result<void> Vault::write_headers(FileSystem& files, const Path& folder, ByteView bytes) {
  TRY(write_file_atomically(files, folder / vault_files::kHeader, bytes));
  return write_file_atomically(files, folder / vault_files::kHeaderCopy, bytes);
}

Result<std::unique_ptr<Vault>> Vault::open(const VaultSurroundings& surroundings, const Path& folder,
                                           const TypedSecret& typed) {
  FileSystem& files = surroundings.files;
  if (!files.exists(folder / vault_files::kHeader) && !files.exists(folder / vault_files::kHeaderCopy))
    return Error{ErrorCode::not_found, to_utf8(folder)};
  const bool read_only = !files.is_writable(folder);
  std::unique_ptr<FolderLock> lock;
  if (!read_only) {
    TRY_ASSIGN(lock, files.lock(folder / vault_files::kLock));
  }
  TRY_ASSIGN(const auto secrets, readings(typed));

  const auto first = read_header(files, folder / vault_files::kHeader),
             second = read_header(files, folder / vault_files::kHeaderCopy);
  if (!first && !second) return Error{ErrorCode::damaged, "both key files"};
  auto opened = try_secrets(first ? *first : *second, secrets);
  const bool differ = first && second && *first != *second;
  Bytes chosen = first ? *first : *second;
  if (differ) {
    auto other = try_secrets(*second, secrets);
    if (other && (!opened || other->header.generation() > opened->header.generation())) {
      opened = std::move(other);
      chosen = *second;
    }
  }
  if (!opened) return opened.error();

  std::unique_ptr<Vault> vault(new Vault(surroundings, folder, std::move(*opened)));
  vault->m_lock = std::move(lock);
  vault->m_read_only = read_only;
  if (read_only) vault->m_notices.push_back(OpenNotice::read_only);
  TRY(vault->open_database());
  if (vault->m_previous_keys) vault->m_notices.push_back(OpenNotice::key_change_unfinished);
  TRY(vault->settle_generation());
  TRY(vault->repair_headers(first, second, chosen));
  return vault;
}

std::string Vault::backup_name() const {
  std::array<std::uint8_t, 8> name;
  crypto::hkdf_sha256(m_vault_key.expose(), {}, "backup", name);
  return crypto::to_hex(name);
}

// A change of keys writes a database beside the old one, then the headers, then renames. A database that the key in the
// header opens is the one that was meant; one that it does not open belongs to a change that did not come about.
Result<void> Vault::settle_next_database() {
  FileSystem& files = m_surroundings.files;
  const Path next = m_folder / vault_files::kNextDatabase;
  if (m_read_only || (!files.exists(next) && !files.exists(m_folder / vault_files::kNextJournal))) return {};
  const auto opens = [&]() -> Result<void> {
    TRY_ASSIGN(const Database database,
               Database::open(next, m_keys.database, {false, true, m_surroundings.gate, m_surroundings.vfs}));
    return {};
  };
  if (const auto opened = opens()) {
    TRY(files.rename(next, m_folder / vault_files::kDatabase));
  } else if (opened.error().code != ErrorCode::damaged && opened.error().code != ErrorCode::not_found) {
    return opened.error();
  }
  return remove_next_database();
}

Result<void> Vault::remove_next_database() {
  FileSystem& files = m_surroundings.files;
  for (const char* name : {vault_files::kNextDatabase, vault_files::kNextJournal}) {
    if (files.exists(m_folder / name)) TRY(files.remove(m_folder / name));
  }
  return files.sync_folder(m_folder);
}

Result<void> Vault::open_database() {
  TRY(settle_next_database());
  FileSystem& files = m_surroundings.files;
  if (!files.exists(m_folder / vault_files::kDatabase)) return Error{ErrorCode::damaged, "records are missing"};
  if (m_read_only) {
    // A journal with something in it means that the last change must be taken back first, which needs writing.
    const auto journal = files.facts(m_folder / vault_files::kJournal);
    if (journal && journal->size > 0) return Error{ErrorCode::read_only, "the record was not closed cleanly"};
  }
  TRY_ASSIGN(Database database, Database::open(m_folder / vault_files::kDatabase, m_keys.database,
                                               {false, m_read_only, m_surroundings.gate, m_surroundings.vfs}));
  m_database.emplace(std::move(database));
  TRY(check_schema(*m_database));
  return load_previous_keys();
}

// The header's generation is also in the database, so that an old header (with an old passphrase) put back is noticed.
Result<void> Vault::settle_generation() {
  TRY_ASSIGN(const auto recorded, get_setting(*m_database, "header generation"));
  TRY_ASSIGN(const auto pending, get_setting(*m_database, "header generation pending"));
  const auto known = crypto::from_decimal(recorded.value_or(""), ~std::uint64_t{0});
  if (!known) return Error{ErrorCode::damaged, "records: header generation"};
  if (m_header.generation() < *known) return Error{ErrorCode::older_header, ""};
  if (m_header.generation() == *known || m_read_only) return {};
  if (pending == std::to_string(m_header.generation())) {
    TRY_ASSIGN(Transaction transaction, Transaction::begin(*m_database));
    TRY(set_setting(*m_database, "header generation", *pending));
    TRY(remove_setting(*m_database, "header generation pending"));
    TRY(transaction.commit());
    m_notices.push_back(OpenNotice::passphrase_change_completed);
  } else {
    m_notices.push_back(OpenNotice::records_older_than_key);
  }
  return {};
}

Result<void> Vault::repair_headers(const std::optional<Bytes>& first, const std::optional<Bytes>& second,
                                   const Bytes& chosen) {
  if (m_read_only || (first == chosen && second == chosen)) return {};
  m_notices.push_back(OpenNotice::header_copy_repaired);
  // Best effort: a full disk must never stop opening.
  (void)write_headers(m_surroundings.files, m_folder, chosen);
  return {};
}

// Three steps, each of which leaves a record that opens: announce in the database, write the headers, confirm.
Result<void> Vault::rewrite_slot(SlotKind kind, ByteView secret) {
  if (m_read_only) return Error{ErrorCode::read_only, ""};
  const int slot = m_header.find_slot(kind).value_or(kind == SlotKind::passphrase ? kPassphraseSlot : kRecoverySlot);
  Header next = m_header;
  TRY(next.fill_slot(slot, kind, secret, m_vault_key));
  next.set_generation(m_header.generation() + 1);
  const std::string generation = std::to_string(next.generation());
  TRY(set_setting(*m_database, "header generation pending", generation));
  TRY(write_headers(m_surroundings.files, m_folder, next.serialize(m_vault_key)));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(*m_database));
  TRY(set_setting(*m_database, "header generation", generation));
  TRY(remove_setting(*m_database, "header generation pending"));
  TRY(transaction.commit());
  m_header = next;
  return {};
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
