#pragma once

#include <functional>

#include "vault/store/database.h"
#include "vault/store/keys.h"
#include "vault/store/objects.h"
#include "vault/store/progress.h"
#include "vault/store/reserved_names.h"

namespace daybook::vault {

// A record as files: a header with the key slots (vault/store/header.h), a SQLCipher database, and a folder of
// encrypted objects for what is large. All of it is locked with keys that come from one vault key, and every key slot
// that is used gives that key.

/// What a person typed to unlock a record: a passphrase, or the code from the recovery sheet.
using TypedSecret = crypto::SecretBuffer;

/// The files and the database driver that a vault works with. What is referred to must outlive the vault.
struct VaultSurroundings {
  FileSystem& files;
  StatementGate* gate = nullptr;              // only tests have one
  const char* vfs = nullptr;                  // name of a registered SQLite VFS; nullptr is the system's
  std::uint64_t segment_size = kSegmentSize;  // most bytes in one file of an object
};

/// Something that was found when a record was unlocked, and was mended where that was possible. The person is told.
enum class OpenNotice {
  header_copy_repaired,         // one of the two header files was missing or damaged
  records_older_than_key,       // the database is older than the header, or has another log: an old one was put back
  older_header_replaced,        // an older header was put back, and the sheet opened it; no passphrase opens it now
  passphrase_change_completed,  // a change of passphrase or code that a crash had cut short
  key_change_unfinished,        // new keys are in force, and some objects still have to be locked with them
  read_only,                    // nothing will be saved
};

/// What a change of keys has done to the folder of objects.
struct Rewrapped {
  std::size_t objects = 0;             // that the new keys open now
  std::vector<std::string> strangers;  // names of what neither key opens, and of what is no object; it stays as it is
};

/// Encrypts what is being typed into a small file of its own, without the database. So a thread of its own can save it,
/// and so can the code that hides the window, which cannot wait for the database. A writer has the keys of its time,
/// and after replace_keys() another one is needed. Only one thread at a time may save drafts of a record, by whatever
/// writer.
class DraftWriter {
 public:
  /// Replaces the draft in one step. Empty text removes the file. `too_large` above 65 MiB.
  Result<void> save(ByteView text);

 private:
  friend class Vault;
  DraftWriter(std::shared_ptr<FileSystem> files, Path path, crypto::AeadKey key)
      : m_files(std::move(files)), m_path(std::move(path)), m_key(std::move(key)) {}
  std::shared_ptr<FileSystem> m_files;
  Path m_path;
  crypto::AeadKey m_key;
};

/// Removes a record that is closed. The headers go first, because nothing else can be decrypted without them. Then go
/// all other files of the record, and the folder if nothing else lies in it. An error does not stop the removal of the
/// rest, and the first one is returned. A record that is not there is no error.
Result<void> remove_vault(FileSystem& files, const Path& folder);

/// The folder of a record that is unlocked: keys, database, objects, lock. A Vault knows nothing of items and log
/// entries.
class Vault {
 public:
  /// Makes a vault that appears in one step under `folder`, which must be absent or empty (else `already_exists`).
  /// `fill` puts the first rows into the database. Returns the code for the recovery sheet in the form in which it is
  /// shown. `usage` when the passphrase is too short, `malformed` when it is not UTF-8.
  static Result<crypto::SecretBuffer> create(const VaultSurroundings& surroundings, const Path& folder,
                                             const TypedSecret& passphrase,
                                             const std::function<Result<void>(Database&)>& fill);
  /// Unlocks the record in `folder` and settles what a crash left half done. Fails with `not_found`, `in_use`,
  /// `wrong_passphrase`, `newer_format`, `older_header`, `damaged`, or with `read_only` when the folder cannot be
  /// written to and the record was not closed cleanly. A folder that cannot be written to and was closed cleanly opens
  /// for reading.
  static Result<std::unique_ptr<Vault>> open(const VaultSurroundings& surroundings, const Path& folder,
                                             const TypedSecret& typed);

  /// Unlocks the 1024 bytes of a header file alone. Errors are those of Header::open(), and `usage` or `malformed` when
  /// what was typed is empty or not UTF-8.
  static Result<Header::Opened> open_header(ByteView file, const TypedSecret& typed);

  /// False only after replace_keys() could not open the new database. The vault can then only be destroyed.
  bool is_open() const { return m_database.has_value(); }
  Database& database() {
    DAYBOOK_ASSERT(is_open());
    return *m_database;
  }
  ObjectStore& objects() { return *m_objects; }
  /// The files of the system, in which nothing in the record's folder is reached by a link.
  FileSystem& files() { return *m_files; }
  /// 16 hexadecimal digits that follow from the vault key and tell nothing of it. By them a folder of backups keeps
  /// apart what was locked before and after a change of keys.
  std::string backup_name() const;
  const Path& folder() const { return m_folder; }
  std::uint64_t segment_size() const { return m_surroundings.segment_size; }
  bool is_read_only() const { return m_read_only; }
  const std::vector<OpenNotice>& notices() const { return m_notices; }
  /// Whether the first 16 bytes of the database file are the salt that follows from the vault key. SQLCipher takes the
  /// salt with the key and never compares it with the file, so nothing else would notice a change there.
  Result<bool> has_intact_salt();
  /// The kind of the key slot that unlocked the record.
  SlotKind unlocked_with() const { return m_opened_with; }

  /// The head of the log that the headers know of.
  const NotedHead& noted_head() const { return m_header.noted_head(); }
  /// Writes another head of the log into both headers. Nothing is written when they know it already. `read_only`.
  Result<void> note_head(const NotedHead& head);
  /// Adds to notices().
  void add_notice(OpenNotice notice) { m_notices.push_back(notice); }

  /// Whether what was typed unlocks the record as it is now. A caller asks before what must not happen by accident, or
  /// by somebody who finds the record open. Costs a password hash, and two where the text could be a recovery code as
  /// well.
  bool unlocks_with(const TypedSecret& typed) const;
  /// Puts the vault key under a new passphrase. An older header, as a backup has one, still opens with the older
  /// passphrase, and the vault key is the same. `usage` when the passphrase is too short, `malformed` when it is not
  /// UTF-8, `read_only`.
  Result<void> change_passphrase(const TypedSecret& passphrase);
  /// A new code for a new sheet, in the form in which it is shown. The old one no longer unlocks the record, but still
  /// an older header, as a backup has one. `read_only`.
  Result<crypto::SecretBuffer> replace_recovery_code();

  /// New keys for everything, for when somebody may know the passphrase: a new vault key, a new database under it, new
  /// slots with this passphrase and a new code, which is returned in the form in which it is shown. `rotate` changes
  /// what else must change, inside the new database. The objects follow by rewrap_objects(). When it succeeds, all of
  /// this is in force. When it fails, nothing is, but for two cases that the next unlocking settles: the vault
  /// is_read_only() where it is not known which headers are on the medium, and not is_open() where the new keys are in
  /// force and the new database did not open. A crash is settled by the next unlocking too. `usage` when the passphrase
  /// is too short or is the one in use, or when the last change of keys is not finished. `malformed`, `read_only`.
  Result<crypto::SecretBuffer> replace_keys(const TypedSecret& passphrase,
                                            const std::function<Result<void>(Database&)>& rotate);
  /// Whether objects are still to be wrapped with the new keys.
  bool has_previous_keys() const { return m_previous_keys.has_value(); }
  /// Wraps every object with the new keys after replace_keys(), then forgets the previous ones, which it keeps as long
  /// as an object could not be read or written; the first such error is returned when all others are done. What is done
  /// stays done, so the work may be stopped (`cancelled`) and taken up again. `progress` counts objects, not bytes.
  Result<Rewrapped> rewrap_objects(const Progress& progress = {});

  /// Keeps what is being typed in a small encrypted file of its own, so that it survives a crash. Empty text removes
  /// the file. `too_large` above 65 MiB.
  Result<void> save_draft(ByteView text);
  /// The draft, or nothing when there is none. `damaged` when it does not decrypt.
  Result<std::optional<crypto::SecretBuffer>> load_draft();
  DraftWriter draft_writer() const;

  /// Names of objects that another thread than that of the database is writing. They stay on the pending list, and
  /// their files are left alone.
  ReservedNames& reserved_names() { return m_reserved; }

 private:
  Vault(const VaultSurroundings& surroundings, std::shared_ptr<FileSystem> files, Path folder, Header::Opened opened);
  struct NewKeys {
    VaultKey vault_key;
    Header header;
    crypto::SecretBuffer recovery_code;  // in the form in which it is shown
  };
  /// `passphrase` is normalised. Costs two password hashes.
  static Result<NewKeys> make_keys(ByteView passphrase, std::uint64_t generation);
  static Result<void> write_headers(FileSystem& files, const Path& folder, ByteView bytes);
  Result<void> open_database();
  Result<void> adopt_next_database();
  Result<void> remove_next_database();
  Result<void> load_previous_keys();
  Result<void> settle_generation();
  Result<void> replace_older_header(std::uint64_t known);
  /// The newest header that opens.
  struct FoundHeader {
    std::optional<Header::Opened> opened;
    bool is_everywhere = false;  // both files are there and have its slots
  };
  static std::vector<Path> rests_of_headers(FileSystem& files, const Path& folder);
  static Result<FoundHeader> find_header(FileSystem& files, const Path& folder, const TypedSecret& typed,
                                         const std::vector<Path>& rests);
  static Result<std::unique_ptr<Vault>> open_by_headers(const VaultSurroundings& surroundings,
                                                        const std::shared_ptr<FileSystem>& files, const Path& folder,
                                                        const TypedSecret& typed, bool read_only,
                                                        const std::vector<Path>& rests);
  void remove_rests(const std::vector<Path>& rests);
  static void adopt_lost_folder(FileSystem& files, const Path& folder, const TypedSecret& typed);
  bool repair_headers();
  void make_object_store();
  Result<crypto::SecretBuffer> open_draft(const Path& path);
  Result<void> rewrite_slot(SlotKind kind, ByteView secret);

  VaultSurroundings m_surroundings;
  std::shared_ptr<FileSystem> m_files;  // bound to m_folder
  Path m_folder;
  std::unique_ptr<FolderLock> m_lock;
  Header m_header;
  VaultKey m_vault_key;
  DerivedKeys m_keys;
  std::optional<DerivedKeys> m_previous_keys;
  SlotKind m_opened_with;
  bool m_read_only = false;
  bool m_has_whole_headers = false;  // both files hold the header that opened the record
  std::optional<Database> m_database;
  std::optional<ObjectStore> m_objects;
  ReservedNames m_reserved;
  std::vector<OpenNotice> m_notices;
};

}  // namespace daybook::vault
