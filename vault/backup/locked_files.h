#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

// A record's encrypted files, wherever they lie: in the record that is open, in the folder of a closed one, in a
// backup. They are copied and compared as they are, which needs no key.

/// One encrypted file of a record.
struct LockedFile {
  std::string path;        // as in a record's folder: "header", "records", "objects/ab/ab...", "objects/ab/ab...-2"
  std::uint64_t size = 0;  // bytes; 0 where the list has the file and the place does not
  std::optional<crypto::Sha256Digest> sha256;  // as the backup's list has it; none where there is no list
};

/// A place that holds the encrypted files of one record.
class LockedFiles {
 public:
  virtual ~LockedFiles() = default;
  const std::vector<LockedFile>& list() const { return m_list; }
  /// The bytes of a file in the list. `not_found` when the list has it and the place does not. This object must outlive
  /// the source.
  virtual Result<std::unique_ptr<ByteSource>> open(const LockedFile& file) = 0;
  /// When the backup was made, in UTC, by the clock of the computer that made it. Nothing where the place does not say.
  const std::optional<std::string>& made() const { return m_made; }
  /// What is wrong with the place itself: its container, its list, or a small file beside the encrypted ones.
  const std::vector<std::string>& faults() const { return m_faults; }
  /// The file of the list with this path; null when there is none.
  const LockedFile* find(const std::string& path) const;

 protected:
  std::vector<LockedFile> m_list;
  std::optional<std::string> m_made;
  std::vector<std::string> m_faults;
};

/// The files of an open record. Nothing may be written into the record while they are read, and it must outlive the
/// result.
Result<std::unique_ptr<LockedFiles>> files_of_open_record(Record& record);

/// Opens a backup file (or any of its parts), a backup folder (its newest state), or the folder of a closed record.
/// `malformed` when the place is none of these, `not_found` when it is not there. `files` must outlive the result.
Result<std::unique_ptr<LockedFiles>> find_locked_files(FileSystem& files, const Path& place);
/// Opens a backup file that lies in these parts, in order. `malformed` when it is no ZIP, `not_found` without a list.
Result<std::unique_ptr<LockedFiles>> open_backup_file(FileSystem& files, const std::vector<Path>& parts);
/// Opens one state in a backup folder: `folder`/objects and `folder`/`state`. Errors are those of reading its list.
Result<std::unique_ptr<LockedFiles>> open_backup_state(FileSystem& files, const Path& folder, const std::string& state);
/// The names of the finished states in the folder of one record's backups, oldest first.
Result<std::vector<std::string>> backup_states(FileSystem& files, const Path& folder);

/// What copy_locked_file() copied. There is no fingerprint when not all of the source could be read.
struct CopiedFile {
  std::optional<crypto::Sha256Digest> sha256;
};
/// Copies a source to a new file and syncs it. Where the source fails, all that could be read before is in the file,
/// and that is no error. Errors are those of the target, and `cancelled` when `progress` says so, which counts bytes.
Result<CopiedFile> copy_locked_file(ByteSource& source, FileSystem& files, const Path& target,
                                    const Progress& progress = {});

// Names of the small files in a backup beside the encrypted ones.
namespace backup_path {
constexpr const char* kManifest = "manifest-sha256.txt";
constexpr const char* kMade = "made.txt";
constexpr const char* kReadMe = "READ-ME.txt";
}  // namespace backup_path

/// Whether a path is one that an encrypted file of a record can have. A backup may come from anywhere, and no other
/// path in its list is ever written to.
bool is_locked_file_path(std::string_view path);
/// The list of these files in the lines of `sha256sum`. Each must have its fingerprint.
std::string manifest_text(const std::vector<LockedFile>& files);

}  // namespace daybook::vault
