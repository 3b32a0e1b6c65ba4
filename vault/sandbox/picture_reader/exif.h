#pragma once

#include "vault/sandbox/picture_reader/tiff.h"
#include "vault/sandbox/said_by_file.h"

namespace daybook::sandbox {

// A reader of the TIFF structure that EXIF data and TIFF files have (TIFF 6.0, section 2). What a picture says of
// itself as a whole stands in the first directory, that of EXIF and that of GPS. A place is looked for in every
// directory that can be reached, those of further pictures among them. Maker notes are not looked at.

/// What the EXIF data of a picture say. None of it is checked.
struct ExifFacts {
  std::uint32_t width = 0, height = 0;  // pixels as they are stored, in a TIFF file; 0: not said
  int orientation = 1;                  // 1 to 8 (EXIF 2.32, 4.6.4)
  SaidByFile said;
};
/// What all blocks of EXIF data in a file say together, each a TIFF structure without "Exif\0\0" before it: the size
/// and orientation are those of the first block that holds something, the day is that of the first that says one, and a
/// place is held where any of them holds one. What cannot be read is left out.
ExifFacts read_exif(std::span<const Input> blocks);

}  // namespace daybook::sandbox
