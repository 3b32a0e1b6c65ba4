#pragma once

#include "tests/support/disk_model.h"

struct sqlite3_vfs;

namespace daybook::test {

/// Writes down every operation that changes something under the folder `root`, in the order in which they were asked
/// for. A record writes in two ways, with files of its own and with those of SQLite, and both are written down. Any one
/// of the operations can be made to fail.
class Recorder {
 public:
  explicit Recorder(vault::Path root) : m_root(std::move(root)) {}

  std::vector<DiskOperation> operations;
  std::size_t fail_at = ~std::size_t{0};  // the number of the operation that fails, from 0 on
  bool and_all_after = false;
  ErrorCode failure = ErrorCode::input_output;
  /// How many operations were asked for, those that failed included.
  std::size_t asked = 0;

  /// Counts an operation that is about to happen. True when it is to fail.
  bool fails();
  /// Writes down an operation that has succeeded. Does nothing for a path outside the folder.
  void record(DiskOperation::Kind kind, const std::string& path, const std::string& to = "", std::uint64_t offset = 0,
              ByteView bytes = {});
  /// The path relative to the folder; nothing for a path outside it.
  std::optional<std::string> relative(const std::string& path) const;

 private:
  vault::Path m_root;
};

/// The files of the operating system, whose changes are written down in a Recorder.
class RecordingFiles final : public vault::FileSystem {
 public:
  explicit RecordingFiles(Recorder& recorder) : m_recorder(recorder) {}
  Result<std::unique_ptr<vault::FileWriter>> create(const vault::Path& path) override;
  Result<std::unique_ptr<vault::FileReader>> open(const vault::Path& path) override;
  Result<void> rename(const vault::Path& from, const vault::Path& to) override;
  Result<void> remove(const vault::Path& path) override;
  Result<void> create_folder(const vault::Path& path) override;
  Result<void> sync_file(const vault::Path& path) override;
  Result<void> sync_folder(const vault::Path& path) override;
  Result<vault::FileFacts> facts(const vault::Path& path) override;
  Result<vault::FileFacts> facts_unfollowed(const vault::Path& path) override;
  Result<std::unique_ptr<vault::FileReader>> open_unfollowed(const vault::Path& path) override;
  Result<std::uint64_t> free_room(const vault::Path& folder) override;
  Result<std::vector<vault::Path>> list(const vault::Path& folder) override;
  bool is_writable(const vault::Path& folder) override;
  Result<std::unique_ptr<vault::FolderLock>> lock(const vault::Path& path) override;
  Result<std::shared_ptr<vault::FileSystem>> bound_to(const vault::Path& folder) override;

 private:
  vault::FileSystem& real() { return m_bound ? *m_bound : vault::operating_system_files(); }
  Recorder& m_recorder;
  std::shared_ptr<vault::FileSystem> m_bound;
};

/// The way in which SQLite reaches files (its VFS), whose changes are written down in a Recorder. SQLite knows it by
/// name() while this object lives. There can be one at a time.
class RecordingVfs {
 public:
  explicit RecordingVfs(Recorder& recorder);
  ~RecordingVfs();
  static const char* name() { return "recording"; }
};

}  // namespace daybook::test
