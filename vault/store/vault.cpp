#include "vault/store/vault.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/random.h"
#include "crypto/recovery_code.h"
#include "vault/store/passphrase.h"
#include "vault/store/schema.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {
namespace {

constexpr int kPassphraseSlot = 0;
constexpr int kRecoverySlot = 1;

// The secrets that a typed text could mean, most likely first. A text with the form and the checksum of a recovery code
// is hardly a passphrase, but it may be one.
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

Result<Bytes> read_header(FileSystem& files, const Path& path) {
  TRY_ASSIGN(Bytes bytes, read_whole_file(files, path, kHeaderSize));
  if (bytes.size() != kHeaderSize) return Error{ErrorCode::damaged, to_utf8(path.filename())};
  return bytes;
}

}  // namespace

Vault::Vault(const VaultSurroundings& surroundings, Path folder, Header::Opened opened)
    : m_surroundings(surroundings),
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

Result<Header::Opened> Vault::open_header(ByteView file, const TypedSecret& typed) {
  TRY_ASSIGN(const auto secrets, readings(typed));
  return try_secrets(file, secrets);
}

Result<void> Vault::write_headers(FileSystem& files, const Path& folder, ByteView bytes) {
  TRY(write_file_atomically(files, folder / vault_files::kHeader, bytes));
  return write_file_atomically(files, folder / vault_files::kHeaderCopy, bytes);
}

// The newest header that opens. Beside the two header files, a crash may have left one under four temporary names.
struct Vault::FoundHeader {
  std::optional<Header::Opened> opened;
  Bytes bytes;
  bool is_everywhere = false;  // both files are there and hold it
};

Result<Vault::FoundHeader> Vault::find_header(FileSystem& files, const Path& folder, const TypedSecret& typed) {
  TRY_ASSIGN(const auto secrets, readings(typed));
  std::vector<Path> places{folder / vault_files::kHeader, folder / vault_files::kHeaderCopy};
  for (const char* name : {vault_files::kHeader, vault_files::kHeaderCopy}) {
    for (const Path& unfinished : unfinished_names(folder / name)) places.push_back(unfinished);
  }
  FoundHeader found;
  Error error{ErrorCode::damaged, "both key files"};
  // `tried` has each header once, since each try costs a password hash. `in_place` has those under the two names
  // proper.
  std::vector<Bytes> tried, in_place;
  for (const Path& place : places) {
    auto bytes = read_header(files, place);
    // A header that cannot be read at the moment is not said to be damaged: the next try may read it.
    const bool is_withheld =
        !bytes && (bytes.error().code == ErrorCode::permission || bytes.error().code == ErrorCode::input_output);
    if (is_withheld && tried.empty()) error = bytes.error();
    if (!bytes) continue;
    if (place == places[0] || place == places[1]) in_place.push_back(*bytes);
    if (std::find(tried.begin(), tried.end(), *bytes) != tried.end()) continue;
    tried.push_back(*bytes);
    auto opened = try_secrets(*bytes, secrets);
    if (!opened) {
      if (tried.size() == 1 || error.code == ErrorCode::damaged) error = opened.error();
      continue;
    }
    if (found.opened && opened->header.generation() <= found.opened->header.generation()) continue;
    found.opened = std::move(*opened);
    found.bytes = std::move(*bytes);
  }
  if (!found.opened) return error;
  found.is_everywhere = in_place == std::vector<Bytes>{found.bytes, found.bytes};
  return found;
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
    if (find_header(files, lost, typed) && files.rename(lost, folder)) return;
  }
}

Result<std::unique_ptr<Vault>> Vault::open(const VaultSurroundings& surroundings, const Path& folder,
                                           const TypedSecret& typed) {
  FileSystem& files = surroundings.files;
  adopt_lost_folder(files, folder, typed);
  if (!files.exists(folder / vault_files::kHeader) && !files.exists(folder / vault_files::kHeaderCopy) &&
      !files.exists(folder / vault_files::kDatabase))
    return Error{ErrorCode::not_found, to_utf8(folder)};
  const bool read_only = !files.is_writable(folder);
  std::unique_ptr<FolderLock> lock;
  if (!read_only) {
    TRY_ASSIGN(lock, files.lock(folder / vault_files::kLock));
  }
  TRY_ASSIGN(FoundHeader found, find_header(files, folder, typed));
  std::unique_ptr<Vault> vault(new Vault(surroundings, folder, std::move(*found.opened)));
  vault->m_lock = std::move(lock);
  vault->m_read_only = read_only;
  if (read_only) vault->m_notices.push_back(OpenNotice::read_only);
  TRY(vault->open_database());
  if (vault->m_previous_keys) vault->m_notices.push_back(OpenNotice::key_change_unfinished);
  TRY(vault->settle_generation());
  if (!found.is_everywhere) vault->repair_headers(found.bytes);
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
  TRY(adopt_next_database());
  FileSystem& files = m_surroundings.files;
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

// The generation of the header is also in the database, so that an old header, with an old passphrase, is noticed when
// somebody puts it back.
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

// Writes the header that was found to both files. An error is passed over, because a full disk must never keep a person
// out of a record.
void Vault::repair_headers(const Bytes& chosen) {
  if (m_read_only) return;
  m_notices.push_back(OpenNotice::header_copy_repaired);
  (void)write_headers(m_surroundings.files, m_folder, chosen);
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
  TRY(write_headers(m_surroundings.files, m_folder, next.serialize(m_vault_key)));
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
