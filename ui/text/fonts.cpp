#include "ui/text/fonts.h"

#include <ft2build.h>
#include <hb-ot.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>

#include "ui/text/font_files.h"

namespace daybook::ui {
namespace {

namespace fs = std::filesystem;

// Fonts that come after the three weights and the emoji, in order of preference. Fonts for rare and old scripts are not
// among them and follow in the order of their names.
constexpr std::array kFallbacks = {
    "NotoSans-Regular.ttf",           "NotoSansArabic-Regular.ttf",    "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf", "NotoSansBengali-Regular.ttf",   "NotoSansGurmukhi-Regular.ttf",
    "NotoSansGujarati-Regular.ttf",   "NotoSansTamil-Regular.ttf",     "NotoSansTelugu-Regular.ttf",
    "NotoSansKannada-Regular.ttf",    "NotoSansMalayalam-Regular.ttf", "NotoSansSinhala-Regular.ttf",
    "NotoSansThai-Regular.ttf",       "NotoSansLao-Regular.ttf",       "NotoSansKhmer-Regular.ttf",
    "NotoSansMyanmar-Regular.ttf",    "NotoSansEthiopic-Regular.ttf",  "NotoSansGeorgian-Regular.ttf",
    "NotoSansArmenian-Regular.ttf",   "NotoSerifTibetan-Regular.ttf",  "NotoSansCJK-Regular.ttc",
    "NotoSansSymbols-Regular.ttf",    "NotoSansSymbols2-Regular.ttf",  "NotoSansMath-Regular.ttf"};

std::string name_of(const fs::path& path) {
  const std::u8string name = path.filename().u8string();
  return {name.begin(), name.end()};
}

}  // namespace

struct Fonts::Library {
  FT_Library freetype = nullptr;
  std::vector<hb_blob_t*> blobs;
  Library() { DAYBOOK_ASSERT(FT_Init_FreeType(&freetype) == 0); }
  ~Library() {
    FT_Done_FreeType(freetype);
    for (hb_blob_t* blob : blobs) hb_blob_destroy(blob);
  }
};

Fonts::Fonts() : m_library(std::make_unique<Library>()) {}

Fonts::~Fonts() {
  for (Entry& entry : m_faces) {
    if (entry.face.shapes != nullptr) hb_font_destroy(entry.face.shapes);
    if (entry.face.glyphs != nullptr) FT_Done_Face(entry.face.glyphs);
  }
}

Result<std::unique_ptr<Fonts>> Fonts::load() {
  std::unique_ptr<Fonts> fonts(new Fonts());
  for (const char* name : {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "NotoColorEmoji.ttf"}) {
    auto path = find_font_file(name);
    // Noto Sans stands in for Inter: the window then looks different and says the same.
    if (!path && std::string_view(name).starts_with("Inter")) path = find_font_file("NotoSans-Regular.ttf");
    if (!path && fonts->m_faces.size() < kWeights) return Error{ErrorCode::not_found, name};
    fonts->m_faces.push_back({path.value_or(fs::path()), 0, false, {}});
  }
  std::vector<fs::path> known;
  for (const char* name : kFallbacks) {
    if (const auto path = find_font_file(name)) {
      fonts->m_faces.push_back({*path, 0, false, {}});
      known.push_back(*path);
    }
  }
  for (const fs::path& path : fonts_for_scripts()) {
    if (std::find(known.begin(), known.end(), path) == known.end()) fonts->m_faces.push_back({path, 0, false, {}});
  }
  // Nastaliq comes last, where find() never reaches it before another font for Arabic letters. It is chosen by
  // hand_of() only.
  if (const auto path = find_font_file("NotoNastaliqUrdu-Regular.ttf")) {
    fonts->m_nastaliq = static_cast<FaceIndex>(fonts->m_faces.size());
    fonts->m_faces.push_back({*path, 0, false, {}});
  }
  if (fonts->face(0) == nullptr) return Error{ErrorCode::damaged, name_of(fonts->path(0))};
  return fonts;
}

const Face* Fonts::face(FaceIndex index) {
  if (index >= m_faces.size()) return nullptr;
  Entry& entry = m_faces[index];
  if (!entry.was_tried) open(entry);
  return entry.face.glyphs == nullptr ? nullptr : &entry.face;
}

// Opens a font from one mapping of its file, which HarfBuzz and FreeType share.
void Fonts::open(Entry& entry) {
  entry.was_tried = true;
  hb_blob_t* blob = map_font_file(entry.path);
  if (blob == nullptr) return;
  m_library->blobs.push_back(blob);
  unsigned size = 0;
  const auto* bytes = reinterpret_cast<const FT_Byte*>(hb_blob_get_data(blob, &size));
  FT_Face glyphs = nullptr;
  if (FT_New_Memory_Face(m_library->freetype, bytes, size, entry.number, &glyphs) != 0) return;
  hb_face_t* shapes = hb_face_create(blob, entry.number);
  entry.face.shapes = hb_font_create(shapes);
  entry.face.units = static_cast<float>(hb_face_get_upem(shapes));
  hb_font_set_scale(entry.face.shapes, static_cast<int>(entry.face.units), static_cast<int>(entry.face.units));
  hb_face_destroy(shapes);
  hb_font_extents_t extents;
  if (hb_font_get_h_extents(entry.face.shapes, &extents) != 0) {
    entry.face.ascender = static_cast<float>(extents.ascender) / entry.face.units;
    entry.face.descender = -static_cast<float>(extents.descender) / entry.face.units;
  }
  // The emoji of Noto are pictures of one size. GlyphAtlas makes them smaller.
  entry.face.is_colored = FT_HAS_COLOR(glyphs) && glyphs->num_fixed_sizes > 0;
  if (entry.face.is_colored) FT_Select_Size(glyphs, glyphs->num_fixed_sizes - 1);
  entry.face.glyphs = glyphs;
}

bool Fonts::has(FaceIndex index, char32_t character) {
  const Face* face = this->face(index);
  hb_codepoint_t glyph = 0;
  return face != nullptr && hb_font_get_nominal_glyph(face->shapes, character, &glyph) != 0;
}

FaceIndex Fonts::find(char32_t character) {
  if (const auto known = m_found.find(character); known != m_found.end()) return known->second;
  FaceIndex found = kNoFace;
  for (FaceIndex index = 0; index < m_faces.size() && found == kNoFace; ++index) {
    if (index != kEmoji && has(index, character)) found = index;
  }
  if (found == kNoFace && has(kEmoji, character)) found = kEmoji;
  m_found.emplace(character, found);
  return found;
}

}  // namespace daybook::ui
