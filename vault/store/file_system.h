#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "crypto/bytes.h"

namespace daybook::vault {

using Path = std::filesystem::path;

/// Paths as UTF-8 text for messages and back; std::filesystem needs char8_t for that on Windows.
std::string to_utf8(const Path& path);
Path from_utf8(std::string_view text);

/// A file being written from its beginning. Closing without sync() promises nothing.
class FileWriter : public ByteSink {
 public:
  /// Returns when the bytes are on the medium, not only in the cache.
  virtual Result<void> sync() = 0;
};

/// A file read from front to back or anywhere.
class FileReader : public ByteSource {
 public:
  /// Up to target.size() bytes from the current place on; 0 at the end. For files whose size may change under us.
  virtual Result<std::size_t> read(MutableByteView target) = 0;
  /// Drops what the system has cached of this file, so that what is read next comes from the medium. Best effort.
  virtual void drop_cache() = 0;
  /// What the system calls the open file by, for handing it to a process without keys; nothing where there is no such
  /// thing. It stays this object's own.
  virtual std::optional<int> descriptor() const { return std::nullopt; }
};

struct FileFacts {
  std::uint64_t size;
  std::int64_t modified_seconds;                // since 1970 UTC
  std::optional<std::int64_t> created_seconds;  // where the file system keeps it
  bool is_regular;
  bool is_folder;
};

/// Held while a record is open; let go when destroyed, and by the system when the process dies.
class FolderLock {
 public:
  virtual ~FolderLock() = default;
};

/// Every operation on files goes through here: one place for what differs between systems, and one for tests to make
/// any operation fail. Errors: `disk_full`, `read_only`, `permission`, `not_found`, `already_exists`, else
/// `input_output`; the detail is the file's name.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// A new file that only this user can read. `already_exists` when there is one.
  virtual Result<std::unique_ptr<FileWriter>> create(const Path& path) = 0;
  virtual Result<std::unique_ptr<FileReader>> open(const Path& path) = 0;
  /// Replaces `to` in one step.
  virtual Result<void> rename(const Path& from, const Path& to) = 0;
  /// A file, or an empty folder.
  virtual Result<void> remove(const Path& path) = 0;
  /// Only for this user. `already_exists` when there is one.
  virtual Result<void> create_folder(const Path& path) = 0;
  /// Makes a file and its name last that was written and closed before.
  virtual Result<void> sync_file(const Path& path) = 0;
  /// Makes creations, renames and removals in a folder last.
  virtual Result<void> sync_folder(const Path& path) = 0;
  virtual Result<FileFacts> facts(const Path& path) = 0;
  /// Of a link itself: neither an ordinary file nor a folder.
  virtual Result<FileFacts> facts_unfollowed(const Path& path) = 0;
  /// As open(), but a link is `unsupported`.
  virtual Result<std::unique_ptr<FileReader>> open_unfollowed(const Path& path) = 0;
  /// Bytes that this user can still write where `folder` lies.
  virtual Result<std::uint64_t> free_room(const Path& folder) = 0;
  /// Names in a folder, sorted.
  virtual Result<std::vector<Path>> list(const Path& folder) = 0;
  virtual bool is_writable(const Path& folder) = 0;
  /// `in_use` when another process holds it. The file is made when absent.
  virtual Result<std::unique_ptr<FolderLock>> lock(const Path& path) = 0;

  bool exists(const Path& path) { return facts(path).ok(); }
};

/// The real one. Stateless; lives as long as the program.
FileSystem& operating_system_files();

/// Temporary file, sync, rename, sync of the folder: after a crash the old bytes are there or the new, never a mixture.
/// Where a file system does not rename in one step or loses renames (FAT), the new bytes may be left under one of
/// unfinished_names(): a reader that can tell good bytes by themselves looks there too.
Result<void> write_file_atomically(FileSystem& files, const Path& path, ByteView bytes);

/// Where write_file_atomically() may have left bytes that are newer than those of `path`; newest first.
std::vector<Path> unfinished_names(const Path& path);

/// Makes a folder and those above it that are missing.
Result<void> create_folders(FileSystem& files, const Path& folder);

/// `already_exists` unless `folder` is absent or empty.
Result<void> require_absent_or_empty(FileSystem& files, const Path& folder);

/// Where a folder is built that is to appear whole under its name: beside it, as `<name>.new-<8 hex>`.
Path unfinished_folder(const Path& folder);
/// What such a name begins with.
std::string unfinished_folder_prefix(const Path& folder);

/// Takes away a folder of our own making with the files in it, as far as that goes.
void remove_folder_of_files(FileSystem& files, const Path& folder);

/// `too_large` above `limit`.
Result<Bytes> read_whole_file(FileSystem& files, const Path& path, std::size_t limit);

}  // namespace daybook::vault
