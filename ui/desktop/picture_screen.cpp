#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/desktop/attachment_views.h"
#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/scrolling.h"
#include "ui/words/conversation_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr double kStep = 1.25, kMostScale = 8;
constexpr std::uint32_t kSide = vault::kMostPartSide;

// How the picture lies in the window. Places and sizes are in pixels of the window.
struct Layout {
  double scale = 1;                                 // pixels of the window for one of the picture
  std::uint32_t whole_width = 1, whole_height = 1;  // of the size in which its parts are asked for
  double part_scale = 1;                            // pixels of the window for one of the parts
  float left = 0, top = 0;
  float width() const { return static_cast<float>(whole_width * part_scale); }
  float height() const { return static_cast<float>(whole_height * part_scale); }
};

double scale_to_fit(const PictureViewState& picture, ImVec2 room) {
  return std::min({1.0, double{room.x} / picture.width, double{room.y} / picture.height});
}

// Where the middle of the window may lie in one direction of the picture, so that no more is empty than has to be.
double clamp_middle(double middle, double size, double room, double scale) {
  const double half = room / scale / 2;
  return half * 2 >= size ? size / 2 : std::clamp(middle, half, size - half);
}

// Parts are asked for in the size in which they are seen, pixel for pixel, and never larger than the picture is.
Layout lay_out(const PictureViewState& picture, Views::LookedAt& view, ImVec2 corner, ImVec2 room) {
  Layout layout;
  layout.scale = view.scale.value_or(scale_to_fit(picture, room));
  view.x = clamp_middle(view.x, picture.width, room.x, layout.scale);
  view.y = clamp_middle(view.y, picture.height, room.y, layout.scale);
  const double reduced = std::min(1.0, layout.scale);
  layout.whole_width = std::max(1u, static_cast<std::uint32_t>(std::lround(picture.width * reduced)));
  layout.whole_height = std::max(1u, static_cast<std::uint32_t>(std::lround(picture.height * reduced)));
  layout.part_scale = std::max(1.0, layout.scale);
  layout.left = std::floor(corner.x + room.x / 2 - static_cast<float>(view.x * layout.scale));
  layout.top = std::floor(corner.y + room.y / 2 - static_cast<float>(view.y * layout.scale));
  return layout;
}

// A picture that is much higher than wide, such as a long screenshot, is read from its top. Any other is first seen as
// a whole.
void begin_to_look(const PictureViewState& picture, Views::LookedAt& view, ImVec2 room) {
  view.revision = picture.revision;
  view.x = picture.width / 2.0;
  view.y = picture.height / 2.0;
  view.scale.reset();
  const double as_wide = std::min(1.0, double{room.x} / picture.width);
  if (picture.height * as_wide <= 2.0 * room.y) return;
  view.scale = as_wide;
  view.y = 0;
}

// Changes the size, and leaves the place of the picture where it is that is seen at `at`.
void zoom(const PictureViewState& picture, Views::LookedAt& view, double wanted, ImVec2 room, ImVec2 at) {
  const double fit = scale_to_fit(picture, room), before = view.scale.value_or(fit);
  const double scale = std::clamp(wanted, fit, std::max(fit, kMostScale));
  const double from_x = at.x - room.x / 2, from_y = at.y - room.y / 2;
  view.x += from_x / before - from_x / scale;
  view.y += from_y / before - from_y / scale;
  view.scale = scale;
  if (scale <= fit) view.scale.reset();
}

// The parts that are seen, those in the middle first, and then those around them.
std::vector<vault::PicturePart> parts_of(const Layout& layout, ImVec2 corner, ImVec2 room) {
  const auto range = [&](float from, float to, float begin, std::uint32_t size) {
    const auto part_at = [&](float place) {
      const double pixel = (place - begin) / layout.part_scale;
      return static_cast<int>(std::floor(std::clamp(pixel, 0.0, size - 1.0) / kSide));
    };
    return std::pair(part_at(from), part_at(to));
  };
  const int last_column = static_cast<int>((layout.whole_width - 1) / kSide);
  const int last_row = static_cast<int>((layout.whole_height - 1) / kSide);
  const auto [left, right] = range(corner.x, corner.x + room.x, layout.left, layout.whole_width);
  const auto [top, bottom] = range(corner.y, corner.y + room.y, layout.top, layout.whole_height);
  std::vector<std::pair<double, vault::PicturePart>> found;
  for (int row = std::max(0, top - 1); row <= std::min(last_row, bottom + 1); ++row) {
    for (int column = std::max(0, left - 1); column <= std::min(last_column, right + 1); ++column) {
      vault::PicturePart part{layout.whole_width, layout.whole_height, static_cast<std::uint32_t>(column) * kSide,
                              static_cast<std::uint32_t>(row) * kSide};
      part.width = std::min(kSide, layout.whole_width - part.x);
      part.height = std::min(kSide, layout.whole_height - part.y);
      const bool is_seen = column >= left && column <= right && row >= top && row <= bottom;
      const double away = std::hypot(column - (left + right) / 2.0, row - (top + bottom) / 2.0);
      found.emplace_back(away + (is_seen ? 0 : 1000), part);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<vault::PicturePart> parts;
  for (const auto& [order, part] : found) parts.push_back(part);
  return parts;
}

class PicturePainter {
 public:
  PicturePainter(const PictureViewState& picture, Frame& frame, const Layout& layout, ImVec2 corner, ImVec2 room)
      : m_picture(picture), m_frame(frame), m_layout(layout), m_corner(corner), m_room(room) {}

  // As long as a part is missing, what there is of the picture in other sizes stands in its place, blurred.
  void draw(const std::vector<vault::PicturePart>& wanted) {
    ImGui::PushClipRect(m_corner, {m_corner.x + m_room.x, m_corner.y + m_room.y}, true);
    const bool is_whole = std::all_of(wanted.begin(), wanted.end(), [this](const vault::PicturePart& part) {
      return !is_seen(part) || m_picture.parts.contains(part);
    });
    if (!is_whole) {
      draw_small();
      for (const auto& [part, pixels] : m_picture.parts) {
        if (part.whole_width != m_layout.whole_width) draw_part(part, pixels);
      }
    }
    for (const vault::PicturePart& part : wanted) {
      if (const auto found = m_picture.parts.find(part); found != m_picture.parts.end()) draw_part(part, found->second);
    }
    ImGui::PopClipRect();
  }

 private:
  ImRect place_of(const vault::PicturePart& part) const {
    const double x_scale = m_layout.part_scale * m_layout.whole_width / part.whole_width;
    const double y_scale = m_layout.part_scale * m_layout.whole_height / part.whole_height;
    const auto at = [](float begin, double offset) { return begin + static_cast<float>(offset); };
    return {at(m_layout.left, part.x * x_scale), at(m_layout.top, part.y * y_scale),
            at(m_layout.left, (part.x + part.width) * x_scale), at(m_layout.top, (part.y + part.height) * y_scale)};
  }
  bool is_seen(const vault::PicturePart& part) const {
    return place_of(part).Overlaps({m_corner, {m_corner.x + m_room.x, m_corner.y + m_room.y}});
  }
  void draw_part(const vault::PicturePart& part, const Bytes& pixels) {
    if (!is_seen(part)) return;
    Textures::Id& texture = m_frame.views.looked_at.textures[part];
    if (texture == 0)
      texture = m_frame.ui.textures().create(static_cast<int>(part.width), static_cast<int>(part.height), pixels);
    const ImRect place = place_of(part);
    m_frame.ui.picture(texture, place.Min, place.Max, 0);
  }
  void draw_small() {
    Textures::Id texture = find_attachment(m_frame, m_picture.message);
    if (m_picture.message == 0 && find_picture(m_frame, m_picture.item, texture) == nullptr)
      m_frame.actions.push_back(NeedPicture{m_picture.item});
    if (texture == 0) return;
    m_frame.ui.picture(texture, {m_layout.left, m_layout.top},
                       {m_layout.left + m_layout.width(), m_layout.top + m_layout.height()}, 0);
  }

  const PictureViewState& m_picture;
  Frame& m_frame;
  const Layout& m_layout;
  ImVec2 m_corner, m_room;
};

// Keys move the picture where there is more of it than is seen, and else lead to the next picture.
void take_keys(const Layout& layout, Views::LookedAt& view, ImVec2 room, ImGuiID id, Actions& actions) {
  for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_LeftArrow, ImGuiKey_RightArrow,
                             ImGuiKey_Home, ImGuiKey_End, ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Space})
    ImGui::SetKeyOwner(key, id);
  const auto hit = [&](ImGuiKey key) { return is_pressed(key, id); };
  const double line = 80 / layout.scale, page = room.y * 0.85 / layout.scale;
  const bool is_wide = layout.width() > room.x, is_high = layout.height() > room.y;
  if (ImGui::GetIO().KeyAlt) {  // the way back, which elsewhere is a shortcut of the whole window
    if (hit(ImGuiKey_LeftArrow)) actions.push_back(GoBack{});
    return;
  }
  int step = 0;
  if (hit(ImGuiKey_RightArrow)) is_wide ? void(view.x += line) : void(step = 1);
  if (hit(ImGuiKey_LeftArrow)) is_wide ? void(view.x -= line) : void(step = -1);
  if (hit(ImGuiKey_PageDown)) is_high ? void(view.y += page) : void(step = 1);
  if (hit(ImGuiKey_PageUp)) is_high ? void(view.y -= page) : void(step = -1);
  if (hit(ImGuiKey_DownArrow)) view.y += line;
  if (hit(ImGuiKey_UpArrow)) view.y -= line;
  if (hit(ImGuiKey_Space)) view.y += page;
  if (hit(ImGuiKey_Home)) view.y = 0;
  if (hit(ImGuiKey_End)) view.y = 1e9;
  if (step != 0) actions.push_back(StepPicture{step});
}

// The signs are taken as they are typed, because each keyboard has them on other keys.
void take_signs(const PictureViewState& picture, Views::LookedAt& view, ImVec2 room, const Ui& ui) {
  const ImVec2 middle(room.x / 2, room.y / 2);
  for (const char32_t sign : ui.typed()) {
    const double scale = view.scale.value_or(scale_to_fit(picture, room));
    if (sign == U'+' || sign == U'=') zoom(picture, view, scale * kStep, room, middle);
    if (sign == U'-') zoom(picture, view, scale / kStep, room, middle);
    if (sign == U'0') view.scale.reset();
    if (sign == U'1') zoom(picture, view, 1, room, middle);
  }
}

void take_mouse(const PictureViewState& picture, Views::LookedAt& view, const Ui::Press& press, ImVec2 room,
                double scale) {
  const ImGuiIO& io = ImGui::GetIO();
  const ImVec2 at(io.MousePos.x - press.min.x, io.MousePos.y - press.min.y);
  if (const float turned = take_wheel(press.is_hovered, ImGui::GetItemID()); turned != 0)
    zoom(picture, view, scale * std::pow(kStep, turned), room, at);
  if (press.is_hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    if (view.scale)
      view.scale.reset();
    else
      zoom(picture, view, 1, room, at);
  } else if (press.is_held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 0)) {
    view.x -= io.MouseDelta.x / scale;
    view.y -= io.MouseDelta.y / scale;
  }
}

void draw_canvas(const PictureViewState& picture, Frame& frame) {
  Ui& ui = frame.ui;
  Views::LookedAt& view = frame.views.looked_at;
  const ImVec2 free = ImGui::GetContentRegionAvail();
  constexpr float kLeast = 90;  // pixels
  const ImVec2 room(std::max(kLeast, free.x - ui.em(0.8f)), std::max(kLeast, free.y - ui.em(0.6f)));
  view.room = room;
  if (view.revision != picture.revision) {
    begin_to_look(picture, view, room);
    ui.focus(tr("The picture"));
  }
  const Ui::Press press = ui.area(tr("The picture"), "image", room);
  const ImGuiID id = ImGui::GetItemID();
  const Layout before = lay_out(picture, view, press.min, room);
  take_mouse(picture, view, press, room, before.scale);
  if (press.is_focused) {
    take_keys(before, view, room, id, frame.actions);
    take_signs(picture, view, room, ui);
  }
  const Layout layout = lay_out(picture, view, press.min, room);
  auto wanted = parts_of(layout, press.min, room);
  PicturePainter(picture, frame, layout, press.min, room).draw(wanted);
  if (wanted == view.wanted) return;
  view.wanted = std::move(wanted);
  frame.actions.push_back(NeedParts{view.wanted});
}

void draw_steps(const PictureViewState& picture, Ui& ui, Actions& actions) {
  const auto place = picture.place();
  if (picture.among.size() < 2 || !place) return;
  ui.beside(tr("Previous"));
  if (ui.button(tr("Previous"), ButtonKind::normal, Icon::none, *place > 0)) actions.push_back(StepPicture{-1});
  ui.hint(tr("Page Up"));
  ui.beside(tr("Next"));
  if (ui.button(tr("Next"), ButtonKind::normal, Icon::none, *place + 1 < picture.among.size()))
    actions.push_back(StepPicture{1});
  ui.hint(tr("Page Down"));
}

void draw_sizes(const PictureViewState& picture, Frame& frame) {
  Ui& ui = frame.ui;
  Views::LookedAt& view = frame.views.looked_at;
  const auto size = [&](const char* name, double scale, const char* key) {
    ui.beside(name);
    if (ui.button(name)) zoom(picture, view, scale, view.room, {view.room.x / 2, view.room.y / 2});
    ui.hint(key);
  };
  const double now = view.scale.value_or(scale_to_fit(picture, view.room));
  size(tr("All of it"), 0, "0");
  size(tr("Full size"), 1, "1");
  size(tr("Larger"), now * kStep, "+");
  size(tr("Smaller"), now / kStep, "-");
}

void draw_row(const PictureViewState& picture, bool is_shown, Frame& frame) {
  Ui& ui = frame.ui;
  if (ui.button(tr("Back"), ButtonKind::quiet, Icon::back)) leave_picture(frame);
  ui.hint(tr("Alt+Left"));
  draw_steps(picture, ui, frame.actions);
  if (!is_shown) return;
  draw_sizes(picture, frame);
  if (picture.shows_all || !frame.state.preferences.covers_pictures) return;
  ui.beside(tr("Cover it"), Icon::cover);
  if (ui.button(tr("Cover it"), ButtonKind::quiet, Icon::cover)) frame.actions.push_back(UncoverLookedAt{});
}

// The name of the picture, its place among the others, and how large it is seen.
std::string title_of(const PictureViewState& picture, const Views::LookedAt& view) {
  const std::uint64_t message = picture.message;
  const std::string which = message == 0 ? vault::item_text(picture.item) : numbers_text(message, message);
  std::string title = fmt::format(fmt::runtime(tr("Picture {}")), which);
  if (const auto place = picture.place(); place && picture.among.size() > 1)
    title += ", " + fmt::format(fmt::runtime(tr("{} of {}")), *place + 1, picture.among.size());
  if (picture.width > 0) title += fmt::format(", {} × {}", picture.width, picture.height);
  if (view.scale && view.revision == picture.revision) title += fmt::format(", {} %", std::lround(*view.scale * 100));
  return title;
}

}  // namespace

void draw_picture_view(const PictureViewState& looked_at, Frame& frame) {
  Ui& ui = frame.ui;
  const bool is_shown = looked_at.is_uncovered && looked_at.width > 0;
  {
    const Canvas::InSize in_size(ui, em_of_row(ui));
    draw_row(looked_at, is_shown, frame);
    const std::string title = title_of(looked_at, frame.views.looked_at);
    const Look look{Size::small, Weight::regular, Tone::secondary};
    constexpr float kLeastTitle = 15, kTitle = 24;
    if (ui.at_right(kLeastTitle, kTitle) > 0)  // each line below the row is taken from the picture
      ui.line(title, look, 2.45f);
    else
      ui.text(title, look, 60);
  }
  // While it is read there is nothing else to press.
  if (frame.has_come) ui.focus(looked_at.is_uncovered ? tr("Back") : tr("Show the picture"));
  if (!looked_at.is_uncovered) {
    if (draw_picture(frame, looked_at.item, /*is_covered=*/true) != PictureWish::none) {
      frame.actions.push_back(UncoverLookedAt{});
      ui.focus(tr("Back"));
    }
    return ui.gap(0.1f);
  }
  if (!looked_at.is_ready) return ui.text(tr("One moment ..."));
  if (looked_at.width == 0)
    return ui.text(tr("Kept exactly as it is. It cannot be shown: damaged, too large, or of a kind not read here."));
  if (looked_at.is_broken_off)
    ui.text(tr("The rest of this picture cannot be shown larger. It is kept exactly as it is."));
  draw_canvas(looked_at, frame);
}

}  // namespace daybook::ui
