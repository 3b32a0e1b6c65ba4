#include <catch2/catch_test_macros.hpp>

#include "vault/sandbox/picture_reader/decode.h"

using namespace daybook::sandbox;

namespace {

Decoded grey(std::uint32_t width, std::uint32_t height, const std::vector<std::uint8_t>& values) {
  Decoded picture;
  picture.width = picture.pixels_width = width;
  picture.height = picture.pixels_height = height;
  for (const std::uint8_t value : values) picture.rgba.insert(picture.rgba.end(), {value, value, value, 255});
  return picture;
}

}  // namespace

TEST_CASE("a reduced pixel is the mean of its area, and one on a border counts on both sides") {
  Decoded row = grey(3, 1, {0, 90, 255});
  reduce(row, 2);
  CHECK(row.rgba == grey(2, 1, {30, 200}).rgba);  // (2 * 0 + 90) / 3 and (90 + 2 * 255) / 3
  Decoded column = grey(1, 3, {0, 90, 255});
  reduce(column, 2);
  CHECK(column.rgba == row.rgba);
  CHECK(column.pixels_height == 2);
  Decoded square = grey(2, 2, {0, 100, 100, 200});
  reduce(square, 1);
  CHECK(square.rgba == grey(1, 1, {100}).rgba);
}

TEST_CASE("what is not larger than was asked for is not changed") {
  Decoded row = grey(3, 1, {1, 2, 3});
  reduce(row, 3);
  CHECK(row.pixels_width == 3);
  reduce(row, 1600);
  CHECK(row.rgba == grey(3, 1, {1, 2, 3}).rgba);
}

TEST_CASE("the colour of a transparent pixel does not count, and what is flat stays so at every size") {
  Decoded pair = grey(2, 1, {10, 250});
  pair.rgba[7] = 0;
  reduce(pair, 1);
  CHECK(pair.rgba == std::vector<std::uint8_t>{10, 10, 10, 128});
  for (std::uint32_t side = 1; side < 61; ++side) {
    Decoded flat = grey(61, 37, std::vector<std::uint8_t>(61 * 37, 201));
    reduce(flat, side);
    REQUIRE(flat.pixels_width == side);
    REQUIRE(flat.rgba.size() == std::size_t{side} * flat.pixels_height * 4);
    for (std::size_t at = 0; at < flat.rgba.size(); at += 4)
      REQUIRE((flat.rgba[at] == 201 && flat.rgba[at + 3] == 255));
  }
}
