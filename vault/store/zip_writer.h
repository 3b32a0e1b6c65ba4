#pragma once

#include <functional>

#include "crypto/bytes.h"

namespace daybook::vault {

// A writer of ZIP files (PKWARE APPNOTE 6.3) of our own, because no library at hand writes what a copy needs: into a
// sink that cannot go back, since it encrypts, with sizes and CRC-32 in front of each entry, all entries stored, and a
// length that is known before the first byte.

/// One entry that will be written. Its size and CRC-32 stand before its content, so they must be known in advance.
struct ZipPlan {
  std::string name;
  std::uint64_t size;
  std::uint32_t crc32;
  std::function<Result<void>(ByteSink&)> write;  // writes exactly `size` bytes
};

/// An entry that is a text held in memory.
ZipPlan plan_text(std::string name, std::string text);

/// The bytes of the whole ZIP that write_zip() makes of these plans.
std::uint64_t zip_size(const std::vector<ZipPlan>& plans);

// The bytes of a ZIP that are no content. A reader that holds a file against them, entry by entry, knows whether the
// file is as it was written (vault/bundle/format.md, "As written").

/// What stands before the content of an entry (APPNOTE 4.3.7).
Bytes zip_local_header(const ZipPlan& plan);
/// What stands in the directory for an entry whose local header is at `offset` (APPNOTE 4.3.12).
Bytes zip_central_header(const ZipPlan& plan, std::uint64_t offset);
/// What stands after the directory (APPNOTE 4.3.14 to 4.3.16).
Bytes zip_end_records(std::uint64_t count, std::uint64_t directory_offset, std::uint64_t directory_size);

/// The length of a ZIP, reckoned entry by entry.
class ZipLength {
 public:
  void add(std::size_t name_size, std::uint64_t size);
  /// Bytes of a ZIP with the entries that were added.
  std::uint64_t bytes() const;
  /// How many zeros in a last entry `PADDING.bin` bring the ZIP to a Padmé length (crypto/padme.h).
  std::uint64_t padding() const;

 private:
  std::uint64_t m_count = 0, m_places = 0, m_directory = 0;
};

/// Writes a ZIP entry by entry, for callers that have each entry only when its turn comes. Dates are 1980-01-01 and
/// attributes those of an ordinary private file, so that they tell nothing of the computer. ZIP64 is used where a size
/// or an offset needs it.
class ZipWriter {
 public:
  /// `sink` must outlive the writer.
  explicit ZipWriter(ByteSink& sink) : m_sink(sink) {}
  /// Writes the next entry. `damaged` when it has more or fewer bytes than planned. The header with the planned size
  /// has been written by then, so the ZIP is of no use any more.
  Result<void> add(const ZipPlan& plan);
  /// Writes the directory and what stands after it. No add() may follow.
  Result<void> finish();

 private:
  ByteSink& m_sink;
  Bytes m_directory;
  std::uint64_t m_offset = 0, m_count = 0;
};

/// Writes a whole ZIP of these entries. Errors are those of ZipWriter and of the plans.
Result<void> write_zip(const std::vector<ZipPlan>& plans, ByteSink& sink);

/// An entry of zeros, `PADDING.bin`, that brings the ZIP of `plans` to a Padmé length (crypto/padme.h), so that the
/// size of a locked copy tells little about what is in it.
ZipPlan padding_for(const std::vector<ZipPlan>& plans);

constexpr const char* kPaddingName = "PADDING.bin";

}  // namespace daybook::vault
