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
/// Stands for "no font has it": such a glyph is drawn as its code point.
constexpr FaceIndex kNoFace = 0xffff;

/// A font, for HarfBuzz and FreeType. Measures are in parts of the size.
struct Face {
  FT_FaceRec_* glyphs = nullptr;
  hb_font_t* shapes = nullptr;
  float units = 1000;  // in one size
  float ascender = 0.9f, descender = 0.25f;
  bool is_colored = false;
};

/// The fonts of the program: always the same files in the same order, so that a text looks the same on every computer
/// and a character either has one known glyph or is shown as its code point. Files are mapped when they are first
/// needed. One thread.
class Fonts {
 public:
  /// `not_found` names the first face that is missing and that nothing can stand in for.
  static Result<std::unique_ptr<Fonts>> load();
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// Null when the file is not there or is no font.
  const Face* face(FaceIndex index);
  FaceIndex for_weight(Weight weight) const { return static_cast<FaceIndex>(weight); }
  FaceIndex emoji() const { return kEmoji; }
  /// The hand in which Urdu is read; kNoFace where it is not installed.
  FaceIndex nastaliq() const { return m_nastaliq; }
  std::filesystem::path path(FaceIndex index) const { return m_faces.at(index).path; }

  bool has(FaceIndex index, char32_t character);
  /// The first font that has the character, text fonts before emoji; kNoFace when none has.
  FaceIndex find(char32_t character);

 private:
  static constexpr FaceIndex kWeights = 3;
  static constexpr FaceIndex kEmoji = kWeights;
  struct Library;
  struct Entry {
    std::filesystem::path path;
    unsigned number = 0;  // in a collection
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
