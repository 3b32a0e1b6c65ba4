#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "vault/intake/reduced_picture.h"

namespace daybook::test {

/// Pixels whose left half is red and whose right half is blue; the top of the left half is white. 3 or 4 bytes each.
Bytes two_colors(std::uint32_t width, std::uint32_t height, int channels);
/// A TIFF structure with this orientation, this time, an offset from UTC and a place (51.5, -0.25).
std::string make_exif(int orientation, const std::string& taken);
/// A JPEG file of these pixels, 4 bytes each, with EXIF data unless `exif` is empty.
std::string encode_jpeg(std::uint32_t width, std::uint32_t height, ByteView pixels, const std::string& exif);
/// A JPEG file of two_colors(), with EXIF data unless `exif` is empty.
std::string make_jpeg(std::uint32_t width, std::uint32_t height, const std::string& exif);
/// A JPEG file of one colour in four inks, which no decoder here draws, with EXIF data unless `exif` is empty.
std::string make_ink_jpeg(std::uint32_t width, std::uint32_t height, const std::string& exif);
/// A GIF file of so many pictures of 2 x 1 pixels.
std::string make_gif(int pictures);
/// The PNG and HEIF files among the test data that others made. Where there are none, the test that asks is skipped.
std::vector<std::filesystem::path> pictures_of_others();
/// Whether the pixel in this column and row is red.
bool is_red(const vault::ReducedPicture& picture, std::uint32_t x, std::uint32_t y);

}  // namespace daybook::test
