#pragma once

#include <string_view>

#include "vault/sandbox/picture_reader/exif.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {

/// What the head of a picture file says without any decoder: its size, and where its EXIF data lie. So a picture that
/// is cut off, damaged, or of a kind that is not drawn still tells these.
struct Head {
  std::uint32_t width = 0, height = 0;      // pixels as they are stored; 0: not said
  bool has_decoder = false;                 // pictures of this kind are drawn here
  bool is_turned = false;                   // the size is that of the picture as it is meant to be seen
  std::uint64_t most_pixels = kMostPixels;  // with more of them it is not drawn
  Input exif;                               // the TIFF structure, in the file or in `room`; empty when there is none
  std::vector<std::uint8_t> room;           // for EXIF data that stand packed in the file

  Head() = default;
  Head(Head&&) = default;
  Head& operator=(Head&&) = default;
};

/// The kinds of pictures, which their first bytes tell.
enum class Format { jpeg, png, webp, gif, heif, tiff, other };
Format format_of(Input input);

/// The head of a file in any of these formats.
Head read_head(Input input);
/// Why a picture is not drawn whose decoder failed: `too_many_pixels`, `no_decoder`, or else `damaged`.
Drawn why_not_drawn(const Head& head);
/// Drops a prefix "Exif\0\0", which JPEG has before the TIFF structure and some programs write into other formats.
Input without_prefix(Input exif);
/// Whether these bytes stand there.
bool stands_at(Input input, std::size_t at, std::string_view what);

// The heads of single formats. The input begins as the format does.
Head read_jpeg_head(Input input);
Head read_png_head(Input input);
Head read_webp_head(Input input);
Head read_heif_head(Input input);

}  // namespace daybook::sandbox
