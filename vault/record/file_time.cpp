#include "vault/record/file_time.h"

#include <string>

#include "vault/log/clock.h"

namespace daybook::vault {
namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// The minutes of an offset: +02:00.
std::optional<int> parse_offset(std::string_view text) {
  constexpr std::string_view kForm = "+00:00";
  if (text.size() != kForm.size() || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  for (const std::size_t at : {1, 2, 4, 5}) {
    if (!is_figure(text[at])) return std::nullopt;
  }
  const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int minutes = number(1) * 60 + number(4);
  return text[0] == '-' ? -minutes : minutes;
}

}  // namespace

std::optional<FileTime> parse_file_time(std::string_view text) {
  constexpr std::size_t kWithoutOffset = std::string_view("2024-06-03T20:15:00").size();
  const auto local = parse_utc(std::string(text.substr(0, kWithoutOffset)) + "Z");
  if (!local) return std::nullopt;
  if (text.size() == kWithoutOffset) return FileTime{*local, std::nullopt};
  const auto offset = parse_offset(text.substr(kWithoutOffset));
  if (!offset) return std::nullopt;
  return FileTime{*local, offset};
}

}  // namespace daybook::vault
