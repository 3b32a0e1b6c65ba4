#include "vault/bundle/check/container.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "vault/store/zip_format.h"

namespace daybook::vault {
namespace {

// Limits against a small file that unpacks to a huge one. They leave what an honest copy can need that somebody packed
// again (format.md section 8).
constexpr std::uint64_t kAlwaysAllowed = std::uint64_t{256} << 20;
constexpr std::uint64_t kMostTimes = 64;

}  // namespace

class Container::ZipStream final : public Stream {
 public:
  ZipStream(ByteSource& source, const Entry& entry)
      : m_entry{"",
                entry.is_deflated ? zip::kDeflated : zip::kStored,
                entry.crc32,
                entry.packed_size,
                entry.size,
                entry.header,
                entry.header + entry.data_skip,
                ""},
        m_stream(source, m_entry) {}
  Result<std::size_t> read(MutableByteView target) override { return m_stream.read(target); }
  std::optional<std::uint32_t> expected_crc() const override { return m_entry.crc32; }
  bool has_bytes_left() const override { return m_stream.unused_packed_bytes() > 0; }

 private:
  ZipEntry m_entry;
  ZipEntryStream m_stream;
};

class Container::FolderStream final : public Stream {
 public:
  FolderStream(BagFolder& folder, FileIndex file, std::uint64_t size) : m_folder(folder), m_file(file), m_size(size) {}
  Result<std::size_t> read(MutableByteView target) override {
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(target.size(), m_size - m_done));
    if (count > 0) TRY(m_folder.read_at(m_file, m_done, target.first(count)));
    m_done += count;
    return count;
  }
  std::optional<std::uint32_t> expected_crc() const override { return std::nullopt; }
  bool has_bytes_left() const override { return false; }

 private:
  BagFolder& m_folder;
  FileIndex m_file;
  std::uint64_t m_size, m_done = 0;
};

class Container::NoStream final : public Stream {
 public:
  Result<std::size_t> read(MutableByteView) override { return Error{ErrorCode::damaged, "header"}; }
  std::optional<std::uint32_t> expected_crc() const override { return std::nullopt; }
  bool has_bytes_left() const override { return false; }
};

Container Container::of_folder(BagFolder& folder) {
  Container container;
  container.m_folder = &folder;
  for (const BagFolder::File& file : folder.files()) {
    Entry entry;
    entry.size = file.size;
    entry.is_odd = file.is_odd;
    entry.name_size = static_cast<std::uint16_t>(std::min<std::size_t>(file.name.size(), 0xffff));
    entry.name_at = container.add_name(std::string_view(file.name).substr(0, entry.name_size));
    container.m_entries.push_back(entry);
  }
  container.sort_names();
  return container;
}

std::uint32_t Container::add_name(std::string_view name) {
  const std::size_t at = m_names.size();
  m_names += name;
  return static_cast<std::uint32_t>(at);
}

void Container::sort_names() {
  m_sorted.resize(m_entries.size());
  std::iota(m_sorted.begin(), m_sorted.end(), FileIndex{0});
  std::sort(m_sorted.begin(), m_sorted.end(), [&](FileIndex a, FileIndex b) {
    const int order = name(a).compare(name(b));
    return order != 0 ? order < 0 : a < b;
  });
}

// Takes off the folder that was packed around the bag: whoever packs an unpacked copy again often packs that too.
void Container::take_off_outer_folder() {
  constexpr std::string_view kMark = "bag/tagmanifest-sha512.txt";
  if (find(kMark)) return;
  std::optional<FileIndex> only;
  for (FileIndex file = 0; file < count(); ++file) {
    if (!name(file).ends_with("/" + std::string(kMark))) continue;
    if (only) return;
    only = file;
  }
  if (!only) return;
  m_outer_folder = name(*only).substr(0, name(*only).size() - kMark.size());
  for (Entry& entry : m_entries) {
    const std::string_view all = std::string_view(m_names).substr(entry.name_at, entry.name_size);
    if (!all.starts_with(m_outer_folder) || all.size() == m_outer_folder.size()) continue;
    entry.name_at += static_cast<std::uint32_t>(m_outer_folder.size());
    entry.name_size = static_cast<std::uint16_t>(entry.name_size - m_outer_folder.size());
  }
  sort_names();
}

std::string_view Container::name(FileIndex file) const {
  return std::string_view(m_names).substr(m_entries[file].name_at, m_entries[file].name_size);
}

bool Container::has_bytes(FileIndex file) const {
  constexpr std::uint64_t kEmptyDeflateStream = 2;
  const Entry& entry = m_entries[file];
  const bool is_empty_stream = entry.is_deflated && entry.packed_size == kEmptyDeflateStream;
  return entry.size != 0 || (entry.packed_size != 0 && !is_empty_stream);
}

std::string_view Container::other_name(FileIndex file) const {
  const auto found = m_other_names.find(m_entries[file].header);
  return m_folder != nullptr || found == m_other_names.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<FileIndex> Container::find(std::string_view wanted) const {
  const auto at = std::lower_bound(m_sorted.begin(), m_sorted.end(), wanted,
                                   [&](FileIndex file, std::string_view text) { return name(file) < text; });
  if (at == m_sorted.end() || name(*at) != wanted) return std::nullopt;
  return *at;
}

bool Container::is_doubled(FileIndex file) const {
  const auto range = std::equal_range(m_sorted.begin(), m_sorted.end(), file,
                                      [&](FileIndex a, FileIndex b) { return name(a) < name(b); });
  return range.second - range.first > 1;
}

std::uint64_t Container::most_unpacked() const {
  if (m_source == nullptr) return std::numeric_limits<std::uint64_t>::max();  // in a folder nothing is packed
  if (m_source->size() > std::numeric_limits<std::uint64_t>::max() / kMostTimes) return m_source->size();
  return std::max(kAlwaysAllowed, m_source->size() * kMostTimes);
}

std::unique_ptr<Container::Stream> Container::open(FileIndex file) const {
  const Entry& entry = m_entries[file];
  DAYBOOK_ASSERT(!entry.is_odd);
  if (m_folder != nullptr) return std::make_unique<FolderStream>(*m_folder, file, entry.size);
  if (entry.is_unreadable) return std::make_unique<NoStream>();
  constexpr std::uint64_t kLarge = 1 << 20;
  return std::make_unique<ZipStream>(entry.packed_size < kLarge ? *m_cache : *m_source, entry);
}

}  // namespace daybook::vault
