#pragma once

#include "vault/bundle/check/copy_check.h"
#include "vault/store/file_system.h"

namespace daybook::vault {

struct CheckOptions {
  crypto::AgeKeys keys;     // to open a locked copy
  ReaderBrings brings;      // what the reader was told
  bool drop_cache = false;  // read from the medium, not from the system's cache
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress;
};

/// What came of unpacking a copy.
struct UnpackedCopy {
  CopyVerdict verdict;
  std::optional<Path> folder;  // what was written; nothing when the verdict forbids it
  std::size_t files = 0;       // how many
};

/// The one door to copies that came from elsewhere, for the terminal and the window alike: everything that somebody else
/// made is taken apart in copy-reader, a process without keys. This side opens the files, finds the key of a locked one,
/// and believes of the answers no more than their grammar allows.
class CopyDoor {
 public:
  /// `reader`: the copy-reader that belongs to this program.
  explicit CopyDoor(Path reader) : m_reader(std::move(reader)) {}
  /// The one that lies beside the running program.
  static CopyDoor beside_this_program();

  /// Checks a copy: one file, its parts in order, or one folder into which somebody unpacked it. Fails only when the
  /// medium does (`not_found`, `input_output`, ...), when stopped, `usage` for a head that is none, or `unsupported` when
  /// the reader gave no answer that can be believed.
  Result<CopyVerdict> check(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options) const;

  /// The same, and unpacks what is good into `folder`, which must not exist: only when the answer is *matches* or *added*.
  /// With `even_so` the files of any other copy that can be read go below `folder`/not-matching or not-checked, as they
  /// are. Nothing that was added is unpacked. `disk_full` before the first byte when there is no room; stopped or
  /// failed, what was written goes.
  Result<UnpackedCopy> unpack(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                              const Path& folder, bool even_so) const;

 private:
  Path m_reader;
};

/// The same check in this process, for the copy that this program itself has just written: who could have changed it in
/// between, and in no other case.
Result<CopyVerdict> check_own_copy(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                                   const ItemReceiver& items = {});

}  // namespace daybook::vault
