#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "vault/store/place.h"
#include "vault/store/zip_reader.h"

namespace daybook::vault {

/// What is in a ZIP that somebody else made.
struct ArchiveList {
  std::vector<ZipEntry> entries;  // in the order in which they lie in the file; no two share a byte
  std::vector<ZipFault> faults;   // the first of them
  std::uint64_t fault_count = 0;
};

/// Takes a ZIP that somebody else made apart in processes of their own that have no keys and no file. This program
/// hands them the bytes they want, so that the ZIP may be content of a record, and believes nothing they say beyond its
/// bounds. Nothing is unpacked to a disk.
class ArchiveReader {
 public:
  /// `program` is the archive-reader of the same build, since the two have one protocol. It is given up when it is
  /// silent for `most_silence`.
  explicit ArchiveReader(Path program, std::chrono::milliseconds most_silence = std::chrono::seconds(30))
      : m_program(std::move(program)), m_most_silence(most_silence) {}
  /// The archive-reader that lies beside the running program.
  static ArchiveReader beside_this_program();

  /// What is in the ZIP, by the rules of a `found_archive`. `malformed` when it is no whole ZIP or two entries share
  /// bytes, `too_large` over 200,000 files, `unsupported` when the process died, stalled or made no sense, `not_found`
  /// when it is missing, and the errors of `source`.
  Result<ArchiveList> list(ByteSource& source) const;

  /// The content of an entry that list() told of the same ZIP. It is unpacked while it is read, from its beginning as
  /// often as somebody goes back, in memory that does not grow with it. Its CRC-32 is looked at whenever its last byte
  /// is read. Reading fails as list() does, with `damaged` where the bytes do not unpack to what the directory says, and
  /// with `cancelled` when `goes_on`, which is asked at every block and while the process is waited for, says so.
  /// `source` must outlive it.
  std::unique_ptr<ByteSource> open(ByteSource& source, const ZipEntry& entry, std::function<bool()> goes_on = {}) const;

 private:
  Path m_program;
  std::chrono::milliseconds m_most_silence;
};

}  // namespace daybook::vault
