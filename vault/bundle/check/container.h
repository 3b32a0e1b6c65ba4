#pragma once

#include <functional>
#include <map>
#include <memory>

#include "vault/bundle/check/damage.h"
#include "vault/bundle/check/verdict.h"
#include "vault/store/cached_source.h"
#include "vault/store/zip_reader.h"

namespace daybook::vault {

/// A file of a container, by its number in the order of the container.
using FileIndex = std::uint32_t;

/// A folder that somebody unpacked a copy into. The check has no access to files: whoever has serves the folder to it.
class BagFolder {
 public:
  virtual ~BagFolder() = default;
  struct File {
    std::string name;  // from `bag/` on; that of a folder ends in a slash
    std::uint64_t size;
    bool is_odd;  // a link, or anything but an ordinary file or a folder
  };
  virtual const std::vector<File>& files() const = 0;
  /// Fills all of `target` from `offset` on.
  virtual Result<void> read_at(FileIndex file, std::uint64_t offset, MutableByteView target) = 0;
};

/// The link `Container` (format.md sections 3 and 4): the files in a ZIP or a folder. Nothing is unpacked and no name
/// is judged for it. It takes few bytes for each entry, because there may be a million.
class Container {
 public:
  /// Reads the directory and every header of a ZIP. Nothing where a finding ends the check; `log` has it. Fails when
  /// the medium does. `source` must outlive the container.
  static Result<std::optional<Container>> of_zip(ByteSource& source, FindingLog& log);
  /// `folder` must outlive the container.
  static Container of_folder(BagFolder& folder);

  FileIndex count() const { return static_cast<FileIndex>(m_entries.size()); }
  /// A name of a file, without outer_folder().
  std::string_view name(FileIndex file) const;
  /// Bytes of the file when it is unpacked, as the container says.
  std::uint64_t size(FileIndex file) const { return m_entries[file].size; }
  /// Whether a file is odd (format.md 3.5): its headers do not agree, it is encrypted, it is a link, and so on. An odd
  /// file is never opened.
  bool is_odd(FileIndex file) const { return m_entries[file].is_odd; }
  /// Whether an entry has bytes, packed or unpacked. The two bytes of an empty deflate stream do not count.
  bool has_bytes(FileIndex file) const;
  /// The name of an entry in an extra field (0x7075), which some programs use in place of its own; else empty.
  std::string_view other_name(FileIndex file) const;
  /// The first file of this name.
  std::optional<FileIndex> find(std::string_view name) const;
  /// Whether another file has the same name.
  bool is_doubled(FileIndex file) const;
  bool is_zip() const { return m_folder == nullptr; }
  /// Whether every header is, byte for byte, what the writer of copies makes.
  bool is_as_written() const { return m_is_as_written; }
  /// Where is_as_written() holds: how many bytes of padding follow from the other files.
  std::uint64_t expected_padding() const { return m_expected_padding; }
  /// Where bytes lie that belong to no entry: `before`, `between`, `after`, `comment`.
  const std::vector<std::string>& added_places() const { return m_added_places; }
  /// The folder around the whole bag that somebody packed too, with its slash; else empty. It is taken off the names.
  const std::string& outer_folder() const { return m_outer_folder; }
  /// The most bytes that the sealed files in a container of this size may unpack to (format.md section 8).
  std::uint64_t most_unpacked() const;

  /// The unpacked bytes of one file, in order.
  class Stream {
   public:
    virtual ~Stream() = default;
    /// Reads up to target.size() bytes; 0 at the end. `damaged` when the file cannot be unpacked, or is longer or
    /// shorter than the container says.
    virtual Result<std::size_t> read(MutableByteView target) = 0;
    /// After the end: the CRC-32 in the directory of a ZIP; nothing in a folder.
    virtual std::optional<std::uint32_t> expected_crc() const = 0;
    /// After the end: whether packed bytes follow that no program unpacks.
    virtual bool has_bytes_left() const = 0;
  };
  /// Opens a file that is not odd. The container must outlive the stream.
  std::unique_ptr<Stream> open(FileIndex file) const;

 private:
  friend class ZipContainerReader;
  struct Entry {
    std::uint64_t header = 0;  // where the local header begins in the file
    std::uint64_t packed_size = 0;
    std::uint64_t size = 0;
    std::uint32_t crc32 = 0;
    std::uint32_t name_at = 0;
    std::uint32_t data_skip = 0;  // bytes from the beginning of the header to the data; 0: the header is not there
    std::uint16_t name_size = 0;
    std::uint8_t is_deflated : 1 = 0;
    std::uint8_t is_odd : 1 = 0;
    std::uint8_t is_unreadable : 1 = 0;  // its header is in a part of a locked file that does not decrypt
  };
  class ZipStream;
  class FolderStream;
  class NoStream;

  Container() = default;
  std::uint32_t add_name(std::string_view name);
  void sort_names();
  void take_off_outer_folder();

  ByteSource* m_source = nullptr;
  std::shared_ptr<CachedSource> m_cache;
  BagFolder* m_folder = nullptr;
  std::vector<Entry> m_entries;                        // by their place in the file
  std::string m_names;                                 // all names, one after the other
  std::vector<FileIndex> m_sorted;                     // by name, then by place
  std::map<std::uint64_t, std::string> m_other_names;  // by the place of the header
  std::vector<std::string> m_added_places;
  std::string m_outer_folder;
  bool m_is_as_written = false;
  std::uint64_t m_expected_padding = 0;
};

}  // namespace daybook::vault
