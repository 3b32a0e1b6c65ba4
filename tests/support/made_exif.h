#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace daybook::test {

/// A value in a TIFF structure: numbers of some type (TIFF 6.0, section 2), or a text.
struct ExifValue {
  std::uint16_t type;
  std::vector<std::uint32_t> numbers;  // two for each fraction
  std::string text;                    // where there are no numbers
};
/// The bytes as they stand, of the type ASCII unless another is given.
ExifValue text_value(const std::string& text, std::uint16_t type = 2);
ExifValue short_value(std::uint32_t number);
ExifValue long_value(std::uint32_t number);
using Fractions = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
/// Fractions, signed ones as two's complement.
ExifValue fractions(const Fractions& parts, bool is_signed = false);

/// What stands in the directories of a TIFF structure, by tag.
struct MadeExif {
  using Directory = std::vector<std::pair<std::uint16_t, ExifValue>>;
  Directory first, exif, gps;
  /// The structure, with the bytes of numbers in the one order or the other.
  std::string bytes(bool is_big_endian = true) const;
};

/// A TIFF structure of any directories, the low byte of numbers first. Each of `to` is an entry with the offset of
/// another directory, and `next` is the directory that follows in its chain.
struct LinkedDirectory {
  MadeExif::Directory entries = {};
  std::vector<std::pair<std::uint16_t, std::size_t>> to =
      {};                // a tag, and the number of the directory that it leads to
  std::size_t next = 0;  // 0: none follows
  std::uint16_t pointer_type = 4;
};
std::string linked_exif(const std::vector<LinkedDirectory>& directories);

/// A directory of GPS with these letters and fractions.
MadeExif::Directory gps_directory(const std::string& north, const ExifValue& latitude, const std::string& east,
                                  const ExifValue& longitude);
/// 50 degrees 30 minutes north, 10 degrees 15 minutes east.
MadeExif::Directory some_place();

/// A JPEG file with a segment of EXIF in front of all others, with the prefix that such a segment has.
std::string with_exif(const std::string& jpeg, const std::string& exif,
                      const std::string& prefix = std::string("Exif\0\0", 6));
/// A PNG file with another chunk behind its first one, or in front of its last one.
std::string with_chunk(const std::string& png, const std::string& type, const std::string& content,
                       bool at_end = false);
/// A WebP file with the extended header that says this size, a chunk of these pixels, and EXIF data behind them.
std::string webp_with_exif(const std::string& webp, std::uint32_t width, std::uint32_t height, const std::string& exif,
                           bool is_animated = false);

}  // namespace daybook::test
