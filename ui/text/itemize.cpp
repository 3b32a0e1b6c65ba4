#include "ui/text/itemize.h"

#include <fribidi.h>

namespace daybook::ui {
namespace {

bool is_common(hb_script_t script) {
  return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

// The script of each code point. Blanks, digits and marks take the script of what stands before them, and at the
// beginning of what follows.
std::vector<hb_script_t> scripts_of(const std::vector<char32_t>& values) {
  std::vector<hb_script_t> scripts(values.size());
  hb_script_t last = HB_SCRIPT_COMMON;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), values[i]);
    if (!is_common(script)) last = script;
    scripts[i] = last;
  }
  hb_script_t next = HB_SCRIPT_LATIN;
  for (std::size_t i = values.size(); i-- > 0;) {
    if (is_common(scripts[i])) scripts[i] = next;
    next = scripts[i];
  }
  return scripts;
}

std::vector<std::uint8_t> levels_of(const std::vector<char32_t>& values, bool& is_right_to_left) {
  std::vector<std::uint8_t> result(values.size(), 0);
  is_right_to_left = false;
  bool is_plain = true;
  for (const char32_t value : values) is_plain &= value < 0x590;  // nothing below is written from the right
  if (is_plain) return result;
  const auto size = static_cast<FriBidiStrIndex>(values.size());
  const auto* text = reinterpret_cast<const FriBidiChar*>(values.data());
  std::vector<FriBidiCharType> types(values.size());
  std::vector<FriBidiBracketType> brackets(values.size());
  std::vector<FriBidiLevel> levels(values.size());
  FriBidiParType direction = FRIBIDI_PAR_ON;
  fribidi_get_bidi_types(text, size, types.data());
  fribidi_get_bracket_types(text, size, types.data(), brackets.data());
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), size, &direction, levels.data()) == 0)
    return result;
  for (std::size_t i = 0; i < values.size(); ++i) result[i] = static_cast<std::uint8_t>(levels[i]);
  is_right_to_left = FRIBIDI_IS_RTL(direction);
  return result;
}

bool is_arabic(char32_t value) {
  return (value >= 0x600 && value <= 0x6ff) || (value >= 0x750 && value <= 0x77f) ||
         (value >= 0xfb50 && value <= 0xfdff) || (value >= 0xfe70 && value <= 0xfeff);
}

// Chooses one font for each character as a person sees it, so that a mark stays on its letter and an emoji sequence
// stays whole.
class FaceChooser {
 public:
  FaceChooser(Fonts& fonts, const std::vector<char32_t>& values, Weight weight, Hand hand)
      : m_fonts(fonts),
        m_values(values),
        m_wanted(fonts.for_weight(weight)),
        m_nastaliq(hand == Hand::nastaliq ? fonts.nastaliq() : kNoFace) {}

  std::vector<FaceIndex> choose() {
    const std::vector<bool> starts = character_starts(m_values);
    std::vector<FaceIndex> faces(m_values.size(), m_wanted);
    FaceIndex previous = m_wanted;
    for (std::size_t begin = 0; begin < m_values.size();) {
      std::size_t end = begin + 1;
      while (end < m_values.size() && !starts[end]) ++end;
      previous = face_for(begin, end, previous);
      std::fill(faces.begin() + static_cast<std::ptrdiff_t>(begin), faces.begin() + static_cast<std::ptrdiff_t>(end),
                previous);
      begin = end;
    }
    return faces;
  }

 private:
  FaceIndex face_for(std::size_t begin, std::size_t end, FaceIndex previous) {
    const char32_t first = m_values[begin];
    if (first < 0x80 && end == begin + 1) {
      // A blank has the font of the word before it. After an emoji it has not: it would be as wide as an emoji.
      const bool goes_on = first == ' ' && previous != m_fonts.emoji() && m_fonts.has(previous, ' ');
      return goes_on ? previous : m_wanted;
    }
    if (wants_emoji(begin, end) && m_fonts.has(m_fonts.emoji(), first)) return m_fonts.emoji();
    if (m_nastaliq != kNoFace && is_arabic(first) && has_all(m_nastaliq, begin, end)) return m_nastaliq;
    if (has_all(m_wanted, begin, end)) return m_wanted;
    if (previous != m_fonts.emoji() && has_all(previous, begin, end)) return previous;
    if (is_private_use(first)) return m_wanted;
    FaceIndex found = m_fonts.find(first);
    // Where the letter's font lacks one of its marks, another font may have both.
    for (std::size_t i = begin + 1; i < end && found != kNoFace && !has_all(found, begin, end); ++i) {
      const FaceIndex other = m_fonts.find(m_values[i]);
      if (other != kNoFace && has_all(other, begin, end)) found = other;
    }
    return found == kNoFace ? m_wanted : found;
  }

  bool wants_emoji(std::size_t begin, std::size_t end) const {
    constexpr char32_t kAsText = 0xfe0e, kAsPicture = 0xfe0f, kKeycap = 0x20e3;
    bool as_picture = is_emoji_by_default(m_values[begin]);
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (m_values[i] == kAsText) return false;
      as_picture |=
          m_values[i] == kAsPicture || m_values[i] == kKeycap || (m_values[i] >= 0x1f3fb && m_values[i] <= 0x1f3ff);
    }
    return as_picture;
  }

  bool has_all(FaceIndex face, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_invisible(m_values[i]) && !m_fonts.has(face, m_values[i])) return false;
    }
    return true;
  }

  Fonts& m_fonts;
  const std::vector<char32_t>& m_values;
  FaceIndex m_wanted;
  FaceIndex m_nastaliq;  // kNoFace where the text is not to be shown in Nastaliq
};

}  // namespace

bool is_private_use(char32_t value) { return (value >= 0xe000 && value <= 0xf8ff) || value >= 0xf0000; }

bool is_invisible(char32_t value) {
  return value == '\r' || value == 0xad || value == 0x34f || value == 0x61c || (value >= 0x200b && value <= 0x200f) ||
         (value >= 0x202a && value <= 0x202e) || (value >= 0x2060 && value <= 0x206f) ||
         (value >= 0xfe00 && value <= 0xfe0f) || value == 0xfeff || (value >= 0xe0000 && value <= 0xe0fff);
}

std::vector<TextRun> itemize(Fonts& fonts, const CodePoints& points, Weight weight, Hand hand, bool& is_right_to_left) {
  const std::vector<char32_t>& values = points.values;
  const auto levels = levels_of(values, is_right_to_left);
  const auto scripts = scripts_of(values);
  const auto faces = FaceChooser(fonts, values, weight, hand).choose();
  std::vector<TextRun> runs;
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    const bool goes_on = !runs.empty() && runs.back().face == faces[i] && runs.back().level == levels[i] &&
                         runs.back().script == scripts[i];
    if (goes_on)
      runs.back().end = i + 1;
    else
      runs.push_back({i, i + 1, faces[i], levels[i], scripts[i]});
  }
  return runs;
}

}  // namespace daybook::ui
