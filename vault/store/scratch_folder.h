#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// A place beside a record for passing work, such as a backup that is only read. Not made here; goes with all that is
/// in it. After a crash the next opening of the record removes it (unfinished_folder_prefix()).
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
