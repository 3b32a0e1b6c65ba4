#pragma once

#include "tests/support/disk_model.h"

struct sqlite3_vfs;

namespace daybook::test {

/// Writes down every operation that changes the medium under a folder, in the order in which it was asked for, from
/// both ways in which a record writes: our own files and SQLite's. And makes any one of them fail.
class Recorder {
 public:
  explicit Recorder(vault::Path root) : m_root(std::move(root)) {}

  std::vector<DiskOperation> operations;
  std::size_t fail_at = ~std::size_t{0};
  bool and_all_after = false;
  ErrorCode failure = ErrorCode::input_output;
  /// How many operations were asked for, those that failed included.
  std::size_t asked = 0;

  /// True when this operation is to fail.
  bool fails();
  void record(DiskOperation::Kind kind, const std::string& path, const std::string& to = "", std::uint64_t offset = 0,
              ByteView bytes = {});
  /// Relative to the root; nothing for what lies elsewhere.
  std::optional<std::string> relative(const std::string& path) const;

 private:
  vault::Path m_root;
};

/// The real files, recorded.
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

 private:
  Recorder& m_recorder;
};

/// SQLite's own way to files, recorded. Registered under name() while it lives.
class RecordingVfs {
 public:
  explicit RecordingVfs(Recorder& recorder);
  ~RecordingVfs();
  static const char* name() { return "recording"; }
};

}  // namespace daybook::test
