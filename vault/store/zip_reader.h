#pragma once

#include <memory>
#include <optional>

#include "crypto/bytes.h"

namespace daybook::vault {

// Our own reader, because the copy must be read strictly: libraries look at one of the two headers of an entry and
// forgive the rest, which is how two programs come to see two different contents in one file.

struct ZipEntry {
  std::string name;
  std::uint16_t method = 0;
  std::uint32_t crc32 = 0;
  std::uint64_t packed_size = 0;
  std::uint64_t size = 0;
  std::uint64_t header_offset = 0;
  std::uint64_t data_offset = 0;
  std::string unreadable;  // why its content cannot be had; only in an archive that somebody else made
};

/// A sealed copy must be read strictly. What a telephone or an online account exported is taken as it comes, where that
/// is safe: names that are no UTF-8 (read as CP437, APPNOTE appendix D), have backslashes, stand in an extra field, or
/// differ in an entry's own header, where the directory's counts; and entries that are encrypted or packed in a way
/// that is not read here, which are listed with a word why. What could make two programs see two contents is refused in
/// both.
enum class ZipRules { sealed_copy, found_archive };

struct ZipFault {
  std::string name;  // of the entry; empty: the container itself
  std::string what;
};

/// What a ZIP holds. `faults` names every breach of the rules; entries with a fault that makes them unreadable are left
/// out.
struct ZipDirectory {
  std::vector<ZipEntry> entries;  // by their place in the file
  std::vector<ZipFault> faults;
};

/// `malformed` only when there is no directory to be found.
Result<ZipDirectory> read_zip_directory(ByteSource& source, ZipRules rules = ZipRules::sealed_copy);

/// Reads an entry in order; `size` and the CRC-32 are enforced when it ends.
class ZipEntryStream {
 public:
  ZipEntryStream(ByteSource& source, const ZipEntry& entry);
  ~ZipEntryStream();
  ZipEntryStream(const ZipEntryStream&) = delete;
  ZipEntryStream& operator=(const ZipEntryStream&) = delete;
  /// Up to target.size() bytes; 0 at the end.
  Result<std::size_t> read(MutableByteView target);
  /// At the end: packed bytes that were not needed, after the end of the deflate stream. No program unpacks them, so they
  /// are a place to hide something.
  std::uint64_t unused_packed_bytes() const;

 private:
  Result<std::size_t> inflate_into(MutableByteView target);
  struct Inflater;
  ByteSource& m_source;
  const ZipEntry& m_entry;
  std::uint64_t m_packed_done = 0;
  std::uint64_t m_done = 0;
  std::unique_ptr<Inflater> m_inflater;
};

/// UTF-8 as it is; anything else as CP437, with `/` for every backslash.
std::string found_name(std::string_view bytes);

/// A name that can be unpacked anywhere: relative, `/` only, no `..`, no control or reserved characters, no name that
/// is a device on some system, no dot or blank at an end.
bool is_safe_name(std::string_view name);

}  // namespace daybook::vault
