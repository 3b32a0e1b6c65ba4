#include "vault/record/search_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

constexpr auto kFold =
    static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
constexpr std::int32_t kDotlessI = 0x131;

struct Range {
  std::int32_t first, last;
};

// Unicode blocks of scripts that put no blanks between words.
constexpr std::array kUnspaced = {
    Range{0x0E00, 0x0EFF},   // Thai, Lao
    Range{0x1000, 0x109F},   // Burmese
    Range{0x1780, 0x17FF},   // Khmer
    Range{0x3040, 0x30FF},   // Kana
    Range{0x31F0, 0x31FF},   // Kana extensions
    Range{0x3400, 0x4DBF},   // Han extension A
    Range{0x4E00, 0x9FFF},   // Han
    Range{0xF900, 0xFAFF},   // Han, compatibility
    Range{0x20000, 0x3FFFF}  // Han, further planes
};

void append_point(std::string& text, std::int32_t point) {
  utf8proc_uint8_t bytes[4];
  const auto count = utf8proc_encode_char(point, bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

bool has_word_character(std::string_view folded) {
  const std::vector<std::int32_t> points = folded_points(folded);
  return std::any_of(points.begin(), points.end(), is_in_word);
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

// The query, cut at its blanks before it is folded: folding puts blanks between pairs of characters, and cutting then
// would tear one unspaced word into several.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    if (end > 0) pieces.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

}  // namespace

bool is_unspaced(std::int32_t point) {
  for (const Range& range : kUnspaced) {
    if (point >= range.first && point <= range.last) return true;
  }
  return false;
}

bool is_in_word(std::int32_t point) {
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

std::vector<std::int32_t> folded_points(std::string_view text) {
  std::vector<std::int32_t> points;
  int boundary = 0;
  std::array<utf8proc_int32_t, 64> decomposed;
  while (!text.empty()) {
    utf8proc_int32_t point;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &point);
    if (length <= 0) {
      text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(static_cast<std::size_t>(length));
    const auto count = utf8proc_decompose_char(point, decomposed.data(), decomposed.size(), kFold, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(decomposed.size()); ++i) {
      points.push_back(decomposed[i] == kDotlessI ? 'i' : decomposed[i]);
    }
  }
  return points;
}

std::string fold_for_search(std::string_view text) {
  const std::vector<std::int32_t> points = folded_points(text);
  std::string folded;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_unspaced(points[i])) {
      append_point(folded, points[i]);
      continue;
    }
    std::size_t end = i + 1;
    while (end < points.size() && is_unspaced(points[end])) ++end;
    folded += ' ';
    for (std::size_t k = i; k + 1 < end; ++k) {
      append_point(folded, points[k]);
      append_point(folded, points[k + 1]);
      folded += ' ';
    }
    if (end - i == 1) {
      append_point(folded, points[i]);
      folded += ' ';
    }
    i = end - 1;
  }
  return folded;
}

std::optional<std::string> search_expression(std::string_view query, const std::vector<std::string>& terms) {
  std::vector<std::string> phrases;
  for (const std::string_view piece : pieces_of(query)) {
    const std::string folded = fold_for_search(piece);
    if (has_word_character(folded)) phrases.push_back(quoted(folded));
  }
  std::string expression;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    expression += (i == 0 ? "folded : (" : " AND ") + phrases[i];
    // While somebody is still typing, the last word may be only the beginning of one.
    if (i + 1 == phrases.size()) expression += " *)";
  }
  for (const std::string& term : terms)
    expression += (expression.empty() ? "filters : " : " AND filters : ") + quoted(term);
  if (expression.empty()) return std::nullopt;
  return expression;
}

std::string kind_term(std::string_view kind) { return "kind_" + std::string(kind); }

// A tag may hold any character, but a term is one token of the index: so the tag stands in it in hexadecimal.
std::string tag_term(std::string_view tag) { return "tag_" + crypto::to_hex(as_bytes(fold_for_search(tag))); }

}  // namespace daybook::vault
