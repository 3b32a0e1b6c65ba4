#include "ui/text/glyph_atlas.h"

#include <catch2/catch_test_macros.hpp>

#include "ui/text/paragraph.h"

using namespace daybook::ui;

namespace {

Fonts& fonts() {
  static const std::unique_ptr<Fonts> loaded = Fonts::load().value();
  return *loaded;
}

Glyph first_glyph(const char* text) {
  Shaper shaper(fonts());
  return shaper.lay_out(text, {}).glyphs.at(0);
}

std::size_t inked(const GlyphAtlas& atlas, const AtlasGlyph& glyph) {
  std::size_t count = 0;
  for (int y = 0; y < glyph.height; ++y) {
    for (int x = 0; x < glyph.width; ++x) {
      const auto at = static_cast<std::size_t>((glyph.y + y) * GlyphAtlas::kPageSide + glyph.x + x) * 4;
      count += atlas.pages()[glyph.page].rgba[at + 3] > 0;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("a glyph is drawn once and stands where text needs it") {
  GlyphAtlas atlas(fonts());
  const Glyph letter = first_glyph("g");
  const AtlasGlyph drawn = atlas.glyph(letter.face, letter.id, 20 * 4, 0);
  CHECK(drawn.width > 4);
  CHECK(drawn.top < 0);
  CHECK(drawn.top + drawn.height > 0);  // below the baseline
  CHECK(inked(atlas, drawn) > 20);
  CHECK_FALSE(drawn.is_colored);
  CHECK(atlas.pages()[0].changed_end > 0);
  atlas.mark_clean(0);
  const AtlasGlyph again = atlas.glyph(letter.face, letter.id, 20 * 4, 0);
  CHECK(again.x == drawn.x);
  CHECK(atlas.pages()[0].changed_begin == atlas.pages()[0].changed_end);
  CHECK(atlas.glyph(letter.face, letter.id, 20 * 4, 2).x != drawn.x);  // half a pixel to the right is another picture
}

TEST_CASE("emoji have colours, blanks nothing, unknown characters their digits") {
  GlyphAtlas atlas(fonts());
  const Glyph smile = first_glyph("😀"), blank = first_glyph("a b");
  const AtlasGlyph emoji = atlas.glyph(smile.face, smile.id, 24 * 4, 0);
  REQUIRE(emoji.is_colored);
  const auto at = static_cast<std::size_t>((emoji.y + emoji.height / 2) * GlyphAtlas::kPageSide + emoji.x + 4) * 4;
  CHECK(atlas.pages()[emoji.page].rgba[at] > atlas.pages()[emoji.page].rgba[at + 2]);  // more red than blue: yellow
  CHECK(atlas.glyph(blank.face, 0, 24 * 4, 0).width == atlas.glyph(blank.face, 0, 24 * 4, 0).width);
  const AtlasGlyph one = atlas.glyph(kNoFace, 0xE001, 16 * 4, 0), other = atlas.glyph(kNoFace, 0xE777, 16 * 4, 0);
  CHECK(one.width == other.width);
  CHECK(inked(atlas, one) != inked(atlas, other));
}

TEST_CASE("a full atlas says so, and serves again when it was cleared") {
  GlyphAtlas atlas(fonts());
  const Glyph letter = first_glyph("W");
  int quarter = 100;
  while (!atlas.is_full() && quarter < 4000) atlas.glyph(letter.face, letter.id, quarter++, 0);
  CHECK(atlas.is_full());
  CHECK(atlas.pages().size() == GlyphAtlas::kMostPages);
  atlas.clear();
  CHECK(atlas.glyph(letter.face, letter.id, 80, 0).width > 0);
}
