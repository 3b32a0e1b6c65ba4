#include "ui/text/paragraph.h"

#include <linebreak.h>

#include <algorithm>
#include <cmath>

#include "ui/text/itemize.h"

namespace daybook::ui {
namespace {

constexpr float kBlanksInTab = 4;
constexpr char32_t kLeftToRightOverride = 0x202d, kRightToLeftOverride = 0x202e;  // UAX #9, 2.2
constexpr float kMissingDigit = 0.36f;  // width of a digit in the box that stands for a character that no font has

// A glyph as it comes out of HarfBuzz: `at` is the code point where its cluster begins.
struct ShapedGlyph {
  std::uint32_t id, at;
  FaceIndex face;
  float advance, x, y;
};

bool is_blank(char32_t value) { return value == ' ' || value == '\t' || value == '\r' || value == 0x3000; }

float missing_width(char32_t value, float size) {
  return size * kMissingDigit * (value > 0xffff ? 3 : 2) + size * 0.2f;  // two rows of digits in a frame
}

}  // namespace

// Lays out one text after the other. The buffers are kept, because a window lays out many short texts.
class Shaper::Work {
 public:
  Work() : m_buffer(hb_buffer_create()) { init_linebreak(); }
  ~Work() { hb_buffer_destroy(m_buffer); }
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  // Adds the lines of a piece of text without line ends to `target`. `offset` is the byte where the piece begins.
  void add(Fonts& fonts, std::string_view text, std::uint32_t offset, const TextStyle& style, Hand hand,
           Paragraph& target) {
    m_points = code_points_of(text);
    // Characters that turn the direction of what follows round would let somebody's words read as others. They are
    // seen as unknown characters, and turn nothing.
    for (char32_t& value : m_points.values) {
      if (value == kLeftToRightOverride || value == kRightToLeftOverride) value = U'\ufffd';
    }
    for (std::uint32_t& at : m_points.offsets) at += offset;
    bool is_right_to_left = false;
    m_runs = itemize(fonts, m_points, style.weight, hand, is_right_to_left);
    m_glyphs.clear();
    m_run_glyphs.clear();
    for (const TextRun& run : m_runs) {
      m_run_glyphs.push_back(m_glyphs.size());
      shape(fonts, run, style.size);
    }
    m_run_glyphs.push_back(m_glyphs.size());
    find_breaks();
    const std::size_t size = m_points.values.size();
    if (size == 0) return add_line(fonts, 0, 0, style, is_right_to_left, target);
    for (std::size_t begin = 0; begin < size;) {
      const std::size_t end = style.width > 0 ? fill(begin, style.width) : size;
      add_line(fonts, begin, end, style, is_right_to_left, target);
      begin = end;
    }
  }

 private:
  void shape(Fonts& fonts, const TextRun& run, float size) {
    const Face* face = fonts.face(run.face);
    if (face == nullptr) return;
    hb_buffer_clear_contents(m_buffer);
    hb_buffer_add_utf32(m_buffer, reinterpret_cast<const std::uint32_t*>(m_points.values.data()),
                        static_cast<int>(m_points.values.size()), run.begin, static_cast<int>(run.end - run.begin));
    hb_buffer_set_direction(m_buffer, run.level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(m_buffer, run.script);
    hb_buffer_set_language(m_buffer, hb_language_get_default());
    hb_shape(face->shapes, m_buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(m_buffer, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(m_buffer, &count);
    const float scale = size / face->units;
    for (unsigned i = 0; i < count; ++i) {
      ShapedGlyph glyph{infos[i].codepoint,
                        infos[i].cluster,
                        run.face,
                        static_cast<float>(places[i].x_advance) * scale,
                        static_cast<float>(places[i].x_offset) * scale,
                        -static_cast<float>(places[i].y_offset) * scale};
      const char32_t value = m_points.values[glyph.at];
      if (value == '\t' || value == '\r') {
        // Fonts have no glyph for these, and would show a box in their place.
        hb_codepoint_t blank = 0;
        hb_font_get_nominal_glyph(face->shapes, ' ', &blank);
        glyph.id = blank;
        glyph.advance = value == '\t' ? kBlanksInTab * size * 0.28f : 0;
      } else if (glyph.id == 0 || is_private_use(value)) {
        make_missing(fonts, run, glyph, size);
      }
      m_glyphs.push_back(glyph);
    }
  }

  // Replaces the glyph of a character that the font lacks by its code point, which can be read and looked up. The glyph
  // ".notdef" of a font is the same for every character.
  void make_missing(Fonts& fonts, const TextRun& run, ShapedGlyph& glyph, float size) {
    std::uint32_t at = glyph.at;
    for (std::uint32_t i = at; i < run.end; ++i) {
      const char32_t value = m_points.values[i];
      if (is_invisible(value) || (fonts.has(run.face, value) && !is_private_use(value))) continue;
      at = i;
      break;
    }
    glyph = {m_points.values[at], glyph.at, kNoFace, missing_width(m_points.values[at], size), 0, 0};
  }

  void find_breaks() {
    const std::size_t size = m_points.values.size();
    m_breaks.assign(size, LINEBREAK_NOBREAK);
    if (size > 0)
      set_linebreaks_utf32(reinterpret_cast<const utf32_t*>(m_points.values.data()), size, "", m_breaks.data());
    m_advances.assign(size, 0);
    m_is_cluster.assign(size + 1, false);
    m_is_cluster[size] = true;
    for (const ShapedGlyph& glyph : m_glyphs) {
      m_advances[glyph.at] += glyph.advance;
      m_is_cluster[glyph.at] = true;
    }
  }

  // The code point where the next line begins. Blanks at the end of a line may reach beyond its width. A word that is
  // longer than a line is parted between clusters.
  std::size_t fill(std::size_t begin, float width) const {
    float used = 0;
    std::size_t last_break = begin;
    for (std::size_t i = begin; i < m_points.values.size(); ++i) {
      used += m_advances[i];
      const bool overflows = used > width + 0.01f && !is_blank(m_points.values[i]);
      if (overflows && i > begin) {
        if (last_break > begin) return last_break;
        if (m_is_cluster[i]) return i;
      }
      if (m_breaks[i] == LINEBREAK_ALLOWBREAK && m_is_cluster[i + 1]) last_break = i + 1;
    }
    return m_points.values.size();
  }

  struct Segment {
    std::size_t begin, end, run;
  };

  // Puts the runs of a line into the order from left to right (UAX 9, rule L2): from the highest level down, every
  // stretch of at least that level is turned round.
  std::vector<Segment> visual_order(std::size_t begin, std::size_t end) const {
    std::vector<Segment> segments;
    std::uint8_t highest = 0, lowest_odd = 255;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
      const std::size_t from = std::max<std::size_t>(m_runs[run].begin, begin),
                        to = std::min<std::size_t>(m_runs[run].end, end);
      if (from >= to) continue;
      segments.push_back({from, to, run});
      highest = std::max(highest, m_runs[run].level);
      if (m_runs[run].level % 2 == 1) lowest_odd = std::min(lowest_odd, m_runs[run].level);
    }
    for (int level = highest; level >= lowest_odd; --level) {
      for (std::size_t i = 0; i < segments.size();) {
        std::size_t j = i;
        while (j < segments.size() && m_runs[segments[j].run].level >= level) ++j;
        std::reverse(segments.begin() + static_cast<std::ptrdiff_t>(i),
                     segments.begin() + static_cast<std::ptrdiff_t>(j));
        i = std::max(j, i + 1);
      }
    }
    return segments;
  }

  void add_line(Fonts& fonts, std::size_t begin, std::size_t end, const TextStyle& style, bool is_right_to_left,
                Paragraph& target) {
    std::size_t visible_end = end;
    while (visible_end > begin && is_blank(m_points.values[visible_end - 1])) --visible_end;
    Line line;
    line.first_glyph = static_cast<std::uint32_t>(target.glyphs.size());
    line.begin = m_points.offsets[begin];
    line.end = m_points.offsets[end];
    line.is_right_to_left = is_right_to_left;
    line.top = target.height;
    const Face* base = fonts.face(fonts.for_weight(style.weight));
    float ascent = base->ascender * style.size, descent = base->descender * style.size;
    float x = 0;
    for (const Segment& segment : visual_order(begin, visible_end)) {
      const TextRun& run = m_runs[segment.run];
      if (const Face* face = fonts.face(run.face); face != nullptr && !face->is_colored) {
        ascent = std::max(ascent, face->ascender * style.size * kTallScripts);
        descent = std::max(descent, face->descender * style.size * kTallScripts);
      }
      for (std::size_t i = m_run_glyphs[segment.run]; i < m_run_glyphs[segment.run + 1]; ++i) {
        const ShapedGlyph& glyph = m_glyphs[i];
        if (glyph.at < segment.begin || glyph.at >= segment.end) continue;
        target.glyphs.push_back({glyph.id, glyph.face, run.level % 2 == 1, x + glyph.x, glyph.y, glyph.advance,
                                 m_points.offsets[glyph.at]});
        x += glyph.advance;
      }
    }
    line.end_glyph = static_cast<std::uint32_t>(target.glyphs.size());
    line.width = x;
    line.height = std::round(std::max(style.size * style.line_height, ascent + descent));
    line.baseline = std::round(ascent + (line.height - ascent - descent) / 2);
    target.width = std::max(target.width, x);
    target.height += line.height;
    target.lines.push_back(line);
  }

  // The part of a font's height that a line gets. Noto's fonts for scripts with marks above and below claim room for
  // the tallest stack that exists, which hardly any word has.
  static constexpr float kTallScripts = 0.82f;

  hb_buffer_t* m_buffer;
  CodePoints m_points;
  std::vector<TextRun> m_runs;
  std::vector<ShapedGlyph> m_glyphs;
  std::vector<std::size_t> m_run_glyphs;  // where the glyphs of each run begin in m_glyphs, and at the end their number
  std::vector<char> m_breaks;
  std::vector<float> m_advances;
  std::vector<bool> m_is_cluster;
};

Shaper::Shaper(Fonts& fonts) : m_fonts(fonts), m_work(std::make_unique<Work>()) {}
Shaper::~Shaper() = default;

Paragraph Shaper::lay_out(std::string_view text, const TextStyle& style) {
  return lay_out_in(hand_of(text), text, style);
}

Paragraph Shaper::lay_out_in(Hand hand, std::string_view text, const TextStyle& style) {
  Paragraph paragraph;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    m_work->add(m_fonts, text.substr(begin, end - begin), static_cast<std::uint32_t>(begin), style, hand, paragraph);
    if (end == text.size()) break;
    paragraph.lines.back().end = static_cast<std::uint32_t>(end + 1);
    begin = end + 1;
  }
  const float room = style.width > 0 ? style.width : paragraph.width;
  for (Line& line : paragraph.lines) line.x = line.is_right_to_left ? room - line.width : 0;
  return paragraph;
}

Paragraph Shaper::lay_out_line(std::string_view text, TextStyle style, float width) {
  style.width = 0;
  std::string one_line(text);
  for (char& c : one_line) c = c == '\n' || c == '\r' ? ' ' : c;
  Paragraph whole = lay_out_in(Hand::naskh, one_line, style);
  if (whole.width <= width) return whole;
  const float room = width - lay_out_in(Hand::naskh, "\u2026", style).width;
  // A prefix that is laid out alone is about as wide as it is within the whole text. The search begins at that guess
  // and goes back while the line is too wide.
  std::uint32_t end = 0;
  float used = 0;
  for (const Cell& cell : cells_of(whole, one_line)) {
    used += cell.right - cell.left;
    if (used > room) break;
    end = cell.end;
  }
  for (;;) {
    Paragraph cut = lay_out_in(Hand::naskh, one_line.substr(0, end) + "\u2026", style);
    if (cut.width <= width || end == 0) return cut;
    end = previous_character(one_line, end);
  }
}

}  // namespace daybook::ui
