#include "vault/sandbox/picture_reader/exif_places.h"

#include <algorithm>
#include <set>

namespace daybook::sandbox {
namespace {

// The tags of entries that say where another directory stands (TIFF 6.0 and its supplement 1; EXIF 2.32, 4.6.3).
enum Pointer : std::uint16_t { kFurtherPictures = 0x014a, kGpsDirectory = 0x8825, kInteropDirectory = 0xa005 };
// The tags of GPS that tell a place (EXIF 2.32, 4.6.6): where the picture was taken, and where its maker was going.
enum GpsTag : std::uint16_t {
  kLatitudeSide = 1,
  kLatitude = 2,
  kLongitudeSide = 3,
  kLongitude = 4,
  kLatitudeOfGoal = 0x14,
  kLongitudeOfGoal = 0x16
};

// An angle with the sign that its letter says. Nothing without one of these two letters alone, and nothing where the
// angle stands there twice.
std::optional<double> signed_angle(const Directory& gps, GpsTag side_tag, GpsTag angle_tag, std::string_view letters) {
  const std::string side = gps.text(side_tag);
  const auto angle = gps.angle(angle_tag);
  const auto& entries = gps.entries();
  const bool is_once =
      std::count_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.tag == angle_tag; }) == 1;
  if (!angle || !is_once || side.size() != 1) return std::nullopt;
  const std::size_t found = letters.find(static_cast<char>(side[0] & ~0x20));  // as a capital
  if (found == std::string_view::npos) return std::nullopt;
  return found == 0 ? *angle : -*angle;
}

class Search {
 public:
  Search(const Tiff& tiff, Steps& steps, Places& places) : m_tiff(tiff), m_steps(steps), m_places(places) {}

  void run() {
    add({m_tiff.first_offset(), Kind::of_first});
    while (!m_open.empty() && !m_steps.is_short()) {
      const Found found = m_open.back();
      m_open.pop_back();
      if (m_steps.take(1) == 0) return;
      const Directory directory = m_tiff.directory(found.offset, m_steps);
      if (found.kind == Kind::gps || found.kind == Kind::gps_of_first)
        read_gps(directory, found.kind);
      else
        follow(directory, found.kind);
    }
  }

 private:
  // What EXIF and GPS of the first directory say is said of the picture; the others belong to some part of it.
  enum class Kind { of_first, of_chain, of_exif, gps_of_first, gps };
  struct Found {
    std::uint32_t offset;
    Kind kind;
    auto operator<=>(const Found&) const = default;
  };

  void add(Found found) {
    if (found.offset != 0 && m_seen.insert(found).second) m_open.push_back(found);
  }

  // Programs write the offset in any type, and some write several: every one counts.
  void add_all(const Entry& entry, Kind kind) {
    const std::size_t one = entry.type == kShort ? 2 : 4, count = m_steps.take(entry.value.size() / one);
    for (std::size_t i = 0; i < count; ++i) add({m_tiff.number(entry.value.subspan(i * one, one)), kind});
    // An offset that lies outside leads to a place that nobody can rule out.
    if (kind >= Kind::gps_of_first && count == 0 && entry.count > 0) m_places.hold();
  }

  void follow(const Directory& directory, Kind kind) {
    for (const Entry& entry : directory.entries()) {
      if (entry.tag == kGpsDirectory) add_all(entry, kind == Kind::of_first ? Kind::gps_of_first : Kind::gps);
      if (entry.tag == kExifDirectory || entry.tag == kInteropDirectory) add_all(entry, Kind::of_exif);
      if (entry.tag == kFurtherPictures) add_all(entry, Kind::of_chain);
    }
    // Behind a directory of EXIF stands no other one, and programs leave out the zero that says so.
    if (kind != Kind::of_exif) add({directory.next(), Kind::of_chain});
  }

  // A place is held whenever a latitude or a longitude stands there, in whatever form: who gives the file away gives
  // that away too, whether this reader understands it or not. Of a directory that is not whole nobody knows.
  void read_gps(const Directory& gps, Kind kind) {
    const auto is_there = [&](GpsTag tag) { return gps.find(tag) != nullptr; };
    if (!gps.is_whole() || is_there(kLatitudeOfGoal) || is_there(kLongitudeOfGoal)) m_places.hold();
    if (!is_there(kLatitude) && !is_there(kLongitude)) return;
    const auto latitude = signed_angle(gps, kLatitudeSide, kLatitude, "NS"),
               longitude = signed_angle(gps, kLongitudeSide, kLongitude, "EW");
    const auto place = latitude && longitude ? place_of(*latitude, *longitude) : std::nullopt;
    m_places.hold(place, kind == Kind::gps_of_first);
  }

  const Tiff& m_tiff;
  Steps& m_steps;
  Places& m_places;
  std::vector<Found> m_open;
  std::set<Found> m_seen;
};

}  // namespace

void read_places(const Tiff& tiff, Steps& steps, Places& places) {
  if (tiff.is_good()) Search(tiff, steps, places).run();
}

}  // namespace daybook::sandbox
