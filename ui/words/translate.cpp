#include "ui/words/translate.h"

#include <optional>
#include <unordered_map>

#include "crypto/bytes.h"

namespace daybook::ui {
namespace {

std::unordered_map<std::string_view, const char*>& sentences() {
  static std::unordered_map<std::string_view, const char*> map;
  return map;
}

std::string& text_of_catalogue() {
  static std::string text;
  return text;
}

}  // namespace

const char* tr(const char* english) {
  const auto& map = sentences();
  if (map.empty()) return english;
  const auto found = map.find(english);
  return found == map.end() ? english : found->second;
}

// GNU gettext manual, "The Format of GNU MO Files": magic, revision, number, offsets of two tables of (length, offset).
Result<void> load_catalogue(std::string_view bytes) {
  constexpr std::uint64_t kMagic = 0x950412de;
  constexpr std::size_t kHeader = 20, kRow = 8;
  const Error malformed{ErrorCode::malformed, "catalogue"};
  const auto number = [&](std::uint64_t at) {
    return load_little_endian<4>(as_bytes(bytes).subspan(static_cast<std::size_t>(at)));
  };
  if (bytes.size() < kHeader || number(0) != kMagic) return malformed;
  const std::uint64_t count = number(8), originals = number(12), translations = number(16);
  if (count > bytes.size() / kRow || originals + count * kRow > bytes.size() ||
      translations + count * kRow > bytes.size())
    return malformed;
  const auto entry = [&](std::uint64_t table, std::uint64_t i) -> std::optional<std::string_view> {
    const std::uint64_t length = number(table + i * kRow), offset = number(table + i * kRow + 4);
    if (offset + length >= bytes.size() || bytes[static_cast<std::size_t>(offset + length)] != '\0')
      return std::nullopt;
    return bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
  };
  for (std::uint64_t i = 0; i < count; ++i) {
    if (!entry(originals, i) || !entry(translations, i)) return malformed;
  }
  sentences().clear();
  text_of_catalogue() = std::string(bytes);
  bytes = text_of_catalogue();
  std::unordered_map<std::string_view, const char*> map;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string_view original = *entry(originals, i), translation = *entry(translations, i);
    if (!original.empty() && !translation.empty()) map[original] = translation.data();
  }
  sentences() = std::move(map);
  return {};
}

}  // namespace daybook::ui
