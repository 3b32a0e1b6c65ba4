#include "vault/store/zip_reader.h"

#include <utf8proc.h>
#include <zlib.h>

#include <algorithm>
#include <map>

#include "crypto/encoding.h"
#include "crypto/hash.h"
#include "vault/store/zip_format.h"

namespace daybook::vault {

using namespace zip;

namespace {

constexpr std::size_t kMostCommentBytes = 65535;
constexpr std::uint64_t kMostDirectoryBytes = std::uint64_t{256} << 20;

Error malformed(const char* what) { return {ErrorCode::malformed, std::string("ZIP: ") + what}; }

struct End {
  std::uint64_t count;
  std::uint64_t directory_size;
  std::uint64_t directory_offset;
  std::uint64_t end_offset;  // of the first end record, where the directory must end
};

// The place of the end record, which must reach exactly to the end of the file. Two such records are refused, because
// two programs could take one each and read two different contents.
Result<std::uint64_t> find_end(ByteSource& source, Bytes& record) {
  const std::uint64_t tail_size = std::min<std::uint64_t>(source.size(), kEndSize + kMostCommentBytes);
  if (tail_size < kEndSize) return malformed("too short");
  Bytes tail(static_cast<std::size_t>(tail_size));
  TRY(source.read_at(source.size() - tail_size, tail));
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at + kEndSize <= tail.size(); ++at) {
    const ByteView here = ByteView(tail).subspan(at);
    if (load_little_endian<4>(here) != kEnd || load_little_endian<2>(here.subspan(20)) != here.size() - kEndSize)
      continue;
    if (found) return malformed("two end records");
    found = at;
  }
  if (!found) return malformed("no end record: cut off, or no ZIP");
  record.assign(tail.begin() + static_cast<std::ptrdiff_t>(*found),
                tail.begin() + static_cast<std::ptrdiff_t>(*found + kEndSize));
  return source.size() - tail_size + *found;
}

Result<End> read_end(ByteSource& source) {
  Bytes record;
  TRY_ASSIGN(const std::uint64_t end_offset, find_end(source, record));
  const ByteView r = record;
  End end{load_little_endian<2>(r.subspan(10)), load_little_endian<4>(r.subspan(12)),
          load_little_endian<4>(r.subspan(16)), end_offset};
  if (load_little_endian<2>(r.subspan(4)) != 0 || load_little_endian<2>(r.subspan(6)) != 0 ||
      load_little_endian<2>(r.subspan(8)) != end.count)
    return malformed("in several parts");
  if (end.count != kCountInEnd64 && end.directory_size != kInExtra && end.directory_offset != kInExtra) return end;
  if (end_offset < kEnd64LocatorSize + kEnd64Size) return malformed("no ZIP64 end record");
  std::array<std::uint8_t, kEnd64LocatorSize> locator;
  TRY(source.read_at(end_offset - kEnd64LocatorSize, locator));
  if (load_little_endian<4>(locator) != kEnd64Locator) return end;  // the values themselves happen to be all ones
  const std::uint64_t end64_offset = load_little_endian<8>(ByteView(locator).subspan(8));
  if (end64_offset != end_offset - kEnd64LocatorSize - kEnd64Size) return malformed("ZIP64 end record is elsewhere");
  std::array<std::uint8_t, kEnd64Size> end64;
  TRY(source.read_at(end64_offset, end64));
  const ByteView e = end64;
  if (load_little_endian<4>(e) != kEnd64 || load_little_endian<8>(e.subspan(4)) != kEnd64Size - 12)
    return malformed("ZIP64 end record");
  return End{load_little_endian<8>(e.subspan(32)), load_little_endian<8>(e.subspan(40)),
             load_little_endian<8>(e.subspan(48)), end64_offset};
}

// Replaces the fields that have their value in the ZIP64 extra field, which holds them in a fixed order
// (APPNOTE 4.5.3). False when the extra fields cannot be read, or are others than the rules allow.
bool apply_extra(ByteView extra, std::initializer_list<std::uint64_t*> fields, ZipRules rules) {
  const bool needed =
      std::any_of(fields.begin(), fields.end(), [](const std::uint64_t* field) { return *field == kInExtra; });
  while (extra.size() >= 4) {
    const std::uint64_t id = load_little_endian<2>(extra), size = load_little_endian<2>(extra.subspan(2));
    if (size > extra.size() - 4) return false;
    if (id == kExtra64) {
      ByteView values = extra.subspan(4, static_cast<std::size_t>(size));
      for (std::uint64_t* field : fields) {
        if (*field != kInExtra) continue;
        if (values.size() < 8) return false;
        *field = load_little_endian<8>(values);
        values = values.subspan(8);
      }
      return true;
    }
    extra = extra.subspan(4 + static_cast<std::size_t>(size));
  }
  return !needed && (extra.empty() || rules == ZipRules::found_archive);
}

// The name in UTF-8 that some programs put beside one that older programs can read (APPNOTE 4.6.9). It counts only
// where it has the CRC-32 of the other name: a program that does not know the field may have changed that name alone.
std::optional<std::string> unicode_path(ByteView extra, std::string_view raw_name) {
  constexpr std::size_t kBegin = 4, kFixed = 5;
  while (extra.size() >= kBegin) {
    const std::size_t size = static_cast<std::size_t>(load_little_endian<2>(extra.subspan(2)));
    if (size > extra.size() - kBegin) return std::nullopt;
    const ByteView field = extra.subspan(kBegin, size);
    const bool belongs = load_little_endian<2>(extra) == kExtraUnicodePath && size > kFixed && field[0] == 1 &&
                         load_little_endian<4>(field.subspan(1)) == crypto::crc32_update(0, as_bytes(raw_name));
    if (belongs && crypto::is_utf8(as_text(field.subspan(kFixed)))) return std::string(as_text(field.subspan(kFixed)));
    extra = extra.subspan(kBegin + size);
  }
  return std::nullopt;
}

class DirectoryReader {
 public:
  DirectoryReader(ByteSource& source, ZipRules rules) : m_source(source), m_rules(rules) {}

  Result<ZipDirectory> read() {
    TRY_ASSIGN(const End end, read_end(m_source));
    if (end.directory_size > kMostDirectoryBytes) return malformed("directory too large");
    if (end.directory_offset > end.end_offset || end.end_offset - end.directory_offset != end.directory_size)
      return malformed("directory is not where it should be");
    Bytes directory(static_cast<std::size_t>(end.directory_size));
    TRY(m_source.read_at(end.directory_offset, directory));
    ByteView rest = directory;
    for (std::uint64_t i = 0; i < end.count; ++i) {
      if (!read_central(rest)) return malformed("directory is cut off");
    }
    if (!rest.empty()) fault("", "bytes after the directory");
    std::sort(m_result.entries.begin(), m_result.entries.end(),
              [](const ZipEntry& a, const ZipEntry& b) { return a.header_offset < b.header_offset; });
    check_places(end.directory_offset);
    check_names();
    return std::move(m_result);
  }

 private:
  void fault(const std::string& name, std::string_view what) { m_result.faults.push_back({name, std::string(what)}); }

  bool may_be_named(std::string_view name) const {
    return m_rules == ZipRules::found_archive ? is_inner_name(name) : is_safe_name(name);
  }

  bool read_central(ByteView& rest) {
    if (rest.size() < kCentralHeaderSize || load_little_endian<4>(rest) != kCentralHeader) return false;
    const std::size_t name_size = load_little_endian<2>(rest.subspan(28)),
                      extra_size = load_little_endian<2>(rest.subspan(30)),
                      comment_size = load_little_endian<2>(rest.subspan(32));
    if (rest.size() < kCentralHeaderSize + name_size + extra_size + comment_size) return false;
    ZipEntry entry;
    const std::string raw_name(as_text(rest.subspan(kCentralHeaderSize, name_size)));
    const ByteView extra = rest.subspan(kCentralHeaderSize + name_size, extra_size);
    entry.name =
        m_rules == ZipRules::found_archive ? found_name(unicode_path(extra, raw_name).value_or(raw_name)) : raw_name;
    entry.method = static_cast<std::uint16_t>(load_little_endian<2>(rest.subspan(10)));
    entry.crc32 = static_cast<std::uint32_t>(load_little_endian<4>(rest.subspan(16)));
    entry.packed_size = load_little_endian<4>(rest.subspan(20));
    entry.size = load_little_endian<4>(rest.subspan(24));
    entry.header_offset = load_little_endian<4>(rest.subspan(42));
    const std::uint64_t flags = load_little_endian<2>(rest.subspan(8)),
                        attributes = load_little_endian<4>(rest.subspan(38));
    rest = rest.subspan(kCentralHeaderSize + name_size + extra_size + comment_size);
    if (!apply_extra(extra, {&entry.size, &entry.packed_size, &entry.header_offset}, m_rules))
      return fault(entry.name, "extra field"), true;
    if (entry.name.ends_with('/')) {  // a folder, which has no content
      if (entry.size != 0) fault(entry.name, "a folder with content");
      if (!may_be_named(entry.name.substr(0, entry.name.size() - 1)))
        fault(entry.name, "name could reach outside of a folder");
      return true;
    }
    if (!may_be_named(entry.name)) return fault(entry.name, "name could reach outside of a folder"), true;
    if ((flags & kEncrypted) != 0) entry.unreadable = "encrypted inside the ZIP";
    if (entry.method != kStored && entry.method != kDeflated) entry.unreadable = "unknown compression";
    // Strong encryption may hide sizes and names as well (APPNOTE 7), so nothing that such an entry says can be relied
    // on.
    const bool is_listed = m_rules == ZipRules::found_archive && (flags & kStronglyEncrypted) == 0;
    if (!entry.unreadable.empty() && !is_listed) return fault(entry.name, entry.unreadable.c_str()), true;
    if (entry.method == kStored && entry.unreadable.empty() && entry.size != entry.packed_size)
      return fault(entry.name, "sizes do not agree"), true;
    const std::uint64_t kind = attributes >> 16 & 0170000;
    if (kind != 0 && kind != 0100000) return fault(entry.name, "not an ordinary file"), true;
    if (!read_local(entry, raw_name, flags)) return true;
    m_result.entries.push_back(std::move(entry));
    return true;
  }

  // Reads the header that stands before the content of an entry. Some programs go by this header and some by the one in
  // the directory, so both must say the same.
  bool read_local(ZipEntry& entry, std::string_view raw_name, std::uint64_t central_flags) {
    std::array<std::uint8_t, kLocalHeaderSize> header;
    if (entry.header_offset > m_source.size() || !m_source.read_at(entry.header_offset, header) ||
        load_little_endian<4>(header) != kLocalHeader) {
      return fault(entry.name, "header is damaged"), false;
    }
    const ByteView h = header;
    const std::size_t name_size = load_little_endian<2>(h.subspan(26)),
                      extra_size = load_little_endian<2>(h.subspan(28));
    Bytes tail(name_size + extra_size);
    if (!m_source.read_at(entry.header_offset + kLocalHeaderSize, tail))
      return fault(entry.name, "header is damaged"), false;
    std::uint64_t size = load_little_endian<4>(h.subspan(22)), packed_size = load_little_endian<4>(h.subspan(18));
    const std::uint64_t flags = load_little_endian<2>(h.subspan(6)), crc = load_little_endian<4>(h.subspan(14));
    // Programs that pack a copy again may write CRC-32 and sizes behind the content instead (APPNOTE 4.3.9).
    const bool has_descriptor = (flags & 8) != 0;
    // A program that unpacks while it reads goes by this name, and would give the content another one.
    const bool same_name = as_text(ByteView(tail).first(name_size)) == raw_name;
    if (!same_name && m_rules == ZipRules::found_archive && entry.unreadable.empty())
      entry.unreadable = "its two headers have different names";
    bool same = (same_name || m_rules == ZipRules::found_archive) &&
                load_little_endian<2>(h.subspan(8)) == entry.method && flags == central_flags;
    same = same && apply_extra(ByteView(tail).subspan(name_size), {&size, &packed_size}, m_rules);
    const bool same_sizes = size == entry.size && packed_size == entry.packed_size && crc == entry.crc32;
    // Some programs know one of the three before and write it there already. It must be the one in the directory.
    const bool is_behind = m_rules == ZipRules::found_archive
                               ? (size == 0 || size == entry.size) &&
                                     (packed_size == 0 || packed_size == entry.packed_size) &&
                                     (crc == 0 || crc == entry.crc32)
                               : size == 0 && packed_size == 0 && crc == 0;
    if (!same || (!same_sizes && !(has_descriptor && is_behind)))
      return fault(entry.name, "its two headers do not agree"), false;
    entry.data_offset = entry.header_offset + kLocalHeaderSize + tail.size();
    return true;
  }

  void check_places(std::uint64_t directory_offset) {
    std::uint64_t end = 0;
    for (const ZipEntry& entry : m_result.entries) {
      if (entry.header_offset < end) fault(entry.name, "overlaps another entry");
      end = std::max(end, entry.data_offset + entry.packed_size);
      if (entry.packed_size > directory_offset || entry.data_offset > directory_offset - entry.packed_size)
        fault(entry.name, "reaches beyond its place");
    }
    std::erase_if(m_result.entries, [&](const ZipEntry& entry) {
      return entry.packed_size > directory_offset || entry.data_offset > directory_offset - entry.packed_size;
    });
  }

  // Some systems take two names for one when they differ only in case or in how letters are composed. So no two names
  // may be the same after NFKC and case folding.
  void check_names() {
    std::map<std::string, std::string> seen;
    for (const ZipEntry& entry : m_result.entries) {
      utf8proc_uint8_t* folded = utf8proc_NFKC_Casefold(reinterpret_cast<const utf8proc_uint8_t*>(entry.name.c_str()));
      const std::string key = folded != nullptr ? reinterpret_cast<const char*>(folded) : entry.name;
      std::free(folded);
      if (!seen.emplace(key, entry.name).second) fault(entry.name, kTwoOfOneName);
    }
  }

  ByteSource& m_source;
  ZipRules m_rules;
  ZipDirectory m_result;
};

}  // namespace

Result<ZipDirectory> read_zip_directory(ByteSource& source, ZipRules rules) {
  return DirectoryReader(source, rules).read();
}

struct ZipEntryStream::Inflater {
  z_stream stream{};
  Bytes packed = Bytes(64 * 1024);
  bool ended = false;
  Inflater() { DAYBOOK_ASSERT(inflateInit2(&stream, -MAX_WBITS) == Z_OK); }
  ~Inflater() { inflateEnd(&stream); }
};

ZipEntryStream::ZipEntryStream(ByteSource& source, const ZipEntry& entry) : m_source(source), m_entry(entry) {
  if (entry.method == kDeflated) m_inflater = std::make_unique<Inflater>();
}
ZipEntryStream::~ZipEntryStream() = default;

Result<std::size_t> ZipEntryStream::read(MutableByteView target) {
  if (!m_entry.unreadable.empty()) return Error{ErrorCode::unsupported, m_entry.name + ": " + m_entry.unreadable};
  if (m_inflater != nullptr) return inflate_into(target);
  const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(target.size(), m_entry.size - m_done));
  TRY(m_source.read_at(m_entry.data_offset + m_done, target.first(count)));
  m_done += count;
  return count;
}

std::uint64_t ZipEntryStream::unused_packed_bytes() const {
  return m_inflater == nullptr ? 0 : m_entry.packed_size - m_packed_done + m_inflater->stream.avail_in;
}

Result<std::size_t> ZipEntryStream::inflate_into(MutableByteView target) {
  const Error damaged{ErrorCode::damaged, m_entry.name};
  z_stream& stream = m_inflater->stream;
  stream.next_out = target.data();
  stream.avail_out = static_cast<uInt>(target.size());
  while (stream.avail_out > 0 && !m_inflater->ended) {
    if (stream.avail_in == 0) {
      const std::size_t count = static_cast<std::size_t>(
          std::min<std::uint64_t>(m_inflater->packed.size(), m_entry.packed_size - m_packed_done));
      if (count == 0) return damaged;
      TRY(m_source.read_at(m_entry.data_offset + m_packed_done, MutableByteView(m_inflater->packed).first(count)));
      m_packed_done += count;
      stream.next_in = m_inflater->packed.data();
      stream.avail_in = static_cast<uInt>(count);
    }
    const int status = inflate(&stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END)
      m_inflater->ended = true;
    else if (status != Z_OK)
      return damaged;
  }
  const std::size_t count = target.size() - stream.avail_out;
  m_done += count;
  // An entry that unpacks to more than the size it says is refused as soon as it has, so that a small file cannot fill
  // the memory or the disk.
  if (m_done > m_entry.size || (m_inflater->ended && m_done != m_entry.size)) return damaged;
  return count;
}

}  // namespace daybook::vault
