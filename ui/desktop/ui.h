#pragma once

#include <imgui.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ui/desktop/icons.h"
#include "ui/desktop/textures.h"
#include "ui/desktop/theme.h"
#include "ui/model/text_input.h"
#include "ui/text/glyph_atlas.h"
#include "ui/text/paragraph.h"

namespace daybook::ui {

/// One widget of the frame that was drawn last: what a screen reader would be told, and how tests find it.
struct Widget {
  std::string role;  // button, link, field, choice, ...
  std::string name;
  std::string value;
  ImVec2 min, max;
  ImGuiID id = 0;
  bool is_enabled = true, is_focused = false, is_chosen = false;
};

enum class Size { small, body, large, title };
enum class Tone { normal, secondary, accent, good, fault, on_accent, on_hide };

struct Look {
  Size size = Size::body;
  Weight weight = Weight::regular;
  Tone tone = Tone::normal;
};

enum class ButtonKind { primary, normal, quiet, danger };

/// Widgets and text for one window, drawn with Dear ImGui's lists and our own text. Places are ImGui's cursor; measures
/// are ems, so that everything grows with the text. One thread.
class Ui {
 public:
  Ui(Fonts& fonts, Textures& textures);
  ~Ui();

  struct Clipboard {
    std::function<std::string()> get;
    std::function<void(const std::string&)> set;  // marked as secret where the desktop knows that; empty: emptied
    std::function<void()> paste;                  // whatever is there, outside of a field: comes as an action, later
  };
  Clipboard clipboard;
  /// Takes a picture of the screen without this window, which comes as an action, later. Empty where that cannot be.
  std::function<void()> take_screen;

  /// `scale` is pixels for each of our 96ths of an inch times the size of text that was chosen.
  void begin_frame(Theme theme, float scale);
  void end_frame();
  /// Characters as the platform gives them. Gone with the frame.
  void add_character(char32_t character) { m_characters.push_back(character); }

  const std::vector<Widget>& widgets() const { return m_shown; }
  const Palette& colors() const { return *m_palette; }
  float em(float count = 1) const { return count * m_em; }
  ImU32 color(Tone tone) const;
  /// Draw once more soon: a glyph found no room, a caret blinks.
  bool wants_frame() const { return m_wants_frame; }
  bool has_text_focus() const { return m_has_text_focus; }

  // Text
  TextStyle style(Look look, float width = 0) const;
  const Paragraph& layout(std::string_view text, const TextStyle& style);
  const Paragraph& layout_line(std::string_view text, const TextStyle& style, float width);
  void draw(const Paragraph& paragraph, ImVec2 at, float size, ImU32 color);
  /// A paragraph at the cursor, as wide as lines should be at most; moves the cursor below it.
  void text(std::string_view text, Look look = {}, float most_ems = 38);
  void heading(std::string_view text);
  /// One line that is no wider than its words, so that something can stand beside it: in the middle of `height` ems.
  void line(std::string_view text, Look look = {}, float height = 0);
  /// One line at a place, cut to `width`. Returns its width.
  float label(std::string_view text, ImVec2 at, Look look, float width = 1e6f);
  void gap(float ems);
  void icon(Icon icon, ImVec2 at, float ems, ImU32 color);

  // Widgets: true when used
  bool button(const char* name, ButtonKind kind = ButtonKind::normal, Icon icon = Icon::none, bool is_enabled = true);
  /// Puts the next button beside the last one, or below where there is no room.
  void beside(const char* next_name, Icon next_icon = Icon::none);
  /// Puts the next widget at the right end of the line of the last one. Returns the ems it can have there, `most` at
  /// most; 0 where there is no room for `least`, and it comes below.
  float at_right(float least, float most);
  bool choice(const char* name, bool is_chosen);
  bool toggle(const char* name, bool is_on);
  /// A small choice that stands in a row of others.
  bool chip(const char* name, bool is_on);
  bool navigation(const char* name, Icon icon, bool is_current, float width);
  /// A field of one line, or an editor of several. True when Enter was pressed in a field of one line.
  /// `key`: the one that leads here, drawn while the field is empty.
  bool field(const char* name, TextInput& input, float ems, const char* hint = "", bool shows_name = true,
             const char* key = "");
  void editor(const char* name, TextInput& input, float width, float height);
  bool secret_field(const char* name, SecretInput& input, bool is_shown, float ems);
  /// Puts the focus on the widget of this name when it is next drawn. `comes_into_view`: not where what stands above it
  /// is shown this once and has to be read first.
  void focus(std::string name, bool comes_into_view = true) {
    m_wanted_focus = std::move(name);
    m_focus_comes_into_view = comes_into_view;
  }
  /// The key that hides, as the value of the button that does: it never takes the focus by itself.
  std::string hide_key = "Esc";
  bool is_focus_wanted(const char* name) const { return m_wanted_focus == name; }

  /// An area that can be pressed and focused; draws nothing but the ring. The base of the widgets.
  struct Press {
    bool was_pressed, is_hovered, is_focused, is_held;
    ImVec2 min, max;
  };
  Press area(const char* name, const char* role, ImVec2 size, std::string value = "", bool is_enabled = true,
             bool is_chosen = false, bool has_ring = true);
  /// What shows where the focus is, around something: a list puts it around the row that is chosen.
  void ring(ImVec2 min, ImVec2 max, float radius_ems = 0.45f);
  /// A key, drawn as one, with its right end at a place. Returns its width.
  float key_cap(const char* key, ImVec2 right_middle, Tone tone);
  void panel(ImVec2 min, ImVec2 max, ImU32 fill, float radius_ems = 0.5f, bool with_edge = true);
  void picture(Textures::Id id, ImVec2 min, ImVec2 max);
  Textures& textures() { return m_textures; }

 private:
  struct LabelKey {
    std::string text;
    TextStyle style;
    float line_width;
    bool operator==(const LabelKey&) const = default;
  };
  struct LabelHash {
    std::size_t operator()(const LabelKey& key) const;
  };
  struct EditView;
  struct FieldLook {
    bool is_multiline;
    ImVec2 size;
    const char* hint;
    const char* key = "";
  };

  void keep_focus();
  void upload();
  bool edit(const char* name, TextInput& input, const FieldLook& look);
  bool take_keys(ImGuiID id, TextInput& input, EditView& view, bool is_multiline);
  void draw_text_of(const TextInput& input, EditView& view, ImVec2 origin, bool is_focused);
  void wipe_characters();
  // Where the dots or letters of a passphrase come to their end when they begin at `at`.
  float secret_end(const SecretInput& input, bool is_shown, ImVec2 at, bool draws);

  Shaper m_shaper;
  GlyphAtlas m_atlas;
  Textures& m_textures;
  std::vector<Textures::Id> m_pages;
  std::unordered_map<LabelKey, Paragraph, LabelHash> m_layouts;
  std::unordered_map<ImGuiID, std::unique_ptr<EditView>> m_views;
  const Palette* m_palette;
  float m_em = 18;
  std::vector<Widget> m_widgets, m_shown;
  std::vector<char32_t> m_characters;
  std::string m_wanted_focus;
  bool m_focus_comes_into_view = true;
  int m_frames_without_focus = 0;
  int m_frames_of_growth = 0;  // since another size of text was chosen
  bool m_wants_frame = false, m_has_text_focus = false;
};

}  // namespace daybook::ui
