#pragma once

#include <functional>

#include "vault/store/database.h"
#include "vault/store/keys.h"
#include "vault/store/objects.h"
#include "vault/store/progress.h"
#include "vault/store/reserved_names.h"

namespace daybook::vault {

// A record as files: a header with the key slots (vault/store/header.h), a SQLCipher database, and a folder of encrypted
// objects for what is large. All of it is locked with keys that come from one vault key, and that key from any slot.
//
//   Vault::create, open     with a passphrase, or with the code of the sheet
//   database(), objects()   what is kept
//   change_passphrase ...   new slots; the keys stay
//
// Two files are never half written: what changes is written anew, flushed, and then takes the place of the old one.

/// What a person typed to open a record: a passphrase, or the code from the recovery sheet.
using TypedSecret = crypto::SecretBuffer;

/// What a vault stands on. The references must outlive it.
struct VaultSurroundings {
  FileSystem& files;
  StatementGate* gate = nullptr;
  const char* vfs = nullptr;
  std::uint64_t segment_size = kSegmentSize;  // of stored files
};

/// What was found and mended, or only found, when opening. Shown to the person.
enum class OpenNotice {
  header_copy_repaired,    // one of the two header files was missing or damaged
  records_older_than_key,  // the database is older than the header: an old database was put back
  passphrase_change_completed,
  key_change_unfinished,  // new keys are in force; some stored files still have to be locked with them
  read_only,              // nothing will be saved
};

/// Seals what is being typed into its own small file, without the database: for a thread of its own, and for the moment
/// in which a window is hidden. Belongs to the keys of its time: ask for another after replace_keys(). One thread at a
/// time, whoever else saves drafts included.
class DraftWriter {
 public:
  /// Empty text removes the file.
  Result<void> save(ByteView text);

 private:
  friend class Vault;
  DraftWriter(FileSystem& files, Path path, crypto::AeadKey key)
      : m_files(&files), m_path(std::move(path)), m_key(std::move(key)) {}
  FileSystem* m_files;
  Path m_path;
  crypto::AeadKey m_key;
};

/// Takes a closed record off this computer: first what its keys hang on, then all that is a record's own. Other files
/// in the folder stay, and the folder with them. The first error; as much as possible is removed all the same.
Result<void> remove_vault(FileSystem& files, const Path& folder);

/// The folder of a record, opened: keys, database, objects, lock. Knows nothing of items and log entries.
class Vault {
 public:
  /// Makes a vault that appears in one step under `folder`, which must not exist or be empty. `fill` puts the first
  /// rows into the database. Returns the code for the recovery sheet, in its shown form.
  static Result<crypto::SecretBuffer> create(const VaultSurroundings& surroundings, const Path& folder,
                                             const TypedSecret& passphrase,
                                             const std::function<Result<void>(Database&)>& fill);
  /// `not_found`, `in_use`, `wrong_passphrase`, `newer_format`, `older_header`, `damaged`, `read_only` (the folder
  /// cannot be written to and was not closed cleanly).
  static Result<std::unique_ptr<Vault>> open(const VaultSurroundings& surroundings, const Path& folder,
                                             const TypedSecret& typed);

  /// Opens the 1024 bytes of a header file alone. Errors as Header::open.
  static Result<Header::Opened> open_header(ByteView file, const TypedSecret& typed);

  /// False only after replace_keys() could not open the new database again: then it can only be destroyed.
  bool is_open() const { return m_database.has_value(); }
  Database& database() {
    DAYBOOK_ASSERT(is_open());
    return *m_database;
  }
  ObjectStore& objects() { return *m_objects; }
  FileSystem& files() { return m_surroundings.files; }
  /// 16 hexadecimal digits that belong to the vault key: a folder of backups keeps apart by them what keys cannot open
  /// together. They tell nothing of the key.
  std::string backup_name() const;
  const Path& folder() const { return m_folder; }
  bool is_read_only() const { return m_read_only; }
  const std::vector<OpenNotice>& notices() const { return m_notices; }
  /// Whether the first 16 bytes of the database file are what they should be. SQLCipher is given them with the key and
  /// never looks.
  Result<bool> has_intact_salt();
  /// How this opening was made.
  SlotKind opened_with() const { return m_opened_with; }

  /// Whether this opens the record as it is now: asked for before what must not happen by accident, or by somebody who
  /// finds it open. Costs a password hash.
  bool opens_with(const TypedSecret& typed) const;
  /// Rewraps the vault key. Not a revocation: an older header with the older passphrase still opens what it could open.
  Result<void> change_passphrase(const TypedSecret& passphrase);
  /// A new code for a new sheet; the old one opens nothing any more.
  Result<crypto::SecretBuffer> replace_recovery_code();

  /// New keys for everything, for when somebody may know the passphrase: a new vault key, a new database under it, new
  /// slots with this passphrase and a new code, which is returned in its shown form. `rotate` changes what else must
  /// change, inside the new database. Either all of this is in force when it returns, or nothing is; a crash in between
  /// is settled at the next opening. The objects follow by rewrap_objects(). `usage` when the passphrase is the one in
  /// use.
  Result<crypto::SecretBuffer> replace_keys(const TypedSecret& passphrase,
                                            const std::function<Result<void>(Database&)>& rotate);
  /// Whether objects are still to be wrapped with the new keys.
  bool has_previous_keys() const { return m_previous_keys.has_value(); }
  /// Does that, one object after the other; may be stopped and taken up again. `progress` counts objects.
  Result<void> rewrap_objects(const Progress& progress = {});

  /// What is being typed, sealed in a small file of its own, so that it survives a crash. Empty text removes the file.
  Result<void> save_draft(ByteView text);
  Result<std::optional<crypto::SecretBuffer>> load_draft();
  DraftWriter draft_writer() const;

  /// Names of objects that a thread other than that of the database is writing: they stay on the pending list and their
  /// files are left alone.
  ReservedNames& reserved_names() { return m_reserved; }

 private:
  Vault(const VaultSurroundings& surroundings, Path folder, Header::Opened opened);
  struct NewKeys {
    VaultKey vault_key;
    Header header;
    crypto::SecretBuffer recovery_code;  // in its shown form
  };
  /// `passphrase` is normalised. Costs two password hashes.
  static Result<NewKeys> make_keys(ByteView passphrase, std::uint64_t generation);
  static Result<void> write_headers(FileSystem& files, const Path& folder, ByteView bytes);
  Result<void> open_database();
  Result<void> adopt_next_database();
  Result<void> remove_next_database();
  Result<void> load_previous_keys();
  Result<void> settle_generation();
  struct FoundHeader;
  static Result<FoundHeader> find_header(FileSystem& files, const Path& folder, const TypedSecret& typed);
  static void adopt_lost_folder(FileSystem& files, const Path& folder, const TypedSecret& typed);
  void repair_headers(const Bytes& chosen);
  void make_object_store();
  Result<crypto::SecretBuffer> open_draft(const Path& path);
  Result<void> rewrite_slot(SlotKind kind, ByteView secret);

  VaultSurroundings m_surroundings;
  Path m_folder;
  std::unique_ptr<FolderLock> m_lock;
  Header m_header;
  VaultKey m_vault_key;
  DerivedKeys m_keys;
  std::optional<DerivedKeys> m_previous_keys;
  SlotKind m_opened_with;
  bool m_read_only = false;
  std::optional<Database> m_database;
  std::optional<ObjectStore> m_objects;
  ReservedNames m_reserved;
  std::vector<OpenNotice> m_notices;
};

}  // namespace daybook::vault
