#include "ui/text/paragraph.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <random>

#include "tests/support/seed.h"
#include "ui/text/itemize.h"

using namespace daybook;
using namespace daybook::ui;

namespace {

Fonts& fonts() {
  static const std::unique_ptr<Fonts> loaded = Fonts::load().value();
  return *loaded;
}

Shaper& shaper() {
  static Shaper shaper(fonts());
  return shaper;
}

struct Sample {
  const char* language;
  const char* text;
};

// The languages that most people write in where this is used, and some more; emoji of every make.
constexpr Sample kSamples[] = {
    {"English", "I am sorry. It will never happen again, office."},
    {"Polish", "Przepraszam, zażółć gęślą jaźń"},
    {"Romanian", "Îmi pare rău, știi că țin la tine"},
    {"Urdu", "مجھے معاف کر دو، میں آئندہ ایسا نہیں کروں گا"},
    {"Punjabi", "ਮੈਨੂੰ ਮਾਫ਼ ਕਰ ਦਿਓ"},
    {"Bengali", "আমাকে ক্ষমা করে দাও"},
    {"Arabic", "أنا آسف، لن يتكرر ذلك أبداً"},
    {"Portuguese", "Desculpa, não vai acontecer outra vez"},
    {"Spanish", "Lo siento mucho, ¿dónde estás?"},
    {"Gujarati", "મને માફ કરી દે"},
    {"Somali", "Waan ka xumahay, mar dambe ma dhici doonto"},
    {"Persian", "متأسفم، دیگر تکرار نمی‌شود ۱۲۳"},
    {"Welsh", "Mae'n ddrwg gen i, ŵyr ŷd"},
    {"Hebrew", "אני מצטער, שָׁלוֹם"},
    {"Chinese", "对不起，我再也不会了"},
    {"Japanese", "ごめんなさい、もうしません"},
    {"Korean", "미안해, 다시는 안 그럴게"},
    {"Thai", "ขอโทษ จะไม่ทำอีก"},
    {"Hindi", "मुझे माफ़ कर दो, क्षत्रिय"},
    {"Tamil", "என்னை மன்னித்துவிடு"},
    {"emoji", "🙏🏽👨‍👩‍👧❤️🏴󠁧󠁢󠁷󠁬󠁳󠁿🇬🇧1️⃣"}};

// What hb-shape, HarfBuzz's own program, makes of a run: "glyph@x,y+advance" in font units.
std::string foreign_shape(const std::string& text, const TextRun& run, FaceIndex face) {
  const CodePoints points = code_points_of(text);
  std::string unicodes;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    char part[16];
    std::snprintf(part, sizeof part, "%sU+%04X", i > run.begin ? "," : "", static_cast<unsigned>(points.values[i]));
    unicodes += part;
  }
  char script[5] = {};
  hb_tag_to_string(hb_script_to_iso15924_tag(run.script), script);
  const std::string command = "hb-shape --no-glyph-names --no-clusters --script=" + std::string(script) +
                              " --direction=" + (run.level % 2 == 1 ? "rtl" : "ltr") + " --unicodes=" + unicodes +
                              " '" + fonts().path(face).string() + "'";
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  std::array<char, 4096> buffer;
  while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) output += buffer.data();
  REQUIRE(::pclose(pipe) == 0);
  return output;
}

// The same of our glyphs of that run.
std::string own_shape(const Paragraph& paragraph, const CodePoints& points, const TextRun& run, float size) {
  std::string text = "[";
  const float scale = fonts().face(run.face)->units / size;
  float pen = 0;
  for (const Glyph& glyph : paragraph.glyphs) {
    if (glyph.begin < points.offsets[run.begin] || glyph.begin >= points.offsets[run.end]) {
      pen += glyph.advance;
      continue;
    }
    const long x = std::lround((glyph.x - pen) * scale), y = std::lround(-glyph.y * scale);
    pen += glyph.advance;
    if (text.size() > 1) text += '|';
    text += std::to_string(glyph.id);
    if (x != 0 || y != 0) text += '@' + std::to_string(x) + ',' + std::to_string(y);
    text += '+' + std::to_string(std::lround(glyph.advance * scale));
  }
  return text + "]\n";
}

}  // namespace

TEST_CASE("glyph for glyph what HarfBuzz's own program makes of every language, and no character without a glyph") {
  int runs = 0;
  for (const Sample& sample : kSamples) {
    INFO(sample.language);
    TextStyle style;
    style.size = 1000;  // so that rounding shows nothing
    const Paragraph paragraph = shaper().lay_out(sample.text, style);
    REQUIRE(paragraph.lines.size() == 1);
    const CodePoints points = code_points_of(sample.text);
    bool is_right_to_left = false;
    std::string text(sample.text);
    for (TextRun run : itemize(fonts(), points, Weight::regular, hand_of(sample.text), is_right_to_left)) {
      // Blanks at the end of the line are not drawn.
      ++runs;
      CHECK(own_shape(paragraph, points, run, style.size) == foreign_shape(text, run, run.face));
    }
    for (const Glyph& glyph : paragraph.glyphs) CHECK(glyph.face != kNoFace);
  }
  std::printf("%d runs of %zu languages, equal to hb-shape\n", runs, std::size(kSamples));
}

TEST_CASE("Urdu is written in its own hand, all of a text in one, and flat where there is one line's room") {
  if (fonts().nastaliq() == kNoFace) SKIP("no Nastaliq font");
  const std::string urdu =
      "\u0645\u06cc\u06ba \u06cc\u06c1 \u0631\u06a9\u06be \u0631\u06c1\u06cc "
      "\u06c1\u0648\u06ba\n\u0633\u0644\u0627\u0645";
  const Paragraph paragraph = shaper().lay_out(urdu, {});
  REQUIRE(paragraph.lines.size() == 2);
  for (const Glyph& glyph : paragraph.glyphs) CHECK(glyph.face == fonts().nastaliq());
  const Paragraph arabic = shaper().lay_out("\u0633\u0644\u0627\u0645", {});
  CHECK(arabic.glyphs[0].face != fonts().nastaliq());
  CHECK(paragraph.lines[1].height > arabic.lines[0].height);
  CHECK(paragraph.lines[1].height >= 2 * TextStyle().size);
  for (const Glyph& glyph : shaper().lay_out_line(urdu, {}, 1e5f).glyphs) CHECK(glyph.face != fonts().nastaliq());
  CHECK(hand_of("\u0627\u06cc\u0646 \u0631\u0627 \u0646\u06af\u0647") == Hand::naskh);  // Persian
  CHECK(hand_of("hello") == Hand::naskh);
}

TEST_CASE("emoji sequences are one picture each") {
  TextStyle style;
  for (const char* one :
       {"🙏🏽", "👨‍👩‍👧", "❤️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧", "1️⃣", "😀"}) {
    INFO(one);
    const Paragraph paragraph = shaper().lay_out(one, style);
    CHECK(paragraph.glyphs.size() == 1);
    CHECK(paragraph.glyphs[0].face == fonts().emoji());
    CHECK(cells_of(paragraph, one).size() == 1);
  }
}

TEST_CASE("a character that no font has is its code point, not a box that all of them share") {
  const Paragraph paragraph = shaper().lay_out("a\U000F1234\uE000", {});
  REQUIRE(paragraph.glyphs.size() == 3);
  CHECK(paragraph.glyphs[1].face == kNoFace);
  CHECK(paragraph.glyphs[1].id == 0xF1234);
  CHECK(paragraph.glyphs[2].id == 0xE000);
  CHECK(paragraph.glyphs[1].advance > paragraph.glyphs[2].advance);
  const Paragraph broken = shaper().lay_out("a\xff\xfe", {});
  CHECK(broken.glyphs.size() == 3);  // U+FFFD for each byte that is no UTF-8
}

TEST_CASE("lines are broken where UAX 14 allows it, and words that are longer than a line anywhere") {
  TextStyle style;
  style.width = 200;
  const std::string text = "He said that he would come back at nine, and he did. See 3/4 of it.";
  const Paragraph paragraph = shaper().lay_out(text, style);
  CHECK(paragraph.lines.size() > 2);
  for (const Line& line : paragraph.lines) {
    CHECK(line.width <= 200);
    CHECK((line.begin == 0 || text[line.begin - 1] == ' '));
  }
  const std::string long_word(400, 'w');
  for (const Line& line : shaper().lay_out(long_word, style).lines) CHECK(line.width <= 200);
  CHECK(shaper().lay_out("a\u00a0b c", {16, Weight::regular, 25, 1.5f}).lines.size() == 2);  // not at a fixed blank
  for (const Line& line : shaper().lay_out("对不起，我再也不会了，真的对不起，我再也不会了", style).lines)
    CHECK(line.width <= 200);
  // A comma never begins a line.
  const std::string chinese = "对不起，我再也不会了，真的对不起，我再也不会了";
  for (const Line& line : shaper().lay_out(chinese, style).lines) CHECK(chinese.compare(line.begin, 3, "，") != 0);
}

TEST_CASE("line ends are kept, also empty lines and the last one") {
  const Paragraph paragraph = shaper().lay_out("one\n\ntwo\r\n", {});
  REQUIRE(paragraph.lines.size() == 4);
  CHECK(paragraph.lines[1].width == 0);
  CHECK(paragraph.lines[2].end == 10);
  CHECK(paragraph.lines[3].begin == 10);
  CHECK(shaper().lay_out("", {}).lines.size() == 1);
}

TEST_CASE("text from the right is aligned to the right, and numbers in it stay from the left") {
  TextStyle style;
  style.width = 600;
  const std::string text = "لدي 12 رسالة";
  const Paragraph paragraph = shaper().lay_out(text, style);
  REQUIRE(paragraph.lines.size() == 1);
  CHECK(paragraph.lines[0].is_right_to_left);
  CHECK(paragraph.lines[0].x + paragraph.lines[0].width == 600);
  const auto cells = cells_of(paragraph, text);
  const auto cell = [&](char c) {
    return *std::find_if(cells.begin(), cells.end(), [&](const Cell& a) { return text[a.begin] == c; });
  };
  CHECK(cell('1').right == cell('2').left);
  CHECK_FALSE(cell('1').is_right_to_left);
  CHECK(cells.front().right > cells.back().left);
}

TEST_CASE("a caret goes to every character that a person sees, and a click finds it again") {
  for (const Sample& sample : kSamples) {
    INFO(sample.language);
    TextStyle style;
    style.width = 160;
    const std::string text = sample.text;
    const Paragraph paragraph = shaper().lay_out(text, style);
    const auto cells = cells_of(paragraph, text);
    std::uint32_t expected = 0;
    std::size_t shown = 0;
    for (std::uint32_t at = 0; at < text.size(); at = next_character(text, at)) {
      CHECK(previous_character(text, next_character(text, at)) == at);
      if (text[at] == ' ') continue;
      ++shown;
      const auto cell = std::find_if(cells.begin(), cells.end(), [&](const Cell& c) { return c.begin == at; });
      REQUIRE(cell != cells.end());
      CHECK(cell->end == next_character(text, at));
      const float middle_before = cell->is_right_to_left ? cell->right - 0.1f : cell->left + 0.1f;
      const Line& line = paragraph.lines[cell->line];
      const auto found = byte_at(paragraph, cells, middle_before, line.top + 1);
      CHECK(caret_at(paragraph, cells, found).x == caret_at(paragraph, cells, at).x);
      expected = at;
    }
    CHECK(shown > 0);
    CHECK(expected < text.size());
  }
}

TEST_CASE("a caret stands inside of a ligature too") {
  const std::string text = "لا";  // one glyph, two letters
  const auto cells = cells_of(shaper().lay_out(text, {}), text);
  REQUIRE(cells.size() == 2);
  CHECK(cells[0].left == cells[1].right);
}

TEST_CASE("a line that does not fit ends in an ellipsis and fits") {
  const std::string text = "Something that is far too long for the room\nand goes on";
  for (const float width : {0.0f, 10.0f, 60.0f, 120.0f, 5000.0f}) {
    const Paragraph line = shaper().lay_out_line(text, {}, width);
    CHECK(line.lines.size() == 1);
    CHECK((line.width <= width || line.glyphs.size() <= 1));
  }
  CHECK(shaper().lay_out_line("short", {}, 500).glyphs.size() == 5);
}

TEST_CASE("any bytes can be laid out, and every caret place is inside of the text") {
  std::mt19937_64 random(daybook::test::seed());
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const std::size_t size = random() % 60;
    while (text.size() < size) {
      const Sample& sample = kSamples[random() % std::size(kSamples)];
      const std::string_view from = sample.text;
      switch (random() % 4) {
        case 0:
          text += static_cast<char>(random());
          break;
        case 1:
          text += from.substr(random() % from.size(), random() % 9);
          break;
        case 2:
          text += std::array{"\u202e", "\u2067", "\u2069", "\u200d", "\ufe0f", "\U0001f1e6", "\n", "\t"}[random() % 8];
          break;
        default:
          text += ' ';
      }
    }
    TextStyle style;
    style.width = static_cast<float>(random() % 200);
    const Paragraph paragraph = shaper().lay_out(text, style);
    std::uint32_t end = 0;
    for (const Line& line : paragraph.lines) {
      CHECK(line.begin == end);
      end = line.end;
    }
    CHECK(end == text.size());
    const auto cells = cells_of(paragraph, text);
    for (std::size_t i = 1; i < cells.size(); ++i) CHECK(cells[i - 1].end <= cells[i].begin);
    for (int i = 0; i < 5; ++i) {
      const auto at = byte_at(paragraph, cells, static_cast<float>(random() % 300), static_cast<float>(random() % 300));
      CHECK(at <= text.size());
      CHECK(caret_at(paragraph, cells, at).line < paragraph.lines.size());
      CHECK(next_character(text, at) >= at);
      CHECK(previous_character(text, at) <= at);
    }
  }
}
