#include "vault/sandbox/picture_reader/exif.h"

#include <algorithm>

#include "vault/sandbox/picture_reader/exif_places.h"

namespace daybook::sandbox {
namespace {

// The tags (TIFF 6.0, section 8; EXIF 2.32, 4.6.4 to 4.6.6).
enum Tag : std::uint16_t {
  kNewSubfileType = 0x00fe,
  kImageWidth = 0x0100,
  kImageLength = 0x0101,
  kOrientation = 0x0112,
  kTimeOriginal = 0x9003,
  kTimeDigitized = 0x9004,
  kZoneOriginal = 0x9011,
  kZoneDigitized = 0x9012
};

// The entries and directories of one file that are looked at. A scanner's file of a thousand pages has some 20,000.
constexpr std::size_t kMostSteps = 250'000;

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

ExifFacts read_block(const Tiff& tiff, const Directory& first, Steps& steps) {
  ExifFacts facts;
  const Directory exif = tiff.directory(first.number(kExifDirectory), steps);
  const std::uint32_t orientation = first.number(kOrientation);
  if (orientation >= 1 && orientation <= 8) facts.orientation = static_cast<int>(orientation);
  // The first directory of some files has a reduced picture, whose size is not that of the picture.
  constexpr std::uint32_t kReduced = 1;
  if ((first.number(kNewSubfileType) & kReduced) == 0) {
    facts.width = first.number(kImageWidth);
    facts.height = first.number(kImageLength);
  }
  read_taken(exif, first, facts.said);
  return facts;
}

void add_time(const SaidByFile& from, SaidByFile& said) {
  if (!said.taken.empty() || from.taken.empty()) return;
  said.taken = from.taken;
  said.is_of_file = from.is_of_file;
  said.has_unread_zone = from.has_unread_zone;
}

}  // namespace

ExifFacts read_exif(std::span<const Input> blocks) {
  ExifFacts facts;
  Steps steps(kMostSteps);
  Places places;
  bool has_first = false;
  for (const Input block : blocks) {
    const Tiff tiff(block);
    const Directory first = tiff.directory(tiff.first_offset(), steps);
    if (!first.entries().empty()) {
      const ExifFacts read = read_block(tiff, first, steps);
      add_time(read.said, facts.said);
      if (!has_first) {
        facts.width = read.width;
        facts.height = read.height;
        facts.orientation = read.orientation;
      }
      has_first = true;
    }
    read_places(tiff, steps, places);
    if (!steps.is_short()) continue;
    places.hold();  // what nobody looked at is not taken for a file without a place
    break;
  }
  places.tell(facts.said);
  return facts;
}

}  // namespace daybook::sandbox
