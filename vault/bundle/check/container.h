#pragma once

#include <functional>
#include <map>
#include <memory>

#include "vault/bundle/check/damage.h"
#include "vault/bundle/check/verdict.h"
#include "vault/store/cached_source.h"
#include "vault/store/zip_reader.h"

namespace daybook::vault {

/// A file of the container, by its place in it.
using FileIndex = std::uint32_t;

/// A folder that somebody unpacked a copy into, as somebody with access to it serves it: names from `bag/` on.
class BagFolder {
 public:
  virtual ~BagFolder() = default;
  struct File {
    std::string name;
    std::uint64_t size;
    bool is_odd;  // a link, or anything but an ordinary file
  };
  virtual const std::vector<File>& files() const = 0;
  virtual Result<void> read_at(FileIndex file, std::uint64_t offset, MutableByteView target) = 0;
};

/// The link `Container` (format.md sections 3 and 4): what lies in the file, told apart without unpacking anything and
/// without judging names. Small enough for a million entries.
class Container {
 public:
  /// Reads the directory and every header. Findings that end the check go into `log`, and nothing is returned. Fails when the medium does. `source` must outlive the container.
  static Result<std::optional<Container>> of_zip(ByteSource& source, FindingLog& log);
  static Container of_folder(BagFolder& folder);

  FileIndex count() const { return static_cast<FileIndex>(m_entries.size()); }
  std::string_view name(FileIndex file) const;
  std::uint64_t size(FileIndex file) const { return m_entries[file].size; }
  /// Its headers do not agree, it is encrypted, a link, ...: see "odd" in format.md.
  bool is_odd(FileIndex file) const { return m_entries[file].is_odd; }
  /// Bytes of its own, packed or unpacked; an empty deflate stream is none.
  bool has_bytes(FileIndex file) const;
  /// The name that it has in an extra field for programs that know it; empty: none but its own.
  std::string_view other_name(FileIndex file) const;
  /// The first of that name.
  std::optional<FileIndex> find(std::string_view name) const;
  /// Another one has the same name.
  bool is_doubled(FileIndex file) const;
  bool is_zip() const { return m_folder == nullptr; }
  /// Every header is, byte for byte, what the writer of copies makes.
  bool is_as_written() const { return m_is_as_written; }
  /// How long the padding of a copy with these files is, when the rest is as written.
  std::uint64_t expected_padding() const { return m_expected_padding; }
  /// Where bytes lie that belong to no entry: `before`, `between`, `after`, `comment`.
  const std::vector<std::string>& added_places() const { return m_added_places; }
  /// The folder that all of it was packed in once more, with its slash, and that is taken off the names; else empty.
  const std::string& outer_folder() const { return m_outer_folder; }
  /// The most that the files of a copy in a container of this size may unpack to.
  std::uint64_t most_unpacked() const;

  /// The bytes of a file that is not odd, in order.
  class Stream {
   public:
    virtual ~Stream() = default;
    /// Up to target.size() bytes; 0 at the end. `damaged` when it cannot be unpacked, or is longer or shorter than it
    /// says.
    virtual Result<std::size_t> read(MutableByteView target) = 0;
    /// At the end: what the directory says; nothing in a folder.
    virtual std::optional<std::uint32_t> expected_crc() const = 0;
    /// At the end: packed bytes follow that no program unpacks.
    virtual bool has_bytes_left() const = 0;
  };
  std::unique_ptr<Stream> open(FileIndex file) const;

 private:
  friend class ZipContainerReader;
  struct Entry {
    std::uint64_t header = 0;  // where it begins
    std::uint64_t packed_size = 0;
    std::uint64_t size = 0;
    std::uint32_t crc32 = 0;
    std::uint32_t name_at = 0;
    std::uint32_t data_skip = 0;  // from the beginning of the header to the data; 0: the header is not there
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
  std::vector<Entry> m_entries;     // by their place in the file
  std::string m_names;              // one after the other
  std::vector<FileIndex> m_sorted;  // by name, then by place
  std::map<std::uint64_t, std::string> m_other_names;  // by the place of the header
  std::vector<std::string> m_added_places;
  std::string m_outer_folder;
  bool m_is_as_written = false;
  std::uint64_t m_expected_padding = 0;
};

}  // namespace daybook::vault
