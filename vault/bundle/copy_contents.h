#pragma once

#include <map>

#include "vault/bundle/check_copy.h"
#include "vault/bundle/zip_reader.h"
#include "vault/store/measurement.h"

namespace daybook::vault {

/// What one pass over a copy brings: digests of every file, and the bytes of the tag files.
struct CopyContents {
  struct File {
    ContentFacts facts;
    std::string text;  // tag files only
    bool is_readable = true;
  };
  std::map<std::string, File> files;  // by name in the ZIP
  std::optional<std::size_t> identity_used;
  bool is_locked = false;

  const std::string* text(const std::string& path) const;
  bool has(const std::string& path) const { return files.contains(path); }
};

/// Called for each file of the copy with its blocks, in order; for unpacking.
class CopyReceiver {
 public:
  virtual ~CopyReceiver() = default;
  virtual Result<void> begin(const std::string& name) = 0;
  virtual Result<void> block(ByteView bytes) = 0;
  virtual Result<void> end() = 0;
};

/// Steps 1 and 2: opens the lock, reads the directory, reads every file once. Findings go into the verdict. Nothing
/// when the contents could not be reached at all.
Result<std::optional<CopyContents>> read_copy(FileSystem& files, const std::vector<Path>& parts,
                                              const CheckOptions& options, CopyVerdict& verdict,
                                              CopyReceiver* receiver = nullptr);

/// The whole check; each file goes to `receiver` as well, when there is one, while it is being read.
Result<CopyVerdict> check_copy_into(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                                    CopyReceiver* receiver);

}  // namespace daybook::vault
