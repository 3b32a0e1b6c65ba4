#include "vault/backup/restore.h"

#include <algorithm>
#include <set>

#include "vault/store/objects.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {
namespace {

// Copies every encrypted file into a temporary folder beside the new record's place, and gives the folder its name at
// the end: a crash leaves no half record.
class Restorer {
 public:
  Restorer(const Surroundings& surroundings, LockedFiles& backup, Path folder, const Progress& progress)
      : m_surroundings(surroundings),
        m_files(surroundings.files),
        m_backup(backup),
        m_folder(std::move(folder)),
        m_temporary(unfinished_folder(m_folder)),
        m_progress(progress) {}
  ~Restorer() {
    if (m_made && !m_finished) remove_all();
  }

  Result<RestoreReport> restore(const TypedSecret& typed, RestoreFor purpose) {
    TRY(require_absent_or_empty(m_files, m_folder));
    TRY(check_secret(typed));
    m_report.made = m_backup.made();
    m_made = true;
    TRY(m_files.create_folder(m_temporary));
    TRY(m_files.create_folder(m_temporary / vault_files::kObjects));
    for (const LockedFile& file : m_backup.list()) TRY(copy(file));
    TRY(complete_headers());
    for (const Path& folder : m_folders) TRY(m_files.sync_folder(folder));
    TRY(m_files.sync_folder(m_temporary / vault_files::kObjects));
    TRY(m_files.sync_folder(m_temporary));
    TRY(open_once(typed, purpose));
    TRY(m_files.rename(m_temporary, m_folder));
    m_finished = true;
    TRY(m_files.sync_folder(m_folder.parent_path()));
    return std::move(m_report);
  }

 private:
  // Unlocks a header of the backup, so that a wrong passphrase is told before gigabytes are copied.
  Result<void> check_secret(const TypedSecret& typed) {
    Error error{ErrorCode::malformed, "this is not a backup"};
    for (const char* name : {vault_files::kHeader, vault_files::kHeaderCopy}) {
      const LockedFile* file = m_backup.find(name);
      if (file == nullptr) continue;
      TRY_ASSIGN(const auto source, m_backup.open(*file));
      Bytes bytes(kHeaderSize);
      if (source->size() != bytes.size() || !source->read_at(0, bytes)) continue;
      const auto opened = Vault::open_header(bytes, typed);
      if (opened) return {};
      error = opened.error();
    }
    return error;
  }

  // Copies a file and compares it with the list. A file that differs comes along all the same: it may be good in part.
  Result<void> copy(const LockedFile& file) {
    auto source = m_backup.open(file);
    if (!source) {
      m_report.faults.push_back({BackupFault::Kind::missing, file.path});
      return {};
    }
    const Path target = m_temporary / from_utf8(file.path);
    if (const Path parent = target.parent_path(); parent != m_temporary && m_folders.insert(parent).second)
      TRY(m_files.create_folder(parent));
    TRY_ASSIGN(const CopiedFile copied, copy_locked_file(**source, m_files, target, [&](std::uint64_t done) {
                 return goes_on(m_progress, m_done + done);
               }));
    m_done += (*source)->size();
    if (!copied.sha256)
      m_report.faults.push_back({BackupFault::Kind::unreadable, file.path});
    else if (file.sha256 && *copied.sha256 != *file.sha256)
      m_report.faults.push_back({BackupFault::Kind::changed, file.path});
    return {};
  }

  // Writes the header a second time, because a backup has it once and a record twice.
  Result<void> complete_headers() {
    const Path first = m_temporary / vault_files::kHeader, second = m_temporary / vault_files::kHeaderCopy;
    if (m_files.exists(first) == m_files.exists(second)) return {};
    const bool has_first = m_files.exists(first);
    TRY_ASSIGN(const Bytes bytes, read_whole_file(m_files, has_first ? first : second, kHeaderSize));
    return write_file_atomically(m_files, has_first ? second : first, bytes);
  }

  Result<void> open_once(const TypedSecret& typed, RestoreFor purpose) {
    // No entry may come before the branch. Else the old log's key would sign two logs that contradict each other.
    TRY_ASSIGN(auto record, Record::open_unsettled(m_surroundings, m_temporary, typed));
    TRY(remove_strangers(record->vault()));
    if (purpose == RestoreFor::going_on) TRY(record->start_branch("restored"));
    TRY_ASSIGN(m_report.items, record->count());
    std::set<std::string> objects;
    for (const BackupFault& fault : m_report.faults) {
      if (fault.path.starts_with("objects/")) objects.insert(fault.path.substr(11, 32));
    }
    TRY_ASSIGN(m_report.items_not_whole, record->items_in_objects(objects));
    return {};
  }

  // What no key of the record opens is no file of it, whatever its name is: somebody put it there. A backup of the new
  // record would promise that it is locked.
  Result<void> remove_strangers(Vault& vault) {
    TRY_ASSIGN(const ObjectListing listing, vault.objects().list());
    for (const std::string& name : listing.objects) {
      const auto is_own = vault.objects().is_own(name);
      if (!is_own || *is_own) continue;
      const Path path = object_path(vault_files::kObjects, name);
      TRY(vault.files().remove(vault.folder() / path));
      const std::string listed = to_utf8(path);
      const bool is_told = std::any_of(m_report.faults.begin(), m_report.faults.end(),
                                       [&](const BackupFault& fault) { return fault.path == listed; });
      if (!is_told) m_report.faults.push_back({BackupFault::Kind::changed, listed});
    }
    return {};
  }

  void remove_all() {
    for (const Path& folder : m_folders) remove_folder_of_files(m_files, folder);
    remove_folder_of_files(m_files, m_temporary / vault_files::kObjects);
    remove_folder_of_files(m_files, m_temporary);
  }

  Surroundings m_surroundings;
  FileSystem& m_files;
  LockedFiles& m_backup;
  Path m_folder, m_temporary;
  const Progress& m_progress;
  std::set<Path> m_folders;
  std::uint64_t m_done = 0;
  bool m_made = false, m_finished = false;
  RestoreReport m_report;
};

}  // namespace

Result<RestoreReport> restore_backup(const Surroundings& surroundings, LockedFiles& backup, const Path& folder,
                                     const TypedSecret& typed, RestoreFor purpose, const Progress& progress) {
  return Restorer(surroundings, backup, folder, progress).restore(typed, purpose);
}

}  // namespace daybook::vault
