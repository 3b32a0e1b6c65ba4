#include "vault/sandbox/picture_reader/exif.h"

#include <algorithm>
#include <cstring>

namespace daybook::sandbox {
namespace {

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

// The tags (TIFF 6.0, section 8; EXIF 2.32, 4.6.4 to 4.6.6).
enum Tag : std::uint16_t {
  kNewSubfileType = 0x00fe,
  kImageWidth = 0x0100,
  kImageLength = 0x0101,
  kOrientation = 0x0112,
  kExifDirectory = 0x8769,
  kGpsDirectory = 0x8825,
  kTimeOriginal = 0x9003,
  kTimeDigitized = 0x9004,
  kZoneOriginal = 0x9011,
  kZoneDigitized = 0x9012
};
enum GpsTag : std::uint16_t { kLatitudeSide = 1, kLatitude = 2, kLongitudeSide = 3, kLongitude = 4 };

constexpr std::size_t kEntrySize = 12;
constexpr std::size_t kMostEntries = 4096;  // of one directory that are looked at
constexpr std::size_t kMostText = 64;       // bytes of a text; no time and no letter is longer

struct Entry {
  std::uint16_t tag = 0, type = 0;
  std::uint32_t count = 0;
  Input value;  // as much of it as lies in the file
};

// The structure of TIFF: numbers in the one order of bytes or the other, and directories of entries, each of which
// stands at an offset from the beginning. Every offset is held against the size before it is used. A directory leads to
// no other one here, so that no file can lead in a circle.
class Tiff {
 public:
  explicit Tiff(Input bytes) : m_bytes(bytes) {
    if (bytes.size() < 8) return;
    m_is_big = std::memcmp(bytes.data(), "MM\0*", 4) == 0;
    m_is_good = m_is_big || std::memcmp(bytes.data(), "II*\0", 4) == 0;
  }

  std::vector<Entry> first_directory() const {
    return m_is_good ? directory(number(m_bytes.subspan(4, 4))) : std::vector<Entry>();
  }

  std::vector<Entry> directory(std::uint64_t offset) const {
    std::vector<Entry> entries;
    if (offset < 8 || offset + 2 > m_bytes.size()) return entries;
    const std::size_t at = static_cast<std::size_t>(offset) + 2;
    const std::size_t count =
        std::min({std::size_t{number(m_bytes.subspan(at - 2, 2))}, kMostEntries, (m_bytes.size() - at) / kEntrySize});
    for (std::size_t i = 0; i < count; ++i) entries.push_back(entry(m_bytes.subspan(at + i * kEntrySize, kEntrySize)));
    return entries;
  }

  // The number in these bytes, of which there are at most four.
  std::uint32_t number(Input bytes) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) value = value << 8 | bytes[m_is_big ? i : bytes.size() - 1 - i];
    return value;
  }

 private:
  Entry entry(Input bytes) const {
    Entry entry;
    entry.tag = static_cast<std::uint16_t>(number(bytes.first(2)));
    entry.type = static_cast<std::uint16_t>(number(bytes.subspan(2, 2)));
    entry.count = number(bytes.subspan(4, 4));
    constexpr std::size_t kSizes[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    const std::size_t one = entry.type < std::size(kSizes) ? kSizes[entry.type] : 0;
    const std::uint64_t size = std::uint64_t{one} * entry.count;
    entry.value = bytes.subspan(8, static_cast<std::size_t>(std::min<std::uint64_t>(size, 4)));
    if (size <= 4) return entry;
    const std::uint64_t offset = number(bytes.subspan(8, 4));
    entry.value = {};
    if (offset < m_bytes.size())
      entry.value = m_bytes.subspan(static_cast<std::size_t>(offset),
                                    static_cast<std::size_t>(std::min<std::uint64_t>(size, m_bytes.size() - offset)));
    return entry;
  }

  Input m_bytes;
  bool m_is_good = false, m_is_big = false;
};

// A directory and what its entries say. Of two entries with one tag the first counts.
class Directory {
 public:
  Directory(const Tiff& tiff, std::vector<Entry> entries) : m_tiff(tiff), m_entries(std::move(entries)) {}

  const Entry* find(std::uint16_t tag) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.tag == tag; });
    return found == m_entries.end() ? nullptr : &*found;
  }

  // A whole number, or 0 where there is none. Programs write SHORT for LONG, and the other way round.
  std::uint32_t number(std::uint16_t tag) const {
    const Entry* entry = find(tag);
    if (entry == nullptr || (entry->type != kShort && entry->type != kLong)) return 0;
    const std::size_t size = entry->type == kShort ? 2 : 4;
    return entry->value.size() < size ? 0 : m_tiff.number(entry->value.first(size));
  }

  // A text up to the zero behind it. Programs call a text bytes, or of no defined type, too.
  std::string text(std::uint16_t tag) const {
    const Entry* entry = find(tag);
    if (entry == nullptr || (entry->type != kAscii && entry->type != kUndefined && entry->type != kByte)) return "";
    const Input bytes = entry->value.first(std::min(entry->value.size(), kMostText));
    return {bytes.begin(), std::find(bytes.begin(), bytes.end(), std::uint8_t{0})};
  }

  // An angle in degrees, from one to three fractions: degrees, minutes, seconds. Nothing where one of them is negative,
  // signed or not: the letter beside it says the side, and two signs for one thing may mean either side. Nothing where
  // a fraction has no value, except for seconds of 0/0, by which programs say that they count none.
  std::optional<double> angle(std::uint16_t tag) const {
    const Entry* entry = find(tag);
    if (entry == nullptr || (entry->type != kRational && entry->type != kSignedRational)) return std::nullopt;
    if (entry->count < 1 || entry->count > 3 || entry->value.size() < entry->count * 8) return std::nullopt;
    double degrees = 0, unit = 1;
    for (std::size_t i = 0; i < entry->count; ++i, unit /= 60) {
      const std::uint32_t numerator = m_tiff.number(entry->value.subspan(i * 8, 4)),
                          denominator = m_tiff.number(entry->value.subspan(i * 8 + 4, 4));
      if (i == 2 && numerator == 0 && denominator == 0) continue;
      if (denominator == 0) return std::nullopt;
      if (entry->type == kSignedRational && ((numerator | denominator) >> 31) != 0) return std::nullopt;
      const double part = static_cast<double>(numerator) / denominator;
      if (i > 0 && part > 60) return std::nullopt;  // sixty is what a rounded number of seconds may come to
      degrees += unit * part;
    }
    return degrees;
  }

  bool is_empty() const { return m_entries.empty(); }

 private:
  const Tiff& m_tiff;
  std::vector<Entry> m_entries;
};

// An angle with the sign that its letter says. Nothing without one of these two letters alone.
std::optional<double> signed_angle(const Directory& gps, GpsTag side_tag, GpsTag angle_tag, std::string_view letters) {
  const std::string side = gps.text(side_tag);
  const auto angle = gps.angle(angle_tag);
  if (!angle || side.size() != 1) return std::nullopt;
  const std::size_t found = letters.find(static_cast<char>(side[0] & ~0x20));  // as a capital
  if (found == std::string_view::npos) return std::nullopt;
  return found == 0 ? *angle : -*angle;
}

// A place is held whenever a latitude or a longitude stands there, in whatever form: who gives the file away gives that
// away too, whether this reader understands it or not.
void read_place(const Directory& gps, SaidByFile& said) {
  for (const GpsTag tag : {kLatitude, kLongitude}) {
    const Entry* entry = gps.find(tag);
    said.holds_place |= entry != nullptr && entry->count > 0;
  }
  const auto latitude = signed_angle(gps, kLatitudeSide, kLatitude, "NS"),
             longitude = signed_angle(gps, kLongitudeSide, kLongitude, "EW");
  if (latitude && longitude) said.place = place_of(*latitude, *longitude);
}

// The time stands in the directory of EXIF, and in the first one in files of TIFF/EP (ISO 12234-2).
void read_taken(const Directory& exif, const Directory& first, SaidByFile& said) {
  for (const Directory* directory : {&exif, &first}) {
    read_time(directory->text(kTimeOriginal), ": ", directory->text(kZoneOriginal), said);
    if (!said.taken.empty()) return;
  }
  // A scanner digitizes long after the picture was taken, so this is only when the file was made.
  read_time(exif.text(kTimeDigitized), ": ", exif.text(kZoneDigitized), said);
  said.is_of_file = !said.taken.empty();
}

}  // namespace

bool holds_exif(Input tiff) { return !Tiff(tiff).first_directory().empty(); }

ExifFacts read_exif(Input bytes) {
  ExifFacts facts;
  const Tiff tiff(bytes);
  const Directory first(tiff, tiff.first_directory());
  if (first.is_empty()) return facts;
  const Directory exif(tiff, tiff.directory(first.number(kExifDirectory)));
  const Directory gps(tiff, tiff.directory(first.number(kGpsDirectory)));
  const std::uint32_t orientation = first.number(kOrientation);
  if (orientation >= 1 && orientation <= 8) facts.orientation = static_cast<int>(orientation);
  // The first directory of some files has a reduced picture, whose size is not that of the picture.
  constexpr std::uint32_t kReduced = 1;
  if ((first.number(kNewSubfileType) & kReduced) == 0) {
    facts.width = first.number(kImageWidth);
    facts.height = first.number(kImageLength);
  }
  read_taken(exif, first, facts.said);
  read_place(gps, facts.said);
  return facts;
}

}  // namespace daybook::sandbox
