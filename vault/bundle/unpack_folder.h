#pragma once

#include "vault/bundle/reader_talk.h"

namespace daybook::vault {

/// A folder that a copy is unpacked into. What was written goes again unless keep() is called: half a copy must not lie
/// there like a whole one.
class UnpackFolder {
 public:
  UnpackFolder(FileSystem& files, const Path& folder) : m_files(files), m_folder(folder) {}
  ~UnpackFolder();
  UnpackFolder(const UnpackFolder&) = delete;
  UnpackFolder& operator=(const UnpackFolder&) = delete;

  /// `disk_full` when all of it together does not fit.
  Result<void> prepare(const Path& below, const std::vector<ReaderTalk::File>& files);
  /// A new file below `below`, with the folders that it needs.
  Result<void> begin(const Path& below, const std::string& path);
  Result<void> write(ByteView block) { return m_file->write(block); }
  Result<void> end();
  void keep() { m_is_kept = true; }

 private:
  Result<void> make_folder(const Path& folder);
  FileSystem& m_files;
  Path m_folder;
  std::unique_ptr<FileWriter> m_file;
  std::vector<Path> m_made;  // files and folders, in the order of their making
  bool m_is_kept = false;
};

}  // namespace daybook::vault
