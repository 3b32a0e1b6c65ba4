#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// A path beside a record for passing work, such as a backup that is only read. Whoever uses the path makes the folder.
/// The ScratchFolder removes the record in it (remove_vault()) and the folder when it goes. After a crash the folder
/// stays under a name that unfinished_folder_prefix() begins.
class ScratchFolder {
 public:
  ScratchFolder(FileSystem& files, const Path& beside);
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const Path& path() const { return m_path; }

 private:
  FileSystem& m_files;
  Path m_path;
};

}  // namespace daybook::vault
