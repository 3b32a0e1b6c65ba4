#pragma once

#include "vault/bundle/check/reader_protocol.h"
#include "vault/bundle/folder_on_disk.h"
#include "vault/sandbox/talk.h"

namespace daybook::vault {

/// This program's side of the talk with a copy-reader. Whoever sent the copy may have taken the reader over, so every
/// answer must follow its grammar and come in its turn, and one that does not ends the talk. The process ends when this
/// object goes.
class ReaderTalk {
 public:
  /// Starts the reader with the files of a copy, whose descriptors stay the caller's. `not_found` when the program is
  /// not there. A reader that neither reads nor says anything for `most_silence` is given up.
  static Result<ReaderTalk> start(const Path& reader, const std::vector<int>& descriptors,
                                  std::chrono::milliseconds most_silence = std::chrono::seconds(60));

  /// Has the copy checked. A reader that ends too early or gives an answer that does not fit makes the verdict *could
  /// not be checked*, and no error. Errors are those of the medium, and `cancelled` when `progress` says so, which
  /// counts bytes. `folder` is null but for a copy that somebody unpacked; it must outlive this object.
  Result<CopyVerdict> check(CheckRequest request, FolderOnDisk* folder, const Progress& progress);

  /// A file that can be unpacked.
  struct File {
    std::string path;  // from `bag/` on, and safe (format.md section 2, "Paths")
    std::uint64_t size;
  };
  /// After check(): the good files, and with `also_doubtful` those too that the copy says belong to it. `unsupported`
  /// when the reader's answer does not fit.
  Result<std::vector<File>> list_files(bool also_doubtful);
  /// Hands the bytes of a listed file to `receiver`, at most File::size of them, and answers whether they are what was
  /// signed. `index` counts in the list that list_files() returned last. Errors as list_files(), and the receiver's.
  Result<bool> read_file(std::size_t index, const BlockReceiver& receiver);

 private:
  // What is told of the check, on the heap, because the talk asks for it wherever this object was moved to.
  struct Told {
    Progress progress{};
    std::uint64_t done = 0;
    bool goes_on() const { return vault::goes_on(progress, done); }
  };

  ReaderTalk(std::unique_ptr<Told> told, sandbox::Talk talk) : m_told(std::move(told)), m_talk(std::move(talk)) {}
  Result<void> ask(CheckRequest request);
  Result<CopyVerdict> hear();
  Result<void> serve(ByteView payload);

  std::unique_ptr<Told> m_told;
  sandbox::Talk m_talk;
  FolderOnDisk* m_folder = nullptr;
  std::vector<File> m_files;
};

}  // namespace daybook::vault
