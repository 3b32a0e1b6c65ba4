#include "tests/support/made_exif.h"

#include <zlib.h>

namespace daybook::test {
namespace {

std::string number(std::uint64_t value, int size, bool is_big_endian) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * (is_big_endian ? size - 1 - i : i));
  return bytes;
}

int unit_of(std::uint16_t type) { return type == 3 ? 2 : type == 4 || type == 5 || (type >= 9 && type != 12) ? 4 : 1; }

std::string bytes_of(const ExifValue& value, bool is_big_endian) {
  if (value.numbers.empty()) return value.text;
  std::string bytes;
  for (const std::uint32_t one : value.numbers) bytes += number(one, unit_of(value.type), is_big_endian);
  return bytes;
}

std::size_t count_of(const ExifValue& value) {
  if (value.numbers.empty()) return value.text.size();
  return value.type == 5 || value.type == 10 ? value.numbers.size() / 2 : value.numbers.size();
}

// The directory that begins at this offset, with its values behind it.
std::string directory_at(const MadeExif::Directory& entries, std::size_t at, bool big, std::size_t next = 0) {
  const std::size_t values_at = at + 2 + 12 * entries.size() + 4;
  std::string directory = number(entries.size(), 2, big), values;
  for (const auto& [tag, value] : entries) {
    std::string bytes = bytes_of(value, big);
    directory += number(tag, 2, big) + number(value.type, 2, big) + number(count_of(value), 4, big);
    if (bytes.size() <= 4) {
      bytes.resize(4);
      directory += bytes;
    } else {
      directory += number(values_at + values.size(), 4, big);
      values += bytes;
    }
  }
  return directory + number(next, 4, big) + values;
}

std::string chunk_of(const std::string& type, const std::string& content) {
  const std::string checked = type + content;
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()));
  return number(content.size(), 4, true) + checked + number(sum, 4, true);
}

std::string riff_chunk(const std::string& type, const std::string& content) {
  return type + number(content.size(), 4, false) + content + std::string(content.size() % 2, '\0');
}

}  // namespace

ExifValue text_value(const std::string& text, std::uint16_t type) { return {type, {}, text + std::string(1, '\0')}; }
ExifValue short_value(std::uint32_t number) { return {3, {number}, ""}; }
ExifValue long_value(std::uint32_t number) { return {4, {number}, ""}; }

ExifValue fractions(const Fractions& parts, bool is_signed) {
  ExifValue value{static_cast<std::uint16_t>(is_signed ? 10 : 5), {}, ""};
  for (const auto& [numerator, denominator] : parts) {
    value.numbers.push_back(numerator);
    value.numbers.push_back(denominator);
  }
  return value;
}

std::string MadeExif::bytes(bool is_big_endian) const {
  Directory all = first;
  if (!exif.empty()) all.emplace_back(0x8769, long_value(0));
  if (!gps.empty()) all.emplace_back(0x8825, long_value(0));
  const std::size_t exif_at = 8 + directory_at(all, 8, is_big_endian).size();
  const std::string of_exif = exif.empty() ? "" : directory_at(exif, exif_at, is_big_endian);
  const std::size_t gps_at = exif_at + of_exif.size();
  for (auto& [tag, value] : all) {
    if (tag == 0x8769) value.numbers = {static_cast<std::uint32_t>(exif_at)};
    if (tag == 0x8825) value.numbers = {static_cast<std::uint32_t>(gps_at)};
  }
  return std::string(is_big_endian ? "MM" : "II") + number(42, 2, is_big_endian) + number(8, 4, is_big_endian) +
         directory_at(all, 8, is_big_endian) + of_exif + (gps.empty() ? "" : directory_at(gps, gps_at, is_big_endian));
}

std::string linked_exif(const std::vector<LinkedDirectory>& directories) {
  const auto all_of = [&](const LinkedDirectory& one, const std::vector<std::size_t>& offsets) {
    MadeExif::Directory entries = one.entries;
    for (const auto& [tag, other] : one.to)
      entries.emplace_back(tag, ExifValue{one.pointer_type, {static_cast<std::uint32_t>(offsets[other])}, ""});
    return entries;
  };
  // No size depends on where a directory leads to.
  std::vector<std::size_t> offsets(directories.size());
  std::size_t end = 8;
  for (std::size_t i = 0; i < directories.size(); ++i) {
    offsets[i] = end;
    end += directory_at(all_of(directories[i], offsets), end, false).size();
  }
  std::string bytes("II*\0\x08\0\0\0", 8);
  for (const LinkedDirectory& one : directories)
    bytes += directory_at(all_of(one, offsets), bytes.size(), false, one.next == 0 ? 0 : offsets[one.next]);
  return bytes;
}

MadeExif::Directory gps_directory(const std::string& north, const ExifValue& latitude, const std::string& east,
                                  const ExifValue& longitude) {
  return {{1, text_value(north)}, {2, latitude}, {3, text_value(east)}, {4, longitude}};
}

MadeExif::Directory some_place() {
  return gps_directory("N", fractions({{50, 1}, {30, 1}, {0, 1}}), "E", fractions({{10, 1}, {15, 1}, {0, 1}}));
}

std::string with_exif(const std::string& jpeg, const std::string& exif, const std::string& prefix) {
  const std::string content = prefix + exif;
  return jpeg.substr(0, 2) + "\xff\xe1" + number(content.size() + 2, 2, true) + content + jpeg.substr(2);
}

std::string with_chunk(const std::string& png, const std::string& type, const std::string& content, bool at_end) {
  const std::size_t at = at_end ? png.size() - 12 : 33;
  return png.substr(0, at) + chunk_of(type, content) + png.substr(at);
}

std::string webp_with_exif(const std::string& webp, std::uint32_t width, std::uint32_t height, const std::string& exif,
                           bool is_animated) {
  const std::string header = std::string(1, static_cast<char>(is_animated ? 0x0a : 0x08)) + std::string(3, '\0') +
                             number(width - 1, 3, false) + number(height - 1, 3, false);
  const std::string pixels = webp.substr(12);
  const std::string frame =
      is_animated ? riff_chunk("ANIM", std::string(6, '\0')) + riff_chunk("ANMF", std::string(16, '\0') + pixels)
                  : pixels;
  const std::string chunks = "WEBP" + riff_chunk("VP8X", header) + frame + riff_chunk("EXIF", exif);
  return "RIFF" + number(chunks.size(), 4, false) + chunks;
}

}  // namespace daybook::test
