#include "ui/desktop/icons.h"

#include <cstdlib>
#include <string_view>

namespace daybook::ui {
namespace {

// The strokes of an icon on a grid of 24 by 24: "M x y" begins a line, "L x y" goes on, "Z" closes it, "C x y r" is a
// circle, "A x y r from to" an arc in degrees.
constexpr const char* strokes(Icon icon) {
  switch (icon) {
    case Icon::none:
      return "";
    case Icon::timeline:
      return "M 4 5 L 4 19 C 4 7 1.6 C 4 17 1.6 M 9 7 L 20 7 M 9 12 L 17 12 M 9 17 L 20 17";
    case Icon::add:
      return "M 12 5 L 12 19 M 5 12 L 19 12";
    case Icon::note:
      return "M 5 4 L 19 4 L 19 15 L 14 20 L 5 20 Z M 19 15 L 14 15 L 14 20 M 8 9 L 16 9 M 8 13 L 12 13";
    case Icon::words:
      return "M 4 5 L 20 5 L 20 16 L 11 16 L 7 20 L 7 16 L 4 16 Z M 8 9 L 16 9 M 8 12 L 13 12";
    case Icon::conversation:
      return "M 3 4 L 15 4 L 15 11 L 8 11 L 5 14 L 5 11 L 3 11 Z M 18 8 L 21 8 L 21 16 L 19 16 L 19 19 L 16 16 L 9 16 L "
             "9 14";
    case Icon::picture:
      return "M 4 5 L 20 5 L 20 19 L 4 19 Z C 9 10 1.8 M 4 17 L 9 13.5 L 12 16 L 16 11.5 L 20 15";
    case Icon::file:
      return "M 6 3 L 14 3 L 19 8 L 19 21 L 6 21 Z M 14 3 L 14 8 L 19 8";
    case Icon::search:
      return "C 11 11 6.5 M 16 16 L 20.5 20.5";
    case Icon::settings:
      return "M 4 7 L 20 7 M 4 12 L 20 12 M 4 17 L 20 17 C 9 7 2 C 15 12 2 C 8 17 2";
    case Icon::help:
      return "C 12 12 9 A 12 9.5 2.6 180 410 M 13.7 11.5 L 12 13 L 12 14.2 C 12 17 0.6";
    case Icon::hide:
    case Icon::cover:
      return "M 3 12 L 7 8 L 12 6.5 L 17 8 L 21 12 L 17 16 L 12 17.5 L 7 16 Z C 12 12 2.6 M 4 20 L 20 4";
    case Icon::uncover:
      return "M 3 12 L 7 8 L 12 6.5 L 17 8 L 21 12 L 17 16 L 12 17.5 L 7 16 Z C 12 12 2.6";
    case Icon::lock:
      return "M 5 11 L 19 11 L 19 20 L 5 20 Z A 12 9 4 180 360 M 8 9 L 8 11 M 16 9 L 16 11 M 12 14.5 L 12 16.5";
    case Icon::check:
      return "M 5 12.5 L 10 17.5 L 19.5 7";
    case Icon::warning:
      return "M 12 4 L 21 20 L 3 20 Z M 12 10 L 12 14.5 C 12 17 0.6";
    case Icon::close:
      return "M 6 6 L 18 18 M 18 6 L 6 18";
    case Icon::back:
      return "M 19 12 L 5 12 M 11 6 L 5 12 L 11 18";
    case Icon::menu:
      return "M 4 7 L 20 7 M 4 12 L 20 12 M 4 17 L 20 17";
    case Icon::tag:
      return "M 4 4 L 12 4 L 20.5 12.5 L 12.5 20.5 L 4 12 Z C 8.5 8.5 1.2";
    case Icon::remove:
      return "M 5 7 L 19 7 M 9 7 L 9 4 L 15 4 L 15 7 M 6.5 7 L 7.5 20 L 16.5 20 L 17.5 7 M 10.5 11 L 10.5 16 M 13.5 11 "
             "L 13.5 16";
    case Icon::clock:
      return "C 12 12 9 M 12 7 L 12 12 L 15.5 14";
    case Icon::copy:
      return "M 9 9 L 20 9 L 20 20 L 9 20 Z M 5.5 15 L 4 15 L 4 4 L 15 4 L 15 5.5";
    case Icon::people:
      return "C 9 8 3.2 A 9 19 6 180 360 M 3 19 L 15 19 C 16.5 9 2.4 A 16.5 18.5 4.5 270 360 M 17.5 19 L 21 19";
    case Icon::folder:
      return "M 3 6 L 10 6 L 12 8.5 L 21 8.5 L 21 19 L 3 19 Z";
    case Icon::chevron:
      return "M 9 6 L 15 12 L 9 18";
  }
  return "";
}

class Pen {
 public:
  Pen(ImDrawList& list, ImVec2 corner, float side, ImU32 color)
      : m_list(list), m_corner(corner), m_scale(side / 24), m_width(side / 24 * 1.8f), m_color(color) {}

  void draw(const char* text) {
    while (*text != '\0') {
      const char command = *text++;
      switch (command) {
        case 'M':
          stroke(false);
          [[fallthrough]];
        case 'L': {
          const float x = number(text), y = number(text);
          m_list.PathLineTo(at(x, y));
          break;
        }
        case 'Z':
          stroke(true);
          break;
        case 'C': {
          stroke(false);
          const float x = number(text), y = number(text), radius = number(text);
          m_list.AddCircle(at(x, y), radius * m_scale, m_color, 0, m_width);
          break;
        }
        case 'A': {
          stroke(false);
          const float x = number(text), y = number(text), radius = number(text), from = number(text), to = number(text);
          constexpr float kDegree = 0.017453293f;
          m_list.PathArcTo(at(x, y), radius * m_scale, from * kDegree, to * kDegree);
          break;
        }
        default:
          break;
      }
    }
    stroke(false);
  }

 private:
  static float number(const char*& text) {
    char* end = nullptr;
    const float value = std::strtof(text, &end);
    text = end;
    return value;
  }
  ImVec2 at(float x, float y) const { return {m_corner.x + x * m_scale, m_corner.y + y * m_scale}; }
  void stroke(bool closes) {
    if (m_list._Path.Size > 1) m_list.PathStroke(m_color, closes ? ImDrawFlags_Closed : 0, m_width);
    m_list.PathClear();
  }

  ImDrawList& m_list;
  ImVec2 m_corner;
  float m_scale, m_width;
  ImU32 m_color;
};

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 corner, float side, ImU32 color) {
  Pen(list, corner, side, color).draw(strokes(icon));
}

}  // namespace daybook::ui
