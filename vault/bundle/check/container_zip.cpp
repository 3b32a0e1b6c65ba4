#include <algorithm>
#include <cstring>

#include "vault/bundle/check/container.h"
#include "vault/bundle/check/zip_end.h"
#include "vault/bundle/check/zip_fields.h"
#include "vault/store/zip_format.h"
#include "vault/store/zip_writer.h"

// The ZIP of a copy is read by rules of its own (format.md section 3). Libraries look at one of the two headers of an
// entry, take the first end record that they find, and pass over what lies between. That is how two programs come to
// see two contents in one file, and how bytes are hidden in one.

namespace daybook::vault {

using namespace zip;

namespace {

constexpr std::uint64_t kMostEntries = 1'000'000;
constexpr std::uint64_t kMostDirectoryBytes = std::uint64_t{256} << 20;
constexpr std::size_t kScanBlock = 256 * 1024;
constexpr std::uint64_t kDescriptorFollows = 1 << 3;  // general purpose flags, APPNOTE 4.4.4
constexpr std::uint64_t kHeadersMasked = 1 << 13;

}  // namespace

class ZipContainerReader {
 public:
  ZipContainerReader(ByteSource& source, FindingLog& log) : m_file(source), m_log(log) {
    m_container.m_source = &source;
    m_container.m_cache = std::make_shared<CachedSource>(source);
  }

  Result<std::optional<Container>> read() {
    TRY_ASSIGN(const auto end, find_zip_end(source(), m_log));
    if (!end) return std::optional<Container>();
    m_end = *end;
    if (m_end.count > kMostEntries) return stop(Finding::over_limit, "entries"), std::optional<Container>();
    if (m_end.directory_end - m_end.directory_begin > kMostDirectoryBytes)
      return stop(Finding::over_limit, "directory"), std::optional<Container>();
    TRY_ASSIGN(const bool has_entries, read_directory());
    if (!has_entries) return std::optional<Container>();
    TRY_ASSIGN(const bool is_apart, check_places());
    if (!is_apart) return std::optional<Container>();
    m_container.sort_names();
    m_container.take_off_outer_folder();
    finish_as_written();
    return std::optional(std::move(m_container));
  }

 private:
  ByteSource& source() { return *m_container.m_cache; }
  bool stop(Finding finding, std::string subject = "") {
    m_log.add(finding, std::move(subject));
    return false;
  }

  Result<bool> read_directory() {
    m_as_written = m_end.shift == 0 && m_end.comment_size == 0;
    m_container.m_entries.reserve(
        static_cast<std::size_t>(std::min(m_end.count, (m_end.directory_end - m_end.directory_begin) / kCentralHeaderSize)));
    std::uint64_t at = m_end.directory_begin;
    Bytes header(kCentralHeaderSize), tail;
    for (std::uint64_t i = 0; i < m_end.count; ++i) {
      if (m_end.directory_end - at < kCentralHeaderSize) return stop(Finding::container_malformed);
      TRY(source().read_at(at, header));
      if (load_little_endian<4>(header) != kCentralHeader) return stop(Finding::container_malformed);
      const Common common = common_fields(ByteView(header).subspan(8));
      const std::uint64_t comment_size = load_little_endian<2>(ByteView(header).subspan(32));
      const std::uint64_t tail_size = common.name_size + common.extra_size + comment_size;
      if (m_end.directory_end - at - kCentralHeaderSize < tail_size) return stop(Finding::container_malformed);
      tail.resize(static_cast<std::size_t>(tail_size));
      TRY(source().read_at(at + kCentralHeaderSize, tail));
      m_has_comment |= comment_size > 0;
      TRY(add_entry(header, common, tail));
      at += kCentralHeaderSize + tail_size;
    }
    if (at != m_end.directory_end) return stop(Finding::container_malformed);
    return true;
  }

  Result<void> add_entry(ByteView header, const Common& central, ByteView tail) {
    const std::size_t name_size = static_cast<std::size_t>(central.name_size);
    const std::string_view name = as_text(tail.first(name_size));
    const ByteView extra = tail.subspan(name_size, static_cast<std::size_t>(central.extra_size));
    std::uint64_t size = central.size, packed = central.packed,
                  offset = load_little_endian<4>(header.subspan(42));
    bool is_odd = !apply_zip64(extra, {&size, &packed, &offset});
    const std::uint64_t kind = load_little_endian<4>(header.subspan(38)) >> 16 & 0170000;
    const bool is_folder = name.ends_with('/') && (kind == 0 || kind == 0040000);
    constexpr std::uint64_t kDosFolderOrLabel = 0x18;  // some programs unpack such an entry as a folder, or not at all
    const bool is_dos_odd = !name.ends_with('/') && (load_little_endian<4>(header.subspan(38)) & kDosFolderOrLabel) != 0;
    std::string other_name;
    is_odd = is_odd || is_dos_odd || !is_harmless(extra, name, other_name);
    is_odd = is_odd || (kind != 0 && kind != 0100000 && !is_folder);
    is_odd = is_odd || (central.flags & (kEncrypted | kStronglyEncrypted | kHeadersMasked)) != 0;
    is_odd = is_odd || (central.method != kStored && central.method != kDeflated);
    is_odd = is_odd || (central.method == kStored && size != packed);
    Container::Entry entry;
    entry.header = offset > ~std::uint64_t{0} - m_end.shift ? ~std::uint64_t{0} : offset + m_end.shift;
    entry.size = size;
    entry.packed_size = packed;
    entry.crc32 = static_cast<std::uint32_t>(central.crc);
    entry.name_at = m_container.add_name(name);
    entry.name_size = static_cast<std::uint16_t>(name_size);
    entry.is_deflated = central.method == kDeflated;
    entry.is_odd = is_odd;
    TRY(read_local(entry, central));
    if (!other_name.empty()) m_container.m_other_names[entry.header] = std::move(other_name);
    compare_as_written(entry, header, tail);
    m_container.m_entries.push_back(entry);
    return {};
  }

  // Reads an entry's local header, and marks the entry odd where it does not agree with the central one: some programs
  // go by the one and some by the other.
  Result<void> read_local(Container::Entry& entry, const Common& central) {
    const auto odd = [&]() -> Result<void> {
      entry.is_odd = 1;
      return {};
    };
    if (entry.header > m_file.size() || m_file.size() - entry.header < kLocalHeaderSize) return odd();
    std::array<std::uint8_t, kLocalHeaderSize> header;
    if (auto got = source().read_at(entry.header, header); !got) {
      if (!is_damage(got.error().code)) return got;
      return unreadable(entry);
    }
    if (load_little_endian<4>(header) != kLocalHeader) return odd();
    const Common local = common_fields(ByteView(header).subspan(6));
    const std::uint64_t tail_size = local.name_size + local.extra_size;
    if (m_file.size() - entry.header - kLocalHeaderSize < tail_size) return odd();
    m_local.resize(static_cast<std::size_t>(kLocalHeaderSize + tail_size));
    entry.data_skip = static_cast<std::uint32_t>(m_local.size());
    if (auto got = source().read_at(entry.header, m_local); !got) return is_damage(got.error().code) ? unreadable(entry) : got;
    const ByteView tail = ByteView(m_local).subspan(kLocalHeaderSize);
    const std::string_view name = as_text(tail.first(static_cast<std::size_t>(local.name_size)));
    std::uint64_t size = local.size, packed = local.packed;
    m_has_second_end |= has_end_mark(as_text(m_local));
    std::string other_name;
    const bool is_plain = is_harmless(tail.subspan(static_cast<std::size_t>(local.name_size)), name, other_name);
    if (!other_name.empty()) m_container.m_other_names[entry.header] = other_name;
    const bool has_sizes = apply_zip64(tail.subspan(static_cast<std::size_t>(local.name_size)), {&size, &packed});
    const bool may_be_zero = (central.flags & kDescriptorFollows) != 0;
    const auto agree = [&](std::uint64_t here, std::uint64_t there) {
      return here == there || (may_be_zero && here == 0);
    };
    const bool same = name == name_of_entry(entry) && local.method == central.method && local.flags == central.flags &&
                      has_sizes && agree(local.crc, central.crc) && agree(size, entry.size) &&
                      agree(packed, entry.packed_size);
    if (!same || !is_plain) entry.is_odd = 1;
    if (may_be_zero) TRY(measure_descriptor(entry));
    return {};
  }

  // The local header lies in a part of a locked copy that does not decrypt. The entry is damaged and not odd: nobody
  // put other bytes there, and its place is not free for others.
  static Result<void> unreadable(Container::Entry& entry) {
    entry.data_skip = static_cast<std::uint32_t>(kLocalHeaderSize + entry.name_size);
    entry.is_unreadable = 1;
    return {};
  }

  std::string_view name_of_entry(const Container::Entry& entry) const {
    return std::string_view(m_container.m_names).substr(entry.name_at, entry.name_size);
  }

  // Finds how long the data descriptor of an entry is (APPNOTE 4.3.9): CRC-32 and sizes once more after the data, with
  // or without a signature, with sizes of 4 or 8 bytes. The longest form that agrees with the directory belongs to the
  // entry, and with none that does the bytes are nobody's.
  Result<void> measure_descriptor(const Container::Entry& entry) {
    constexpr std::uint32_t kDescriptor = 0x08074b50;
    const std::uint64_t at = entry.header + entry.data_skip + entry.packed_size;
    if (at < entry.header || at > m_file.size()) return {};
    std::array<std::uint8_t, 24> bytes{};
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), m_file.size() - at));
    if (auto got = source().read_at(at, MutableByteView(bytes).first(size)); !got)
      return is_damage(got.error().code) ? Result<void>() : got;
    std::size_t longest = 0;
    for (const std::size_t signature : {0, 4}) {
      for (const std::size_t width : {4, 8}) {
        const ByteView d = ByteView(bytes).subspan(signature);
        const std::uint64_t packed = width == 4 ? load_little_endian<4>(d.subspan(4)) : load_little_endian<8>(d.subspan(4));
        const std::uint64_t whole =
            width == 4 ? load_little_endian<4>(d.subspan(8)) : load_little_endian<8>(d.subspan(12));
        if (signature != 0 && load_little_endian<4>(bytes) != kDescriptor) continue;
        const std::size_t needed = signature + 4 + 2 * width;
        if (needed <= size && load_little_endian<4>(d) == entry.crc32 && packed == entry.packed_size &&
            whole == entry.size)
          longest = std::max(longest, needed);
      }
    }
    if (longest > 0) m_descriptors.emplace_back(entry.header, longest);
    return {};
  }

  // Compares both headers of an entry with those that the writer of copies makes, while both are in memory.
  void compare_as_written(const Container::Entry& entry, ByteView central, ByteView tail) {
    if (!m_as_written) return;
    const ZipPlan plan{std::string(name_of_entry(entry)), entry.size, entry.crc32, nullptr};
    Bytes there(central.begin(), central.end());
    append(there, tail);
    m_as_written = !entry.is_odd && !entry.is_deflated && entry.header == m_written_end &&
                   !plan.name.ends_with('/') && there == zip_central_header(plan, entry.header) &&
                   (entry.is_unreadable || m_local == zip_local_header(plan));
    m_written_end += entry.data_skip + entry.size;
    if (plan.name != kPaddingName) m_length.add(plan.name.size(), entry.size);
    m_last_is_padding = plan.name == kPaddingName;
  }

  // Sorts the entries by their places. No two of them may share a byte, and what lies between them is looked into.
  Result<bool> check_places() {
    auto& entries = m_container.m_entries;
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& a, const auto& b) { return a.header < b.header; });
    std::sort(m_descriptors.begin(), m_descriptors.end());
    std::uint64_t end = 0;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> gaps;
    auto descriptor = m_descriptors.begin();
    for (const Container::Entry& entry : entries) {
      if (entry.data_skip == 0) continue;  // without its header the bytes at the entry's place are nobody's
      if (entry.header < end) return stop(Finding::container_overlap);
      const std::uint64_t room = m_end.directory_begin - std::min(m_end.directory_begin, entry.header);
      if (entry.data_skip > room || entry.packed_size > room - entry.data_skip)
        return stop(Finding::container_overlap);
      if (entry.header > end) gaps.emplace_back(end, entry.header);
      end = entry.header + entry.data_skip + entry.packed_size;
      while (descriptor != m_descriptors.end() && descriptor->first < entry.header) ++descriptor;
      if (descriptor != m_descriptors.end() && descriptor->first == entry.header) end += descriptor->second;
      if (end > m_end.directory_begin) return stop(Finding::container_overlap);
    }
    if (end < m_end.directory_begin) gaps.emplace_back(end, m_end.directory_begin);
    return look_into_gaps(gaps);
  }

  Result<bool> look_into_gaps(const std::vector<std::pair<std::uint64_t, std::uint64_t>>& gaps) {
    const std::uint64_t file_end = m_file.size(),
                        comment_end = m_end.record + kEndSize + std::min<std::uint64_t>(m_end.comment_size, file_end - m_end.record - kEndSize);
    bool before = false, between = false;
    for (const auto& [begin, end] : gaps) {
      // Three bytes on each side are looked at too: the mark of an end record may begin before the gap or end after it.
      TRY_ASSIGN(const bool is_clean, has_no_end_record(begin - std::min<std::uint64_t>(begin, 3), end + 3));
      if (!is_clean) return stop(Finding::container_two_ends);
      (begin == 0 ? before : between) = true;
    }
    TRY_ASSIGN(const bool has_clean_directory, has_no_end_record(m_end.directory_begin, m_end.directory_end + 3));
    TRY_ASSIGN(const bool is_clean, has_no_end_record(m_end.record + kEndSize - 3, file_end));
    if (!is_clean || !has_clean_directory || m_has_second_end) return stop(Finding::container_two_ends);
    auto& places = m_container.m_added_places;
    if (before) places.emplace_back("before");
    if (between) places.emplace_back("between");
    if (comment_end < file_end) places.emplace_back("after");
    const bool has_comment = comment_end > m_end.record + kEndSize;  // a length without bytes is none
    if (has_comment || m_has_comment) places.emplace_back("comment");
    if (!gaps.empty() || comment_end < file_end) m_as_written = false;
    return true;
  }

  Result<bool> has_no_end_record(std::uint64_t begin, std::uint64_t end) {
    constexpr std::size_t kMark = 4;
    Bytes block(static_cast<std::size_t>(std::min<std::uint64_t>(kScanBlock, end - std::min(begin, end))));
    while (begin < end && end - begin >= kMark) {
      const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), end - begin));
      TRY(read_what_can_be(source(), begin, MutableByteView(block).first(size)));
      if (has_end_mark(as_text(ByteView(block).first(size))))
        return false;
      if (size < block.size() || begin + size == end) break;
      begin += size - (kMark - 1);
    }
    return true;
  }

  void finish_as_written() {
    const Bytes records = zip_end_records(m_end.count, m_end.directory_begin, m_end.directory_end - m_end.directory_begin);
    m_as_written = m_as_written && m_last_is_padding && m_written_end == m_end.directory_begin &&
                   m_end.directory_end + records.size() == m_file.size();
    m_container.m_is_as_written = m_as_written;
    if (m_as_written) m_container.m_expected_padding = m_length.padding();
  }

  ByteSource& m_file;
  FindingLog& m_log;
  Container m_container;
  ZipEnd m_end;
  bool m_has_comment = false, m_has_second_end = false;
  std::vector<std::pair<std::uint64_t, std::size_t>> m_descriptors;  // place of the entry's header, length in bytes
  Bytes m_local;                                                     // the local header that was read last
  bool m_as_written = true, m_last_is_padding = false;
  std::uint64_t m_written_end = 0;
  ZipLength m_length;
};

Result<std::optional<Container>> Container::of_zip(ByteSource& source, FindingLog& log) {
  auto container = ZipContainerReader(source, log).read();
  if (container || !is_damage(container.error().code)) return container;
  log.add(Finding::container_malformed);
  return std::optional<Container>();
}

}  // namespace daybook::vault
