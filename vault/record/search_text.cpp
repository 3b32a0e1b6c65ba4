#include "vault/record/search_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "vault/record/figures.h"

namespace daybook::vault {
namespace {

constexpr auto kFold =
    static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
constexpr std::int32_t kAlef = 0x627, kTatweel = 0x640;

struct Range {
  std::int32_t first, last;
};

// Unicode blocks of scripts that put no blanks between words.
constexpr std::array kUnspaced = {
    Range{0x0E00, 0x0EFF},   // Thai, Lao
    Range{0x1000, 0x109F},   // Burmese
    Range{0x1780, 0x17FF},   // Khmer
    Range{0x1950, 0x19DF},   // Tai Le, New Tai Lue
    Range{0x1A20, 0x1AAF},   // Tai Tham
    Range{0x3040, 0x30FF},   // Kana
    Range{0x31F0, 0x31FF},   // Kana extensions
    Range{0x3400, 0x4DBF},   // Han extension A
    Range{0x4E00, 0x9FFF},   // Han
    Range{0xA9E0, 0xA9FF},   // Burmese extension B
    Range{0xAA60, 0xAA7F},   // Burmese extension A
    Range{0xF900, 0xFAFF},   // Han, compatibility
    Range{0x20000, 0x3FFFF}  // Han, further planes
};

constexpr std::array kLeftAside = {
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489},    Range{0x1AB0, 0x1AFF},  // Latin, Greek, Cyrillic
    Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20F0},    Range{0xFE20, 0xFE2F},  //
    Range{0x0591, 0x05BD}, Range{0x05BF, 0x05BF},    Range{0x05C1, 0x05C2},  // Hebrew
    Range{0x05C4, 0x05C5}, Range{0x05C7, 0x05C7},                            //
    Range{0x0610, 0x061A}, Range{0x064B, 0x0652},    Range{0x0656, 0x065F},  // Arabic
    Range{0x0670, 0x0670}, Range{0x06D6, 0x06DC},    Range{0x06DF, 0x06E4},  //
    Range{0x06E7, 0x06E8}, Range{0x06EA, 0x06ED},    Range{0x08CA, 0x08E1},  //
    Range{0x08E3, 0x08FF}, Range{kTatweel, kTatweel}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, std::int32_t point) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [point](const Range& range) { return point >= range.first && point <= range.last; });
}

// Madda and hamza above and below. Arabic is written with and without them on an alef. On other letters they make
// another letter.
bool is_sign_of_alef(std::int32_t point) { return point >= 0x653 && point <= 0x655; }

// Vowels and finals of Hangul that were written apart from their syllable.
bool is_part_of_syllable(std::int32_t point) { return point >= 0x1161 && point <= 0x11FF; }

enum class Part { word, unspaced, symbol, gap };

Part part_of(std::int32_t point) {
  const utf8proc_category_t category = utf8proc_category(point);
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO)  // letters, marks, figures
    return is_in(kUnspaced, point) ? Part::unspaced : Part::word;
  if (category >= UTF8PROC_CATEGORY_SM && category <= UTF8PROC_CATEGORY_SO) return Part::symbol;
  return category == UTF8PROC_CATEGORY_CO ? Part::word : Part::gap;
}

// The same for each character of ASCII, of which most texts have the most.
const std::array<Part, 0x80>& parts_of_ascii() {
  static const std::array<Part, 0x80> parts = [] {
    std::array<Part, 0x80> all{};
    for (std::int32_t point = 0; point < 0x80; ++point) all[static_cast<std::size_t>(point)] = part_of(point);
    return all;
  }();
  return parts;
}

// Letters with a stroke, and those that are two in one, which Unicode does not take apart. Who has no such key types
// the others.
std::u32string_view plain_letters(std::int32_t point) {
  switch (point) {
    case 0x131:  // dotless i
      return U"i";
    case 0x142:  // l with stroke
      return U"l";
    case 0xF8:  // o with stroke
      return U"o";
    case 0x111:  // d with stroke
      return U"d";
    case 0x127:  // h with stroke
      return U"h";
    case 0x167:  // t with stroke
      return U"t";
    case 0xE6:  // ae
      return U"ae";
    case 0x153:  // oe
      return U"oe";
    default:
      return {};
  }
}

bool is_mark(std::int32_t point) {
  const utf8proc_category_t category = utf8proc_category(point);
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

// The figure of any script as one of ASCII.
std::int32_t as_ascii_figure(std::int32_t point) {
  const auto figure = figure_of(point);
  return figure ? '0' + static_cast<std::int32_t>(*figure) : point;
}

// Takes the characters of a text one after the other.
class Words {
 public:
  explicit Words(std::size_t bytes) { m_words.reserve(bytes / kUsualWord + 1); }

  void take(std::int32_t point, std::uint32_t begin, std::uint32_t end) {
    if (point < 0x80) {
      const std::int32_t letter = point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
      return put(letter, m_ascii[static_cast<std::size_t>(letter)], begin, end);
    }
    const auto count = utf8proc_decompose_char(point, m_parts.data(), m_parts.size(), kFold, &m_boundary);
    if (count <= 0) return lengthen(end);  // it is not seen
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, m_parts.size()); ++i) {
      const std::int32_t part = m_parts[static_cast<std::size_t>(i)];
      const std::u32string_view plain = plain_letters(part);
      for (const char32_t letter : plain) add(static_cast<std::int32_t>(letter), begin, end);
      if (plain.empty()) add(part, begin, end);
    }
  }
  // What is no character of its own belongs to the word before it.
  void lengthen(std::uint32_t end) {
    if (m_before != Part::gap) m_words.back().ends.back() = end;
  }
  std::vector<SearchWord> words() { return std::move(m_words); }

 private:
  void add(std::int32_t point, std::uint32_t begin, std::uint32_t end) {
    const bool has_letter = m_before == Part::word || m_before == Part::unspaced;
    const std::int32_t last = has_letter ? static_cast<std::int32_t>(m_words.back().points.back()) : 0;
    if (is_mark_left_aside(point) || (last == kAlef && is_sign_of_alef(point))) return lengthen(end);
    if (has_letter && (is_mark(point) || is_part_of_syllable(point)) && compose(last, point)) return lengthen(end);
    point = as_ascii_figure(point);
    put(point, part_of(point), begin, end);
  }
  void put(std::int32_t point, Part part, std::uint32_t begin, std::uint32_t end) {
    if (part == Part::word && m_before == Part::word) {
      m_words.back().points += static_cast<char32_t>(point);
      m_words.back().ends.push_back(end);
    } else if (part != Part::gap) {
      const bool is_unspaced = part == Part::unspaced;
      SearchWord& word = m_words.emplace_back();
      if (part == Part::word) {
        word.points.reserve(kUsualWord);
        word.ends.reserve(kUsualWord);
      }
      word.points += static_cast<char32_t>(point);
      word.begin = begin;
      word.ends.push_back(end);
      word.is_unspaced = is_unspaced;
      word.goes_on = is_unspaced && m_before == Part::unspaced;
    }
    m_before = part;
  }
  // Puts a letter and what belongs to it together, where Unicode has a character for both: a syllable of Hangul, a Kana
  // with its sign. A word has one form then, however it was written.
  bool compose(std::int32_t last, std::int32_t point) {
    std::array<utf8proc_int32_t, 2> both{last, point};
    if (utf8proc_normalize_utf32(both.data(), 2, UTF8PROC_COMPOSE) != 1) return false;
    m_words.back().points.back() = static_cast<char32_t>(both[0]);
    return true;
  }

  static constexpr std::size_t kUsualWord = 8;  // characters: room for it is made at once

  const std::array<Part, 0x80>& m_ascii = parts_of_ascii();
  std::vector<SearchWord> m_words;
  Part m_before = Part::gap;
  std::array<utf8proc_int32_t, 64> m_parts{};
  int m_boundary = 0;
};

void append_point(std::string& text, char32_t point) {
  if (point < 0x80) {
    text += static_cast<char>(point);
    return;
  }
  std::array<utf8proc_uint8_t, 4> bytes;
  const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
}

}  // namespace

bool is_mark_left_aside(std::int32_t point) { return point >= 0x300 && is_in(kLeftAside, point); }

std::vector<SearchWord> words_for_search(std::string_view text) {
  Words words(text.size());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t point;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    const auto begin = static_cast<std::uint32_t>(at);
    at += length > 0 ? static_cast<std::size_t>(length) : 1;
    if (length > 0)
      words.take(point, begin, static_cast<std::uint32_t>(at));
    else
      words.lengthen(static_cast<std::uint32_t>(at));
  }
  return words.words();
}

std::string index_words(std::span<const SearchWord> words) {
  std::string text;
  text.reserve(8 * words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const char32_t point : words[i].points) append_point(text, point);
    if (i + 1 < words.size() && words[i + 1].goes_on) append_point(text, words[i + 1].points.front());
    text += ' ';
  }
  return text;
}

}  // namespace daybook::vault
