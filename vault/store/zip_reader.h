#pragma once

#include <memory>
#include <optional>

#include "crypto/bytes.h"

namespace daybook::vault {

// A reader of ZIP files (PKWARE APPNOTE 6.3) of our own, because libraries look at one of the two headers of an entry
// and forgive the rest. That is how two programs come to see two different contents in one file.

struct ZipEntry {
  std::string name;
  std::uint16_t method = 0;
  std::uint32_t crc32 = 0;
  std::uint64_t packed_size = 0;
  std::uint64_t size = 0;
  std::uint64_t header_offset = 0;
  std::uint64_t data_offset = 0;
  std::string unreadable;  // why its content cannot be had, empty when it can; only in a `found_archive`
};

/// How strictly a ZIP is read. `sealed_copy`: as this program writes one, or a program that packed it again.
/// `found_archive`: as telephones and online accounts export, where that is safe. Names may then be no UTF-8 (they are
/// read as CP437, APPNOTE appendix D), have backslashes, or stand in an extra field, and need only be is_inner_name():
/// who unpacks has to ask is_safe_name(). Entries that are encrypted, packed in a way that is not read here, or of
/// another name in their own header, are listed with the reason. Whatever could make two
/// programs see two contents is a fault under both rules.
enum class ZipRules { sealed_copy, found_archive };

struct ZipFault {
  std::string name;  // of the entry, or empty when the fault is one of the whole ZIP
  std::string what;
};
/// The only fault of an entry that is in the list all the same: another one has the same name on some system.
constexpr std::string_view kTwoOfOneName = "two entries of one name";

/// What a ZIP holds. `faults` names every breach of the rules. Entries that a fault makes unreadable are left out of
/// `entries`, and so are folders.
struct ZipDirectory {
  std::vector<ZipEntry> entries;  // in the order in which they lie in the file
  std::vector<ZipFault> faults;
};

/// Reads the directory of a ZIP and both headers of every entry, but no content. `malformed` when no directory can be
/// read, or it has more than 256 MiB. All other breaches of the rules are faults.
Result<ZipDirectory> read_zip_directory(ByteSource& source, ZipRules rules = ZipRules::sealed_copy);

/// Reads the content of an entry from its beginning to its end. The CRC-32 is not checked, because callers take digests
/// of the content anyway.
class ZipEntryStream {
 public:
  /// `source` and `entry` must outlive the stream.
  ZipEntryStream(ByteSource& source, const ZipEntry& entry);
  ~ZipEntryStream();
  ZipEntryStream(const ZipEntryStream&) = delete;
  ZipEntryStream& operator=(const ZipEntryStream&) = delete;
  /// Reads up to target.size() bytes, and 0 at the end. `damaged` when the bytes do not unpack, or unpack to another
  /// size than the entry says. `unsupported` when the entry is one that cannot be read.
  Result<std::size_t> read(MutableByteView target);
  /// How many packed bytes come after the end of the deflate stream, once all was read. No program unpacks them, so
  /// they are a place to hide something.
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

/// The name of an entry in a `found_archive`, as UTF-8 with `/` for every backslash. Bytes that are no UTF-8 are read
/// as CP437 (APPNOTE appendix D).
std::string found_name(std::string_view bytes);

/// Whether a name can be unpacked anywhere without reaching out of the folder: at most 1,024 bytes of UTF-8, relative,
/// `/` only, no `..`, no control or reserved characters, and no part that is a device on some system, ends in a dot, or
/// begins or ends in a blank.
bool is_safe_name(std::string_view name);

/// Whether a name stays within its folder: as is_safe_name(), but with what only some systems refuse. A telephone names
/// the export of a chat after a person, who may be called "Mum :)".
bool is_inner_name(std::string_view name);

}  // namespace daybook::vault
