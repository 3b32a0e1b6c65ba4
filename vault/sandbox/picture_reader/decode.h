#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "vault/sandbox/picture_reader/exif.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {

// Decoders for pictures that somebody else made. They run in the picture-reader only, after the lockdown, for one
// picture in each process. So they may crash, or give up without freeing memory, and only the picture is not shown.

struct Decoded {
  std::uint32_t width = 0, height = 0;                // of the whole picture
  std::uint32_t pixels_width = 0, pixels_height = 0;  // of `rgba`, where a decoder may have reduced the picture
  std::vector<std::uint8_t> rgba;                     // 4 bytes a pixel, row by row
  bool is_turned = false;                             // the decoder has applied the orientation
  Drawn drawn = Drawn::whole;                         // or in_part, or first_of_several
};

// No decoder tells what the file says of itself: head.h does. Each gives the picture in a file of its format, or
// nothing when the picture cannot be decoded or has too many pixels (kMostPixels, or kMostGifPixels). With `most_side`,
// the size to which the picture will be reduced, a decoder may give fewer pixels for less work, as long as their longer
// side is no shorter than that.

/// The picture in a file of any of these formats, which its first bytes tell.
std::optional<Decoded> decode_picture(Input input, std::uint32_t most_side);

/// A JPEG whose data end too early is decoded as far as they go.
std::optional<Decoded> decode_jpeg(Input input, std::uint32_t most_side);
std::optional<Decoded> decode_png(Input input);
/// Only a WebP that is a still picture is decoded. An animation gives nothing.
std::optional<Decoded> decode_webp(Input input, std::uint32_t most_side);
/// The first picture of a GIF, which may have many, or as much of it as there is.
std::optional<Decoded> decode_gif(Input input);
/// Where kMostThumbnailSide allows it, the pixels are those of the thumbnail that the file has, which may be smaller
/// still.
std::optional<Decoded> decode_heif(Input input, std::uint32_t most_side);

/// Loads the decoders of libheif. To be called before the lockdown, after which their files cannot be opened.
void prepare_heif();

/// Reduces the pixels to at most `most_side` on the longer side. What has no more is left as it is.
void reduce(Decoded& picture, std::uint32_t most_side);
/// Turns and mirrors the pixels as `orientation` asks, from 1 to 8 (EXIF 2.3, 4.6.4), so that the picture stands
/// upright.
void turn(Decoded& picture, int orientation);

/// A part of the picture in the size in which it is looked at, which is no larger than that of its pixels, upright: the
/// part is meant in the picture as it is to be seen. 4 bytes a pixel, row by row.
std::vector<std::uint8_t> part_of(const Decoded& picture, int orientation, const Part& part);

/// Answers for the picture in a file with its size, and then with each part that this process is told, until nobody
/// tells it any more. The picture is decoded for `first_side` pixels on its longer side, and anew when a part needs
/// more. False when it is no picture that can be shown, or nobody listens.
bool look_at(Input input, std::uint32_t first_side);

}  // namespace daybook::sandbox
