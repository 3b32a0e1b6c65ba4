#pragma once

#include <functional>

#include "crypto/bytes.h"

namespace daybook::vault {

// Our own writer, because no library at hand writes what the copy needs: to a sink that cannot seek (it is being
// encrypted), with sizes and CRC-32 in front and no data descriptors, all entries stored, and a length known before the
// first byte.

/// One entry to be written. The CRC-32 and size are known from when the content came in.
struct ZipPlan {
  std::string name;  // [a-z0-9./-], and upper case for the padding
  std::uint64_t size;
  std::uint32_t crc32;
  std::function<Result<void>(ByteSink&)> write;  // writes exactly `size` bytes
};

/// An entry that is a text held in memory.
ZipPlan plan_text(std::string name, std::string text);

/// Bytes of the whole ZIP.
std::uint64_t zip_size(const std::vector<ZipPlan>& plans);

/// What this writer puts before an entry, into the directory for it, and after the directory: a reader that holds a file
/// against these, entry by entry, knows whether it is as it was written.
Bytes zip_local_header(const ZipPlan& plan);
Bytes zip_central_header(const ZipPlan& plan, std::uint64_t offset);
Bytes zip_end_records(std::uint64_t count, std::uint64_t directory_offset, std::uint64_t directory_size);

/// The length of a ZIP, entry by entry.
class ZipLength {
 public:
  void add(std::size_t name_size, std::uint64_t size);
  /// Of the whole.
  std::uint64_t bytes() const;
  /// How many zeros in a last entry `PADDING.bin` bring it to a Padmé length.
  std::uint64_t padding() const;

 private:
  std::uint64_t m_count = 0, m_places = 0, m_directory = 0;
};

/// Writes a ZIP entry by entry, for who has one only when its turn comes. Dates are 1980-01-01, attributes those of an
/// ordinary private file; ZIP64 where a size or place needs it.
class ZipWriter {
 public:
  /// `sink` must outlive this object.
  explicit ZipWriter(ByteSink& sink) : m_sink(sink) {}
  /// `damaged` when the entry writes more or less than it planned: its header has gone out already.
  Result<void> add(const ZipPlan& plan);
  /// The directory and what stands after it.
  Result<void> finish();

 private:
  ByteSink& m_sink;
  Bytes m_directory;
  std::uint64_t m_offset = 0, m_count = 0;
};

/// Writes one whose entries are all known.
Result<void> write_zip(const std::vector<ZipPlan>& plans, ByteSink& sink);

/// An entry of zeros, `PADDING.bin`, that brings the ZIP of `plans` to a Padmé length.
ZipPlan padding_for(const std::vector<ZipPlan>& plans);

constexpr const char* kPaddingName = "PADDING.bin";

}  // namespace daybook::vault
