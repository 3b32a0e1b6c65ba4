#pragma once

#include "vault/bundle/reader_talk.h"

namespace daybook::vault {

/// A folder that a copy is unpacked into, under a passing name until all of it is there: half a copy must not lie there like
/// a whole one, whatever ends the program. What was written goes again unless it is given its name.
class UnpackFolder {
 public:
  UnpackFolder(FileSystem& files, const Path& folder)
      : m_files(files), m_target(folder), m_folder(unfinished_folder(folder)) {}
  ~UnpackFolder();
  UnpackFolder(const UnpackFolder&) = delete;
  UnpackFolder& operator=(const UnpackFolder&) = delete;

  /// `disk_full` when all of it together does not fit.
  Result<void> prepare(const std::string& below, const std::vector<ReaderTalk::File>& files);
  /// A new file below `below`, with the folders that it needs.
  Result<void> begin(const std::string& path);
  Result<void> write(ByteView block) { return m_file->write(block); }
  Result<void> end();
  /// Gives it its name. `already_exists` when somebody took that meanwhile.
  Result<void> publish();

 private:
  Result<void> make_folder(const Path& folder);
  FileSystem& m_files;
  Path m_target, m_folder, m_below;
  std::unique_ptr<FileWriter> m_file;
  std::vector<Path> m_made;  // files and folders, in the order of their making
  bool m_is_kept = false;
};

}  // namespace daybook::vault
