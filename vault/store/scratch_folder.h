#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// A path beside a record for passing work, such as a backup that is only read. Whoever uses the path makes the folder.
/// The ScratchFolder removes the record in it (remove_vault()) and the folder when it goes. What a crash has left of an
/// earlier one goes when the next one begins, and with the record. Its name is none that Vault::open() looks for: an
/// old state of a backup must not be taken for a record whose folder got lost.
class ScratchFolder {
 public:
  /// For who holds the record `beside` open, so that no other program uses such a folder at the same time.
  ScratchFolder(FileSystem& files, const Path& beside);
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const Path& path() const { return m_path; }
  /// Removes what crashes have left beside a record. Whatever else lies in such a folder stays.
  static void remove_left(FileSystem& files, const Path& beside);

 private:
  FileSystem& m_files;
  Path m_path;
};

}  // namespace daybook::vault
