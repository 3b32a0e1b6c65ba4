#pragma once

#include "vault/bundle/check/copy_check.h"
#include "vault/store/file_system.h"

namespace daybook::vault {

/// How a copy is checked.
struct CheckOptions {
  crypto::AgeKeys keys;     // to unlock a locked copy
  ReaderBrings brings;      // what the reader was told
  bool drop_cache = false;  // read from the medium, not from the system's cache
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress;  // in bytes; false stops the check
};

/// What came of unpacking a copy.
struct UnpackedCopy {
  CopyVerdict verdict;
  std::optional<Path> folder;  // where the files were written; nothing when none were
  std::size_t files = 0;       // how many files were written
};

/// The one way in for copies that came from elsewhere, for the terminal and the window alike. Everything that somebody
/// else made is taken apart in copy-reader, a process without keys. This program opens the files and finds the key of a
/// locked copy, and believes of the reader's answers no more than their grammar allows.
class CopyDoor {
 public:
  /// `reader`: path of the copy-reader that belongs to this program.
  explicit CopyDoor(Path reader) : m_reader(std::move(reader)) {}
  /// Uses the copy-reader that lies beside the running program.
  static CopyDoor beside_this_program();

  /// Checks a copy: one file, its parts in order, or one folder into which somebody unpacked it. What is wrong with the
  /// copy stands in the verdict. Errors are those of the medium (`not_found`, `input_output`, ...), `not_found` without
  /// a copy-reader, `cancelled`, `too_large` for a folder, `usage` when no copy or an earlier head that is none is
  /// given, and `unsupported` where the file system cannot hand its files to another process.
  Result<CopyVerdict> check(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options) const;

  /// Checks a copy like check() and unpacks its good files into `folder`, which must not exist (`already_exists`), but
  /// only when the answer is *matches* or *added*. With `even_so` the files of any other copy that can be read go below
  /// `folder`/not-matching or `folder`/not-checked, as they are. A file that was added is never unpacked. `disk_full`
  /// comes before the first byte when there is no room, `damaged` when a file is no longer what was checked, and
  /// `unsupported` when the reader's answers do not fit; else as check(). After an error, what was written is removed.
  Result<UnpackedCopy> unpack(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                              const Path& folder, bool even_so) const;

 private:
  Path m_reader;
};

/// The same check inside this process, only for a copy that this program has just written itself: nobody else made a
/// byte of that, so it needs no process without keys. `items`, when given, gets the items' verdicts in place of the
/// result.
Result<CopyVerdict> check_own_copy(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                                   const ItemReceiver& items = {});

}  // namespace daybook::vault
