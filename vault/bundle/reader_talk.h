#pragma once

#include "vault/bundle/check/reader_protocol.h"
#include "vault/bundle/folder_on_disk.h"
#include "vault/sandbox/child_process.h"

namespace daybook::vault {

/// A copy-reader at work, from this program's side: asks, and holds every answer against its grammar and its turn. What
/// does not fit ends the talk. The reader is ended when this object goes, or when it makes no headway for a minute.
class ReaderTalk {
 public:
  /// `not_found` when the program is not there.
  static Result<ReaderTalk> start(const Path& reader, const std::vector<int>& descriptors);

  /// A reader that ends without a word, or says what does not fit, gives a verdict that the copy could not be checked. Fails
  /// when the medium does, or when `progress` says so. `folder`, when there is one, is served to it.
  Result<CopyVerdict> check(CheckRequest request, FolderOnDisk* folder, const Progress& progress);

  struct File {
    std::string path;  // from `bag/` on; can be unpacked anywhere
    std::uint64_t size;
  };
  Result<std::vector<File>> list_files(bool also_doubtful);
  /// The bytes of one of them, never more than it said. Whether it is what was signed.
  Result<bool> read_file(std::size_t index, const BlockReceiver& receiver);

 private:
  explicit ReaderTalk(sandbox::ChildProcess child);
  Result<void> ask(CheckRequest request);
  Result<CopyVerdict> hear();
  Result<void> serve(ByteView payload);
  Result<sandbox::Frame> next();
  Result<void> send(std::uint8_t type, std::uint64_t value);

  std::unique_ptr<sandbox::ChildProcess> m_child;
  std::unique_ptr<sandbox::FrameReader> m_reader;
  std::unique_ptr<sandbox::FrameWriter> m_writer;
  FolderOnDisk* m_folder = nullptr;
  Progress m_progress;
  std::uint64_t m_done = 0;
  std::vector<File> m_files;
};

}  // namespace daybook::vault
