#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "crypto/result.h"

struct FT_FaceRec_;
struct hb_font_t;

namespace daybook::ui {

enum class Weight : std::uint8_t { regular, medium, semibold };

using FaceIndex = std::uint16_t;
/// Stands for a character that no font has. It is drawn as the digits of its code point.
constexpr FaceIndex kNoFace = 0xffff;

/// One font, for HarfBuzz and FreeType. Fonts owns what the pointers lead to.
struct Face {
  FT_FaceRec_* glyphs = nullptr;
  hb_font_t* shapes = nullptr;
  float units = 1000;                        // units of HarfBuzz's measures in one size of the text
  float ascender = 0.9f, descender = 0.25f;  // above and below the baseline, in sizes of the text
  bool is_colored = false;                   // glyphs are pictures of one size
};

/// The fonts of the program: always the same files in the same order, so that a text looks the same on every computer
/// and a character either has one known glyph or is shown as its code point. Files are mapped when they are first
/// needed. One thread.
class Fonts {
 public:
  /// Finds the font files. `not_found` with the name of a font for plain text that is missing and has no stand-in,
  /// `damaged` with the name of one that cannot be read.
  static Result<std::unique_ptr<Fonts>> load();
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// A font, opened when it is first asked for; null when the file is not there or is no font. Valid as long as this
  /// object.
  const Face* face(FaceIndex index);
  FaceIndex for_weight(Weight weight) const { return static_cast<FaceIndex>(weight); }
  FaceIndex emoji() const { return kEmoji; }
  /// The font for Nastaliq, the hand in which Urdu is read; kNoFace where it is not installed.
  FaceIndex nastaliq() const { return m_nastaliq; }
  std::filesystem::path path(FaceIndex index) const { return m_faces.at(index).path; }

  /// Whether a font has a glyph for a character.
  bool has(FaceIndex index, char32_t character);
  /// The first font that has a character, fonts for text before the emoji; kNoFace when none has.
  FaceIndex find(char32_t character);

 private:
  static constexpr FaceIndex kWeights = 3;
  static constexpr FaceIndex kEmoji = kWeights;
  struct Library;
  struct Entry {
    std::filesystem::path path;
    unsigned number = 0;  // of the font within a file that is a collection
    bool was_tried = false;
    Face face;
  };
  Fonts();
  void open(Entry& entry);

  std::unique_ptr<Library> m_library;
  std::vector<Entry> m_faces;
  std::unordered_map<char32_t, FaceIndex> m_found;
  FaceIndex m_nastaliq = kNoFace;
};

}  // namespace daybook::ui
