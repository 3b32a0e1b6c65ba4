#include "tests/support/made_film.h"

namespace daybook::test {

std::string high_first(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = size - 1; i >= 0; --i) bytes += static_cast<char>(value >> 8 * i);
  return bytes;
}

std::string film_box(const std::string& type, const std::string& content) {
  return high_first(content.size() + 8, 4) + type + content;
}

std::string film_header(std::uint64_t made, int version) {
  const int size = version == 1 ? 8 : 4;
  return film_box("mvhd", high_first(static_cast<std::uint64_t>(version) << 24, 4) + high_first(made, size) +
                              high_first(made, size) + high_first(600, 4) + high_first(1500, size) +
                              std::string(80, '\0'));
}

std::string made_film(const std::string& boxes) { return film_box("ftyp", "qt  ") + film_box("moov", boxes); }

std::string apple_metadata(const std::vector<std::pair<std::string, std::string>>& values, bool has_version) {
  std::string keys = high_first(0, 4) + high_first(values.size(), 4), items;
  std::uint64_t number = 0;
  for (const auto& [key, value] : values) {
    keys += film_box("mdta", key);
    items += film_box(high_first(++number, 4), film_box("data", high_first(1, 4) + high_first(0, 4) + value));
  }
  const std::string handler = film_box("hdlr", std::string(8, '\0') + "mdta" + std::string(13, '\0'));
  return film_box(
      "meta", (has_version ? std::string(4, '\0') : "") + handler + film_box("keys", keys) + film_box("ilst", items));
}

std::string user_text(const std::string& type, const std::string& text) {
  return film_box("udta", film_box(type, high_first(text.size(), 2) + "\x15\xc7" + text));
}

std::string user_place(double latitude, double longitude, const std::string& name) {
  const auto fixed = [](double degrees) {
    return high_first(static_cast<std::uint32_t>(static_cast<std::int32_t>(degrees * 65536)), 4);
  };
  return film_box("udta",
                  film_box("loci", std::string(4, '\0') + "\x15\xc7" + name + std::string(2, '\0') + fixed(longitude) +
                                       fixed(latitude) + fixed(0) + "earth" + std::string(2, '\0')));
}

}  // namespace daybook::test
