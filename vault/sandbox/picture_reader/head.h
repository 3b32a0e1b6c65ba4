#pragma once

#include <string_view>

#include "vault/sandbox/picture_reader/exif.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {

/// What the head of a picture file says without any decoder: its size, and where its EXIF data lie. So a picture that
/// is cut off, damaged, or of a kind that is not drawn still tells these.
struct Head {
  std::uint32_t width = 0, height = 0;           // pixels as they are stored; 0: not said
  bool has_decoder = false;                      // pictures of this kind are drawn here
  bool is_turned = false;                        // the size is that of the picture as it is meant to be seen
  std::uint64_t most_pixels = kMostPixels;       // with more of them it is not drawn
  std::vector<Input> exif;                       // TIFF structures, in the file or in `rooms`, in their order
  bool has_unread_exif = false;                  // there are more of them than are looked at
  std::vector<std::vector<std::uint8_t>> rooms;  // for EXIF data that stand packed in the file, or in pieces

  Head() = default;
  Head(Head&&) = default;
  Head& operator=(Head&&) = default;
};

/// The kinds of pictures, which their first bytes tell.
enum class Format { jpeg, png, webp, gif, heif, tiff, other };
Format format_of(Input input);

/// The head of a file in any of these formats.
Head read_head(Input input);
/// What the EXIF data of the file say. A place is held too where there are some that were not looked at.
ExifFacts exif_of(const Head& head);
/// Adds a block of EXIF data, with such a prefix before it or not, unless it is none: one in the file, and one that was
/// unpacked. `has_unread_exif` becomes true where there are too many.
void add_exif(Input block, Head& head);
void add_exif(std::vector<std::uint8_t> block, Head& head);
/// Why a picture is not drawn whose decoder failed: `too_many_pixels`, `no_decoder`, or else `damaged`.
Drawn why_not_drawn(const Head& head);
/// Whether a prefix "Exif\0" stands there and one byte more, in letters of any size: JPEG has it before the TIFF
/// structure, and some programs write it into other formats.
bool has_exif_prefix(Input block);
/// Whether these bytes stand there.
bool stands_at(Input input, std::size_t at, std::string_view what);

/// The bytes of EXIF data that are unpacked or put together out of one file, at most. Cameras write some 64 KiB.
constexpr std::size_t kMostUnpacked = 32 << 20;

// The heads of single formats. The input begins as the format does.
Head read_jpeg_head(Input input);
Head read_png_head(Input input);
Head read_webp_head(Input input);
Head read_heif_head(Input input);

}  // namespace daybook::sandbox
