#pragma once

#include "vault/bundle/reader_talk.h"

namespace daybook::vault {

/// A folder that a copy is unpacked into. It has a temporary name until all files are on the medium, so that neither a
/// program that ends halfway nor a power failure can leave half a copy that looks like a whole one. The destructor
/// removes all that was written unless publish() succeeded.
class UnpackFolder {
 public:
  UnpackFolder(FileSystem& files, const Path& folder)
      : m_files(files), m_target(folder), m_folder(unfinished_folder(folder)) {}
  ~UnpackFolder();
  UnpackFolder(const UnpackFolder&) = delete;
  UnpackFolder& operator=(const UnpackFolder&) = delete;

  /// Makes the folder, and the folder `below` in it where that is not empty. `disk_full` when `files` together do not
  /// fit on the medium.
  Result<void> prepare(const std::string& below, const std::vector<ReaderTalk::File>& files);
  /// Begins a new file, with the folders that its path needs. `path` must be safe: it is put behind the folder's.
  Result<void> begin(const std::string& path);
  /// Writes to the file that was begun last.
  Result<void> write(ByteView block) { return m_file->write(block); }
  /// Closes the file that was begun last, when it is on the medium.
  Result<void> end();
  /// Gives the folder its name, when all of it is on the medium. `already_exists` when something has taken that name
  /// meanwhile.
  Result<void> publish();

 private:
  Result<void> make_folder(const Path& folder);
  FileSystem& m_files;
  Path m_target, m_folder, m_below;
  std::unique_ptr<FileWriter> m_file;
  std::vector<Path> m_made, m_folders;  // files and folders, and the folders alone, in the order of their making
  bool m_is_kept = false;
};

}  // namespace daybook::vault
