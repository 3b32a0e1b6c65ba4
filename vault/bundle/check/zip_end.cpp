#include "vault/bundle/check/zip_end.h"

#include <algorithm>

#include "vault/bundle/check/damage.h"
#include "vault/store/zip_format.h"

namespace daybook::vault {

using namespace zip;

namespace {

constexpr std::uint64_t kSearchedForEnd = std::uint64_t{16} << 20;
constexpr std::size_t kScanBlock = 256 * 1024;

bool is_picture(std::string_view text) {
  for (const std::string_view mark : {std::string_view("\xff\xd8\xff"), std::string_view("\x89PNG\r\n"),
                                      std::string_view("GIF8"), std::string_view("BM"), std::string_view("II*\0", 4),
                                      std::string_view("MM\0*", 4)}) {
    if (text.starts_with(mark)) return true;
  }
  const std::string_view kind = text.substr(std::min<std::size_t>(8, text.size()), 4);
  return (text.starts_with("RIFF") && kind == "WEBP") ||
         (text.substr(std::min<std::size_t>(4, text.size()), 4) == "ftyp" && (kind == "heic" || kind == "avif"));
}

class EndFinder {
 public:
  EndFinder(ByteSource& source, FindingLog& log) : m_source(source), m_log(log) {}

  // Finds the last end record that has room for its directory before it. Programs search from the end of the file, so
  // that is the record that others use too.
  Result<std::optional<ZipEnd>> find() {
    const std::uint64_t limit = m_source.size() - std::min(m_source.size(), kSearchedForEnd);
    Bytes block(kScanBlock + kEndSize);
    for (std::uint64_t end = m_source.size(); end > limit;) {
      const std::uint64_t begin = std::max(limit, end - std::min<std::uint64_t>(end, kScanBlock));
      const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), m_source.size() - begin));
      const MutableByteView bytes = MutableByteView(block).first(size);
      TRY(read_what_can_be(m_source, begin, bytes));
      for (std::size_t at = size < kEndSize ? 0 : size - kEndSize + 1; at-- > 0;) {
        if (bytes[at] == 'P' && is_end_record(ByteView(bytes).subspan(at, kEndSize), begin + at)) {
          TRY(look_for_zip64());
          return place_directory();
        }
      }
      end = begin;
    }
    TRY_ASSIGN(const bool begins_like_a_zip, begins_with("PK\3\4"));
    if (begins_like_a_zip) return stop(Finding::container_cut_off);
    TRY_ASSIGN(std::string kind, what_it_is());
    return stop(Finding::container_not_a_copy, std::move(kind));
  }

  bool is_end_record(ByteView r, std::uint64_t place) {
    if (load_little_endian<4>(r) != kEnd || load_little_endian<4>(r.subspan(4)) != 0) return false;
    m_end.count = load_little_endian<2>(r.subspan(10));
    m_directory_size = load_little_endian<4>(r.subspan(12));
    m_directory_offset = load_little_endian<4>(r.subspan(16));
    if (load_little_endian<2>(r.subspan(8)) != m_end.count) return false;
    if (m_directory_size > place && m_directory_size != kInExtra) return false;
    m_end.record = place;
    m_end.directory_end = place;
    m_end.comment_size = load_little_endian<2>(r.subspan(20));
    return true;
  }

  Result<void> look_for_zip64() {
    if (m_end.count != kCountInEnd64 && m_directory_size != kInExtra && m_directory_offset != kInExtra) return {};
    if (m_end.record < kEnd64LocatorSize + kEnd64Size) return {};
    std::array<std::uint8_t, kEnd64LocatorSize> locator;
    TRY(m_source.read_at(m_end.record - kEnd64LocatorSize, locator));
    if (load_little_endian<4>(locator) != kEnd64Locator) return {};  // the field is all ones, and that is its value
    std::array<std::uint8_t, kEnd64Size> record;
    const std::uint64_t place = m_end.record - kEnd64LocatorSize - kEnd64Size;
    TRY(m_source.read_at(place, record));
    const ByteView r = record;
    m_zip64_is_odd = load_little_endian<4>(r) != kEnd64 || load_little_endian<8>(r.subspan(4)) != kEnd64Size - 12 ||
                     load_little_endian<8>(r.subspan(16)) != 0 ||
                     load_little_endian<8>(r.subspan(24)) != load_little_endian<8>(r.subspan(32));
    take_large(m_end.count, kCountInEnd64, load_little_endian<8>(r.subspan(32)));
    take_large(m_directory_size, kInExtra, load_little_endian<8>(r.subspan(40)));
    take_large(m_directory_offset, kInExtra, load_little_endian<8>(r.subspan(48)));
    m_zip64_offset = load_little_endian<8>(ByteView(locator).subspan(8));
    m_end.directory_end = place;
    return {};
  }

  // Takes a value from the ZIP64 end record. A field of the end record that is not all ones must say the same, because
  // some programs read the one and some the other.
  void take_large(std::uint64_t& field, std::uint64_t all_ones, std::uint64_t value) {
    m_zip64_is_odd |= field != all_ones && field != value;
    field = value;
  }

  // Finds the directory right before its end record. Where it lies later than its offset says, somebody put bytes
  // before the ZIP, and all offsets move by as much.
  std::optional<ZipEnd> place_directory() {
    if (m_zip64_is_odd || m_directory_size > m_end.directory_end) return stop(Finding::container_malformed);
    const std::uint64_t begin = m_end.directory_end - m_directory_size;
    if (m_directory_offset > begin) return stop(Finding::container_malformed);
    m_end.shift = begin - m_directory_offset;
    if (m_zip64_offset && *m_zip64_offset + m_end.shift != m_end.directory_end)
      return stop(Finding::container_malformed);
    m_end.directory_begin = begin;
    return m_end;
  }

 private:
  std::optional<ZipEnd> stop(Finding finding, std::string subject = "") {
    m_log.add(finding, std::move(subject));
    return std::nullopt;
  }

  Result<bool> begins_with(std::string_view text) {
    if (m_source.size() < text.size()) return false;
    Bytes start(text.size());
    TRY(m_source.read_at(0, start));
    return as_text(start) == text;
  }

  // A word for what was given instead of a copy, so that the advice to the reader can fit.
  Result<std::string> what_it_is() {
    if (m_source.size() == 0) return std::string("empty");
    Bytes start(static_cast<std::size_t>(std::min<std::uint64_t>(m_source.size(), 256)));
    TRY(m_source.read_at(0, start));
    std::string_view text = as_text(start);
    if (text.starts_with("-----BEGIN AGE ENCRYPTED FILE-----")) return std::string("age text");
    if (text.starts_with("%PDF-")) return std::string("PDF");
    if (is_picture(text)) return std::string("picture");
    std::string small;
    for (const char c : text) small += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const std::size_t first = small.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    const std::string_view rest = std::string_view(small).substr(std::min(first, small.size()));
    for (const std::string_view mark : {"<!doctype html", "<html", "<head"}) {
      if (rest.starts_with(mark)) return std::string("web page");
    }
    return std::string("file");
  }

  ByteSource& m_source;
  FindingLog& m_log;
  ZipEnd m_end;
  std::uint64_t m_directory_size = 0, m_directory_offset = 0;  // as the end record says
  std::optional<std::uint64_t> m_zip64_offset;
  bool m_zip64_is_odd = false;
};

}  // namespace

Result<void> read_what_can_be(ByteSource& source, std::uint64_t offset, MutableByteView target) {
  constexpr std::uint64_t kPiece = 64 * 1024;  // the chunk of an age file, which decrypts as a whole or not at all
  while (!target.empty()) {
    const std::size_t count =
        static_cast<std::size_t>(std::min<std::uint64_t>(target.size(), kPiece - offset % kPiece));
    const auto read = source.read_at(offset, target.first(count));
    if (!read && !is_damage(read.error().code)) return read;
    if (!read) std::fill_n(target.begin(), count, std::uint8_t{0});
    target = target.subspan(count);
    offset += count;
  }
  return {};
}

Result<std::optional<ZipEnd>> find_zip_end(ByteSource& source, FindingLog& log) {
  return EndFinder(source, log).find();
}

}  // namespace daybook::vault
