#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// A path beside a record for passing work, such as a backup that is only read. Whoever uses the path makes the folder.
/// The ScratchFolder removes the record in it (remove_vault()) and the folder when it goes. What a crash has left of an
/// earlier one goes when the record is next opened. Its name is none that Vault::open() looks for: an
/// old state of a backup must not be taken for a record whose folder got lost.
class ScratchFolder {
 public:
  /// Chooses a path beside the record `beside`, which the caller holds open.
  ScratchFolder(FileSystem& files, const Path& beside);
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const Path& path() const { return m_path; }
  /// Removes what crashes have left beside a record: folders of this kind, and what was not finished of a record that
  /// was being made or restored in its place; with `also_whole` one that was finished too. Only for who has the record
  /// locked, or is removing it: nobody else may be using them. Whatever else lies in such a folder stays.
  static void remove_left(FileSystem& files, const Path& beside, bool also_whole);

 private:
  FileSystem& m_files;
  Path m_path;
};

}  // namespace daybook::vault
