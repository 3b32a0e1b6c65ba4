#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace daybook::sandbox {

using Input = std::span<const std::uint8_t>;

// The types of values that say something here (TIFF 6.0, section 2).
enum Type : std::uint16_t {
  kByte = 1,
  kAscii = 2,
  kShort = 3,
  kLong = 4,
  kRational = 5,
  kUndefined = 7,
  kSignedRational = 10
};

// The tag of the entry that says where the directory of EXIF stands (EXIF 2.32, 4.6.3).
constexpr std::uint16_t kExifDirectory = 0x8769;

/// One entry of a directory.
struct Entry {
  std::uint16_t tag = 0, type = 0;
  std::uint32_t count = 0;
  Input value;  // as much of it as lies in the file
};

/// What may be looked at in one file, so that none takes long, however its directories overlap.
class Steps {
 public:
  explicit Steps(std::size_t most) : m_left(most) {}
  /// So many steps, or as many as are left.
  std::size_t take(std::size_t wanted) {
    const std::size_t taken = wanted < m_left ? wanted : m_left;
    m_left -= taken;
    m_is_short |= taken < wanted;
    return taken;
  }
  /// Whether fewer were left once than were wanted.
  bool is_short() const { return m_is_short; }

 private:
  std::size_t m_left;
  bool m_is_short = false;
};

class Tiff;

/// A directory and what its entries say. Of two entries with one tag the first counts.
class Directory {
 public:
  const std::vector<Entry>& entries() const { return m_entries; }
  const Entry* find(std::uint16_t tag) const;
  /// A whole number, or 0 where there is none. Programs write SHORT for LONG, and the other way round.
  std::uint32_t number(std::uint16_t tag) const;
  /// A text up to the zero behind it. Programs call a text bytes, or of no defined type, too.
  std::string text(std::uint16_t tag) const;
  /// An angle in degrees, from one to three fractions: degrees, minutes, seconds. Nothing where one of them is
  /// negative, signed or not: the letter beside it says the side, and two signs for one thing may mean either side.
  /// Nothing where a fraction has no value, except for seconds of 0/0, by which programs say that they count none.
  std::optional<double> angle(std::uint16_t tag) const;
  /// Where the next directory of a chain stands, or 0.
  std::uint32_t next() const { return m_next; }
  /// Whether it lies in the file, and all its entries were looked at.
  bool is_whole() const { return m_is_whole; }

 private:
  friend class Tiff;
  explicit Directory(const Tiff& tiff) : m_tiff(&tiff) {}
  const Tiff* m_tiff;
  std::vector<Entry> m_entries;
  std::uint32_t m_next = 0;
  bool m_is_whole = false;
};

/// The structure of TIFF: numbers in the one order of bytes or the other, and directories of entries, each of which
/// stands at an offset from the beginning. Every offset is held against the size before it is used.
class Tiff {
 public:
  explicit Tiff(Input bytes);
  /// Whether the bytes begin as the structure does.
  bool is_good() const { return m_is_good; }
  /// Where the first directory stands, or 0.
  std::uint32_t first_offset() const;
  /// The directory at an offset. Empty where none can be.
  Directory directory(std::uint64_t offset, Steps& steps) const;
  /// The number in these bytes, of which there are at most four.
  std::uint32_t number(Input bytes) const;

 private:
  Entry entry(Input bytes) const;

  Input m_bytes;
  bool m_is_good = false, m_is_big = false;
};

}  // namespace daybook::sandbox
