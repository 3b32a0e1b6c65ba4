#pragma once

#include "vault/bundle/check/container.h"
#include "vault/store/file_system.h"

namespace daybook::vault {

/// The bag in a folder that somebody unpacked a copy into: `folder` itself, or `folder`/bag with START-HERE.txt beside
/// it, which somebody will read. Links are never followed,
/// because one in a stranger's folder could lead to any file of this computer.
class FolderOnDisk final : public BagFolder {
 public:
  /// Lists the folder. `too_large` over a million files and folders together, or where a path goes through more than 32
  /// folders.
  static Result<FolderOnDisk> list(FileSystem& files, const Path& folder);
  const std::vector<File>& files() const override { return m_files; }
  Result<void> read_at(FileIndex file, std::uint64_t offset, MutableByteView target) override;
  /// Bytes of all files together.
  std::uint64_t size() const { return m_size; }

 private:
  explicit FolderOnDisk(FileSystem& files) : m_system(&files) {}
  Result<void> add(const Path& path, const std::string& name, int depth);

  FileSystem* m_system;
  std::vector<File> m_files;
  std::vector<Path> m_paths;
  std::uint64_t m_size = 0;
  std::unique_ptr<FileReader> m_open;  // the file that was read last
  std::optional<FileIndex> m_open_index;
};

}  // namespace daybook::vault
