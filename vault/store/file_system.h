#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "crypto/bytes.h"

namespace daybook::vault {

using Path = std::filesystem::path;

/// A path as UTF-8 text. Path::string() would give the text of a code page on Windows.
std::string to_utf8(const Path& path);
/// The path that UTF-8 text names. A Path made from a plain char text would be read by a code page on Windows.
Path from_utf8(std::string_view text);

/// A file that is written from its beginning. Without a sync(), a power failure may lose what was written, also after
/// the file was closed.
class FileWriter : public ByteSink {
 public:
  /// Returns when the bytes are on the medium, and not only in the cache of the system.
  virtual Result<void> sync() = 0;
};

/// What changes when somebody writes to a file that is open. The time of the last change of any kind (ctime) cannot be
/// set back by a program, as that of the last writing can.
struct FileStamp {
  std::uint64_t size;
  std::int64_t modified_nanoseconds, changed_nanoseconds;  // since 1970 UTC
  bool operator==(const FileStamp&) const = default;
};

/// A file that is read from front to back by read(), or anywhere by read_at().
class FileReader : public ByteSource {
 public:
  /// Reads up to target.size() bytes from the current place on, fewer only at the end of the file, and 0 there. For
  /// files that grow or shrink while they are read, where size() is only what it was at first.
  virtual Result<std::size_t> read(MutableByteView target) = 0;
  /// Drops what the system has cached of this file, so that what is read next comes from the medium. A system that
  /// cannot do so reports nothing.
  virtual void drop_cache() = 0;
  /// The stamp of the open file as it is now.
  virtual Result<FileStamp> stamp() const = 0;
  /// The descriptor of the open file, for handing the file to a process without keys. The reader goes on owning it.
  /// Nothing where the system has no such thing.
  virtual std::optional<int> descriptor() const { return std::nullopt; }
};

struct FileFacts {
  std::uint64_t size;                           // in bytes
  std::int64_t modified_seconds;                // since 1970 UTC
  std::optional<std::int64_t> created_seconds;  // where the file system keeps it
  bool is_regular;
  bool is_folder;
};

/// A lock on a folder that lasts as long as the object. The system lets go of it when the process dies.
class FolderLock {
 public:
  virtual ~FolderLock() = default;
};

/// Every operation on files goes through a FileSystem: one place for what differs between systems, and one for tests to
/// make any operation fail. Errors of all functions: `disk_full`, `read_only`, `permission`, `not_found`,
/// `already_exists`, `too_large`, else `input_output`. The detail is the name of the file. Links are followed where
/// nothing else is said.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// Makes a new file that only this user can read. `already_exists` when the name is taken, and nothing is
  /// overwritten.
  virtual Result<std::unique_ptr<FileWriter>> create(const Path& path) = 0;
  /// Opens a file for reading. `unsupported` for all that is no ordinary file, such as a folder or a pipe.
  virtual Result<std::unique_ptr<FileReader>> open(const Path& path) = 0;
  /// Gives a file or folder another name. A file that had this name is replaced in one step.
  virtual Result<void> rename(const Path& from, const Path& to) = 0;
  /// Removes a file or an empty folder.
  virtual Result<void> remove(const Path& path) = 0;
  /// Makes a folder that only this user can enter. `already_exists` when the name is taken.
  virtual Result<void> create_folder(const Path& path) = 0;
  /// Makes the bytes of a file that was written and closed before survive a power failure.
  virtual Result<void> sync_file(const Path& path) = 0;
  /// Makes creations, renames and removals in a folder survive a power failure.
  virtual Result<void> sync_folder(const Path& path) = 0;
  virtual Result<FileFacts> facts(const Path& path) = 0;
  /// The facts of a link itself, which is neither an ordinary file nor a folder.
  virtual Result<FileFacts> facts_unfollowed(const Path& path) = 0;
  /// Opens a file for reading. `unsupported` for a link, and for all else that is no ordinary file.
  virtual Result<std::unique_ptr<FileReader>> open_unfollowed(const Path& path) = 0;
  /// Bytes that this user can still write where `folder` lies.
  virtual Result<std::uint64_t> free_room(const Path& folder) = 0;
  /// Names in a folder, sorted.
  virtual Result<std::vector<Path>> list(const Path& folder) = 0;
  virtual bool is_writable(const Path& folder) = 0;
  /// Locks the folder that the file `path` lies in, by a lock on that file, which is made when absent. `in_use` when
  /// another lock is held, also by this process. The detail is then the name of the folder.
  virtual Result<std::unique_ptr<FolderLock>> lock(const Path& path) = 0;

  /// The same files, in which everything that lies in `folder` is reached through the folder that is open now, and no
  /// link in it is ever followed: who can write there must not lead the program to files elsewhere. A link is
  /// `unsupported` then, and so is a path through one. Paths outside of the folder mean what they always do. The object
  /// lives on its own, but for what a test's FileSystem counts in itself.
  virtual Result<std::shared_ptr<FileSystem>> bound_to(const Path& folder) = 0;

  bool exists(const Path& path) { return facts(path).ok(); }
};

/// The files of the operating system. The object has no state, serves every thread, and lives as long as the program.
FileSystem& operating_system_files();

/// Writes a whole file by a temporary file, a sync, a rename and a sync of the folder, so that after a crash the old
/// bytes are there or the new ones, and never a mixture. Where a file system loses renames or takes more than one step
/// for them (FAT), the new bytes may be left under one of unfinished_names(). A reader that can tell good bytes by
/// themselves looks there too.
Result<void> write_file_atomically(FileSystem& files, const Path& path, ByteView bytes);

/// The names under which write_file_atomically() may have left bytes that are newer than those of `path`. The name with
/// the newest bytes comes first.
std::vector<Path> unfinished_names(const Path& path);

/// Makes a folder and those above it that are missing.
Result<void> create_folders(FileSystem& files, const Path& folder);

/// Fails with `already_exists` when there is something in `folder`.
Result<void> require_absent_or_empty(FileSystem& files, const Path& folder);

/// A path beside `folder`, `<name>.new-<8 random hex>`, under which a folder is built that is to appear whole.
Path unfinished_folder(const Path& folder);
/// The beginning of the names that unfinished_folder() gives: `<name>.new-`.
std::string unfinished_folder_prefix(const Path& folder);

/// Removes a folder and the files in it, but no folder that has something in it. Errors are passed over, because the
/// caller has a worse one to report.
void remove_folder_of_files(FileSystem& files, const Path& folder);

/// All bytes of a file. `too_large` when there are more than `limit`.
Result<Bytes> read_whole_file(FileSystem& files, const Path& path, std::size_t limit);

}  // namespace daybook::vault
