#include <algorithm>

#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {

namespace {

// How much of each pixel from `first` on, in one direction, belongs to one pixel of the reduced picture. A whole pixel
// counts as many as the reduced picture has, so that every share is a whole number, and all of them together make the
// size of the whole picture.
struct Span {
  std::uint32_t first = 0;
  std::vector<std::uint32_t> shares;
};

// The spans of `count` pixels of the reduced picture, from `begin` on.
std::vector<Span> share_out(std::uint32_t size, std::uint32_t new_size, std::uint32_t begin, std::uint32_t count) {
  std::vector<Span> spans(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t from = (std::uint64_t{begin} + i) * size, end = from + size;
    spans[i].first = static_cast<std::uint32_t>(from / new_size);
    for (std::uint64_t pixel = spans[i].first; pixel * new_size < end; ++pixel) {
      const std::uint64_t share = std::min(end, (pixel + 1) * new_size) - std::max(from, pixel * new_size);
      spans[i].shares.push_back(static_cast<std::uint32_t>(share));
    }
  }
  return spans;
}

// The mean of the pixels in a part of the picture, weighted by how opaque they are, because the colour of a transparent
// pixel means nothing. No sum overflows: the shares of one pixel of the reduced picture make width times height, which
// kMostPixels bounds, and each is multiplied by 255 twice.
void average(const Decoded& picture, const Span& rows, const Span& columns, std::uint8_t* target) {
  std::uint64_t sums[3] = {}, opaque = 0;
  for (std::size_t y = 0; y < rows.shares.size(); ++y) {
    const std::uint8_t* pixel = &picture.rgba[((rows.first + y) * picture.pixels_width + columns.first) * 4];
    for (const std::uint32_t column_share : columns.shares) {
      const std::uint64_t weight = std::uint64_t{rows.shares[y]} * column_share * pixel[3];
      for (int channel = 0; channel < 3; ++channel) sums[channel] += weight * pixel[channel];
      opaque += weight;
      pixel += 4;
    }
  }
  const std::uint64_t all = std::uint64_t{picture.pixels_width} * picture.pixels_height;
  for (int channel = 0; channel < 3 && opaque > 0; ++channel)
    target[channel] = static_cast<std::uint8_t>((sums[channel] + opaque / 2) / opaque);
  target[3] = static_cast<std::uint8_t>((opaque + all / 2) / all);
}

// Reduces the picture to a size, and gives a part of that. The part is meant in the picture as it is stored.
std::vector<std::uint8_t> reduced_part(const Decoded& picture, const Part& part) {
  std::vector<std::uint8_t> pixels(std::size_t{part.width} * part.height * 4);
  if (part.whole_width == picture.pixels_width && part.whole_height == picture.pixels_height) {
    for (std::uint32_t y = 0; y < part.height; ++y)
      std::copy_n(&picture.rgba[((std::size_t{part.y} + y) * picture.pixels_width + part.x) * 4],
                  std::size_t{part.width} * 4, &pixels[std::size_t{y} * part.width * 4]);
    return pixels;
  }
  const std::vector<Span> columns = share_out(picture.pixels_width, part.whole_width, part.x, part.width);
  const std::vector<Span> rows = share_out(picture.pixels_height, part.whole_height, part.y, part.height);
  for (std::uint32_t y = 0; y < part.height; ++y) {
    for (std::uint32_t x = 0; x < part.width; ++x)
      average(picture, rows[y], columns[x], &pixels[(std::size_t{y} * part.width + x) * 4]);
  }
  return pixels;
}

bool swaps_sides(int orientation) { return orientation >= 5; }
bool mirrors_columns(int orientation) {
  return orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
}
bool mirrors_rows(int orientation) {
  return orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
}

// The part of the stored picture that is seen as `part` of the upright one.
Part stored_part(int orientation, const Part& part) {
  Part stored = part;
  if (swaps_sides(orientation)) stored = {part.whole_height, part.whole_width, part.y, part.x, part.height, part.width};
  if (mirrors_columns(orientation)) stored.x = stored.whole_width - stored.width - stored.x;
  if (mirrors_rows(orientation)) stored.y = stored.whole_height - stored.height - stored.y;
  return stored;
}

}  // namespace

// Every pixel of the reduced picture is the mean of the area that it stands for. Pixels at the border of two areas
// count for both, by the part that lies in each: counted whole, for one of them, they would make the strokes of small
// letters thick here and thin there.
void reduce(Decoded& picture, std::uint32_t most_side) {
  const std::uint32_t width = picture.pixels_width, height = picture.pixels_height;
  const std::uint32_t side = std::max(width, height);
  if (side <= most_side) return;
  const auto new_width = std::max(1u, static_cast<std::uint32_t>(std::uint64_t{width} * most_side / side));
  const auto new_height = std::max(1u, static_cast<std::uint32_t>(std::uint64_t{height} * most_side / side));
  picture.rgba = reduced_part(picture, {new_width, new_height, 0, 0, new_width, new_height});
  picture.pixels_width = new_width;
  picture.pixels_height = new_height;
}

// The orientation of EXIF 2.3, 4.6.4 says where the first row and the first column of the stored picture belong. Each
// pixel of the turned picture is fetched from its place in the stored one.
void turn(Decoded& picture, int orientation) {
  if (orientation == 1) return;
  const std::uint32_t width = picture.pixels_width, height = picture.pixels_height;
  const bool swaps = swaps_sides(orientation);
  const std::uint32_t new_width = swaps ? height : width, new_height = swaps ? width : height;
  std::vector<std::uint8_t> turned(picture.rgba.size());
  for (std::uint32_t y = 0; y < new_height; ++y) {
    for (std::uint32_t x = 0; x < new_width; ++x) {
      std::uint32_t from_x = swaps ? y : x, from_y = swaps ? x : y;
      if (mirrors_columns(orientation)) from_x = width - 1 - from_x;
      if (mirrors_rows(orientation)) from_y = height - 1 - from_y;
      std::copy_n(&picture.rgba[(std::size_t{from_y} * width + from_x) * 4], 4,
                  &turned[(std::size_t{y} * new_width + x) * 4]);
    }
  }
  picture.rgba = std::move(turned);
  picture.pixels_width = new_width;
  picture.pixels_height = new_height;
  if (swaps) std::swap(picture.width, picture.height);
}

// Only the part is turned, and not the whole picture, which may take hundreds of megabytes.
std::vector<std::uint8_t> part_of(const Decoded& picture, int orientation, const Part& part) {
  const Part stored = stored_part(orientation, part);
  Decoded seen;
  seen.width = seen.pixels_width = stored.width;
  seen.height = seen.pixels_height = stored.height;
  seen.rgba = reduced_part(picture, stored);
  turn(seen, orientation);
  return std::move(seen.rgba);
}

}  // namespace daybook::sandbox
