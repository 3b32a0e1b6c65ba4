#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

// A record's encrypted files, wherever they lie: in the record that is open, in a closed folder, in a backup. They are
// copied and compared as they are; no key is needed for that.

struct LockedFile {
  std::string path;  // as in a record's folder: "header", "records", "objects/ab/ab...", "objects/ab/ab...-2"
  std::uint64_t size = 0;
  std::optional<crypto::Sha256Digest> sha256;  // as the backup's list has it
};

class LockedFiles {
 public:
  virtual ~LockedFiles() = default;
  const std::vector<LockedFile>& list() const { return m_list; }
  /// The bytes of a file in the list. `not_found` when the list has it and the place does not.
  virtual Result<std::unique_ptr<ByteSource>> open(const LockedFile& file) = 0;
  /// When the backup was made, UTC, by the clock of the computer that made it.
  const std::optional<std::string>& made() const { return m_made; }
  /// What else is wrong with the place itself: the container, or a small file beside the locked ones.
  const std::vector<std::string>& faults() const { return m_faults; }
  const LockedFile* find(const std::string& path) const;

 protected:
  std::vector<LockedFile> m_list;
  std::optional<std::string> m_made;
  std::vector<std::string> m_faults;
};

/// The files of a record that is open here; it must not change while they are read.
Result<std::unique_ptr<LockedFiles>> files_of_open_record(Record& record);

/// A backup file (or its first part), a backup folder (its newest state), or the folder of a closed record.
/// `malformed` when it is none of these.
Result<std::unique_ptr<LockedFiles>> find_locked_files(FileSystem& files, const Path& place);
/// A backup file in these parts.
Result<std::unique_ptr<LockedFiles>> open_backup_file(FileSystem& files, const std::vector<Path>& parts);
/// One state in a backup folder: `folder`/objects and `folder`/`state`.
Result<std::unique_ptr<LockedFiles>> open_backup_state(FileSystem& files, const Path& folder, const std::string& state);
/// The states in `folder`, oldest first: the folder of one record's backups.
Result<std::vector<std::string>> backup_states(FileSystem& files, const Path& folder);

/// What copy_locked_file() copied; without a fingerprint when not all of the source could be read.
struct CopiedFile {
  std::optional<crypto::Sha256Digest> sha256;
};
/// Copies to a new file and syncs it; what could be read of a source that fails is there. Errors are those of the
/// target; `cancelled` when `progress` says so. Constant memory.
Result<CopiedFile> copy_locked_file(ByteSource& source, FileSystem& files, const Path& target,
                                    const Progress& progress = {});

// Names beside the locked files themselves.
namespace backup_path {
constexpr const char* kManifest = "manifest-sha256.txt";
constexpr const char* kMade = "made.txt";
constexpr const char* kReadMe = "READ-ME.txt";
}  // namespace backup_path

/// What may stand in a backup's list and be put into a record's folder.
bool is_locked_file_path(std::string_view path);
/// Lines of `sha256sum`.
std::string manifest_text(const std::vector<LockedFile>& files);

}  // namespace daybook::vault
