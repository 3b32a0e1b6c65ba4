#pragma once

#include "vault/bundle/check/container.h"
#include "vault/store/file_system.h"

namespace daybook::vault {

/// The bag in a folder that somebody unpacked a copy into: `folder` itself, or `folder`/bag. No link is followed.
class FolderOnDisk final : public BagFolder {
 public:
  /// `too_large` with more than a million files or folders in folders 32 deep.
  static Result<FolderOnDisk> list(FileSystem& files, const Path& folder);
  const std::vector<File>& files() const override { return m_files; }
  Result<void> read_at(FileIndex file, std::uint64_t offset, MutableByteView target) override;
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
