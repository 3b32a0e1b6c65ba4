#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "vault/sandbox/said_by_file.h"

namespace daybook::sandbox {

// A reader of the TIFF structure that EXIF data and TIFF files have (TIFF 6.0, section 2), of those parts that say
// something of the picture as a whole: the first directory, that of EXIF and that of GPS. Maker notes and further
// pictures are not looked at.

using Input = std::span<const std::uint8_t>;

/// What the EXIF data of a picture say. None of it is checked.
struct ExifFacts {
  std::uint32_t width = 0, height = 0;  // pixels as they are stored, in a TIFF file; 0: not said
  int orientation = 1;                  // 1 to 8 (EXIF 2.32, 4.6.4)
  SaidByFile said;
};
/// Reads the TIFF structure, without "Exif\0\0" before it. What cannot be read is left out.
ExifFacts read_exif(Input tiff);
/// Whether this is a TIFF structure with something in its first directory.
bool holds_exif(Input tiff);

}  // namespace daybook::sandbox
