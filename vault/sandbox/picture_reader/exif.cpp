#include <libexif/exif-data.h>

#include <cstring>

#include "vault/sandbox/picture_reader/decode.h"

namespace daybook::sandbox {
namespace {

std::string text_of(ExifData* data, ExifIfd ifd, ExifTag tag) {
  const ExifEntry* entry = exif_content_get_entry(data->ifd[ifd], tag);
  if (entry == nullptr || entry->format != EXIF_FORMAT_ASCII || entry->data == nullptr) return "";
  const std::string text(reinterpret_cast<const char*>(entry->data), entry->size);
  return text.substr(0, text.find('\0'));
}

// An angle in degrees, by the tags 1 to 4 of the GPS IFD (EXIF 2.3, 4.6.6): one tag has degrees, minutes and seconds,
// the other the letter of the side of the equator or of Greenwich.
std::optional<double> angle_of(ExifData* data, int side_tag, int angle_tag, char negative) {
  const ExifEntry* angle = exif_content_get_entry(data->ifd[EXIF_IFD_GPS], static_cast<ExifTag>(angle_tag));
  const std::string side = text_of(data, EXIF_IFD_GPS, static_cast<ExifTag>(side_tag));
  if (angle == nullptr || angle->format != EXIF_FORMAT_RATIONAL || angle->components != 3 || angle->size < 24 ||
      side.empty())
    return std::nullopt;
  double degrees = 0, unit = 1;
  for (unsigned i = 0; i < 3; ++i) {
    const ExifRational part = exif_get_rational(angle->data + std::size_t{i} * 8, exif_data_get_byte_order(data));
    if (part.denominator == 0) return std::nullopt;
    degrees += unit * part.numerator / part.denominator;
    unit /= 60;
  }
  return side[0] == negative ? -degrees : degrees;
}

}  // namespace

ExifFacts read_exif(const std::vector<std::uint8_t>& exif) {
  ExifFacts facts;
  if (exif.empty()) return facts;
  std::vector<std::uint8_t> with_prefix{'E', 'x', 'i', 'f', 0, 0};
  with_prefix.insert(with_prefix.end(), exif.begin(), exif.end());
  ExifData* data = exif_data_new();
  exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
  exif_data_load_data(data, with_prefix.data(), static_cast<unsigned>(with_prefix.size()));
  const ExifEntry* orientation = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  if (orientation != nullptr && orientation->format == EXIF_FORMAT_SHORT && orientation->size >= 2) {
    const int value = exif_get_short(orientation->data, exif_data_get_byte_order(data));
    if (value >= 1 && value <= 8) facts.orientation = value;
  }
  facts.taken = text_of(data, EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_ORIGINAL);
  constexpr int kOffsetTimeOriginal = 0x9011;  // EXIF 2.31; libexif has no name for it yet
  facts.taken_offset = text_of(data, EXIF_IFD_EXIF, static_cast<ExifTag>(kOffsetTimeOriginal));
  const auto latitude = angle_of(data, 1, 2, 'S'), longitude = angle_of(data, 3, 4, 'W');
  if (latitude && longitude) facts.place = {*latitude, *longitude};
  exif_data_unref(data);
  return facts;
}

}  // namespace daybook::sandbox
