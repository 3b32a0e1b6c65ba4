#include "ui/desktop/theme.h"

#include <algorithm>
#include <cmath>

namespace daybook::ui {
namespace {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) {
  return IM_COL32(hex >> 16 & 255, hex >> 8 & 255, hex & 255, alpha);
}

constexpr Palette kLight{.page = rgb(0xF5F5F1),
                         .panel = rgb(0xFFFFFF),
                         .text = rgb(0x1A1A1A),
                         .secondary = rgb(0x4A4A4A),
                         .border = rgb(0x767676),
                         .line = rgb(0xE1E1DB),
                         .accent = rgb(0x1F4E79),
                         .on_accent = rgb(0xFFFFFF),
                         .accent_soft = rgb(0xE4EDF5),
                         .on_soft = rgb(0x173B5C),
                         .hover = rgb(0x1A1A1A, 14),
                         .field = rgb(0xFFFFFF),
                         .selection = rgb(0xBBD6EE),
                         .good = rgb(0x1B5E3A),
                         .good_soft = rgb(0xE2F0E7),
                         .fault = rgb(0x8F0F33),
                         .fault_soft = rgb(0xFBE7EC),
                         .note_soft = rgb(0xFBF4DF),
                         .note_edge = rgb(0xC9A227),
                         .hide = rgb(0x1F3A57),
                         .on_hide = rgb(0xFFFFFF),
                         .ring_outer = rgb(0x000000),
                         .ring_inner = rgb(0xFFDD00),
                         .shadow = rgb(0x1D2939, 10),
                         .is_dark = false};

constexpr Palette kDark{.page = rgb(0x161A1D),
                        .panel = rgb(0x1E2327),
                        .text = rgb(0xEDEDED),
                        .secondary = rgb(0xB9C0C6),
                        .border = rgb(0x7E8790),
                        .line = rgb(0x2E353B),
                        .accent = rgb(0x9CC7EE),
                        .on_accent = rgb(0x0E2135),
                        .accent_soft = rgb(0x22384D),
                        .on_soft = rgb(0xD3E6F8),
                        .hover = rgb(0xFFFFFF, 16),
                        .field = rgb(0x14181B),
                        .selection = rgb(0x2A4A66),
                        .good = rgb(0x8FD3AC),
                        .good_soft = rgb(0x1C3427),
                        .fault = rgb(0xFFA9BC),
                        .fault_soft = rgb(0x42202A),
                        .note_soft = rgb(0x37301B),
                        .note_edge = rgb(0xC9A227),
                        .hide = rgb(0xDCE6F0),
                        .on_hide = rgb(0x14202C),
                        .ring_outer = rgb(0x000000),
                        .ring_inner = rgb(0xFFDD00),
                        .shadow = rgb(0x000000, 22),
                        .is_dark = true};

// The dim theme is for a dark room: it gives little light, and nothing in it glares.
constexpr Palette kDim{.page = rgb(0x100D0A),
                       .panel = rgb(0x17130F),
                       .text = rgb(0xB3ADA2),
                       .secondary = rgb(0xA39D92),
                       .border = rgb(0x7A7267),
                       .line = rgb(0x2A241D),
                       .accent = rgb(0xB5A27E),
                       .on_accent = rgb(0x14110D),
                       .accent_soft = rgb(0x241E16),
                       .on_soft = rgb(0xBDB4A3),
                       .hover = rgb(0xFFFFFF, 10),
                       .field = rgb(0x0D0A08),
                       .selection = rgb(0x40351F),
                       .good = rgb(0x9DB39E),
                       .good_soft = rgb(0x182016),
                       .fault = rgb(0xD39A93),
                       .fault_soft = rgb(0x2A1614),
                       .note_soft = rgb(0x221C10),
                       .note_edge = rgb(0x7D6A35),
                       .hide = rgb(0xB3ADA2),
                       .on_hide = rgb(0x14110D),
                       .ring_outer = rgb(0x000000),
                       .ring_inner = rgb(0xC9AE00),
                       .shadow = rgb(0x000000, 22),
                       .is_dark = true};

constexpr Palette kContrast{.page = rgb(0x000000),
                            .panel = rgb(0x000000),
                            .text = rgb(0xFFFFFF),
                            .secondary = rgb(0xFFFFFF),
                            .border = rgb(0xFFFFFF),
                            .line = rgb(0xFFFFFF),
                            .accent = rgb(0xFFFF00),
                            .on_accent = rgb(0x000000),
                            .accent_soft = rgb(0x002B4D),
                            .on_soft = rgb(0xFFFFFF),
                            .hover = rgb(0xFFFFFF, 40),
                            .field = rgb(0x000000),
                            .selection = rgb(0x0050A0),
                            .good = rgb(0x7CFFA0),
                            .good_soft = rgb(0x000000),
                            .fault = rgb(0xFFB0C0),
                            .fault_soft = rgb(0x000000),
                            .note_soft = rgb(0x000000),
                            .note_edge = rgb(0xFFFF00),
                            .hide = rgb(0xFFFFFF),
                            .on_hide = rgb(0x000000),
                            .ring_outer = rgb(0x000000),
                            .ring_inner = rgb(0x00FFFF),
                            .shadow = rgb(0x000000, 0),
                            .is_dark = true};

double luminance(ImU32 color) {
  const auto part = [&](int shift) {
    const double value = static_cast<double>(color >> shift & 255) / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(IM_COL32_R_SHIFT) + 0.7152 * part(IM_COL32_G_SHIFT) + 0.0722 * part(IM_COL32_B_SHIFT);
}

}  // namespace

const Palette& palette(Theme theme) {
  switch (theme) {
    case Theme::light:
      return kLight;
    case Theme::dark:
      return kDark;
    case Theme::dim:
      return kDim;
    case Theme::contrast:
      return kContrast;
  }
  return kLight;
}

double contrast(ImU32 a, ImU32 b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace daybook::ui
