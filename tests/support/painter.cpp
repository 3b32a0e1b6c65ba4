#include "tests/support/painter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace daybook::test {
namespace {

using Color = std::array<float, 4>;

Color unpack(ImU32 color) {
  return {static_cast<float>(color & 0xff), static_cast<float>(color >> 8 & 0xff),
          static_cast<float>(color >> 16 & 0xff), static_cast<float>(color >> 24)};
}

// The colour between the four texels around a place, as a graphics card finds it. In the middle of a texel it is that
// of the texel.
Color sample(const Painter::Image& image, float u, float v) {
  const float x = u * static_cast<float>(image.width) - 0.5f, y = v * static_cast<float>(image.height) - 0.5f;
  const float left = std::floor(x), top = std::floor(y);
  const float right_share = x - left, bottom_share = y - top;
  Color sum{};
  for (int i = 0; i < 4; ++i) {
    const int column = std::clamp(static_cast<int>(left) + (i & 1), 0, image.width - 1);
    const int row = std::clamp(static_cast<int>(top) + (i >> 1), 0, image.height - 1);
    const float share =
        ((i & 1) != 0 ? right_share : 1 - right_share) * ((i >> 1) != 0 ? bottom_share : 1 - bottom_share);
    const std::uint8_t* texel =
        image.rgba.data() + (std::size_t{static_cast<unsigned>(row)} * image.width + column) * 4;
    for (int channel = 0; channel < 4; ++channel) sum[channel] += share * texel[channel];
  }
  return sum;
}

void blend(std::uint8_t* pixel, const Color& color, const Color& texel) {
  const float alpha = color[3] * texel[3] / (255 * 255);
  for (int channel = 0; channel < 3; ++channel) {
    const float over = color[channel] * texel[channel] / 255;
    pixel[channel] = static_cast<std::uint8_t>(std::lround(over * alpha + pixel[channel] * (1 - alpha)));
  }
}

struct Point {
  std::int64_t x, y;
};

// Places are rounded to 256ths of a pixel. With whole numbers two triangles that share an edge share no pixel.
Point fixed(ImVec2 place) {
  return {static_cast<std::int64_t>(std::lround(place.x * 256)), static_cast<std::int64_t>(std::lround(place.y * 256))};
}

std::int64_t edge(Point a, Point b, Point p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

// All graphics cards have this rule: a pixel on an edge belongs to the triangle for which the edge is a left or a top
// one.
bool is_top_left(Point a, Point b) { return (a.y == b.y && b.x > a.x) || b.y < a.y; }

void fill(Painter::Image& target, const Painter::Image& texture, const ImDrawVert* a, const ImDrawVert* b,
          const ImDrawVert* c, const ImVec4& clip) {
  Point pa = fixed(a->pos), pb = fixed(b->pos), pc = fixed(c->pos);
  std::int64_t area = edge(pa, pb, pc);
  if (area == 0) return;
  if (area < 0) {
    std::swap(pb, pc);
    std::swap(b, c);
    area = -area;
  }
  const auto low = [](std::int64_t p, std::int64_t q, std::int64_t r) {
    return static_cast<int>(std::min({p, q, r}) >> 8);
  };
  const auto high = [](std::int64_t p, std::int64_t q, std::int64_t r) {
    return static_cast<int>((std::max({p, q, r}) >> 8) + 1);
  };
  const int left = std::max({0, low(pa.x, pb.x, pc.x), static_cast<int>(clip.x)});
  const int right = std::min({target.width, high(pa.x, pb.x, pc.x), static_cast<int>(clip.z)});
  const int top = std::max({0, low(pa.y, pb.y, pc.y), static_cast<int>(clip.y)});
  const int bottom = std::min({target.height, high(pa.y, pb.y, pc.y), static_cast<int>(clip.w)});
  const std::int64_t bias_a = is_top_left(pb, pc) ? 0 : -1, bias_b = is_top_left(pc, pa) ? 0 : -1,
                     bias_c = is_top_left(pa, pb) ? 0 : -1;
  const Color color_a = unpack(a->col), color_b = unpack(b->col), color_c = unpack(c->col);
  const bool is_plain = a->col == b->col && b->col == c->col;
  const bool is_one_texel = a->uv.x == b->uv.x && b->uv.x == c->uv.x && a->uv.y == b->uv.y && b->uv.y == c->uv.y;
  const Color texel = sample(texture, a->uv.x, a->uv.y);
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const Point middle{std::int64_t{x} * 256 + 128, std::int64_t{y} * 256 + 128};
      const std::int64_t wa = edge(pb, pc, middle), wb = edge(pc, pa, middle), wc = edge(pa, pb, middle);
      if (wa + bias_a < 0 || wb + bias_b < 0 || wc + bias_c < 0) continue;
      const float fa = static_cast<float>(wa) / static_cast<float>(area),
                  fb = static_cast<float>(wb) / static_cast<float>(area);
      const float fc = 1 - fa - fb;
      Color color = color_a;
      if (!is_plain)
        for (int i = 0; i < 4; ++i) color[i] = fa * color_a[i] + fb * color_b[i] + fc * color_c[i];
      blend(target.rgba.data() + (std::size_t{static_cast<unsigned>(y)} * target.width + x) * 4, color,
            is_one_texel ? texel
                         : sample(texture, fa * a->uv.x + fb * b->uv.x + fc * c->uv.x,
                                  fa * a->uv.y + fb * b->uv.y + fc * c->uv.y));
    }
  }
}

}  // namespace

Painter::Id Painter::create(int width, int height, std::span<const std::uint8_t> rgba) {
  m_images[++m_last] = {width, height, {rgba.begin(), rgba.end()}};
  return m_last;
}

void Painter::update(Id id, int width, int begin, int end, std::span<const std::uint8_t> rgba) {
  const auto row = static_cast<std::ptrdiff_t>(width) * 4;
  std::copy(rgba.begin() + begin * row, rgba.begin() + end * row, m_images.at(id).rgba.begin() + begin * row);
}

Painter::Image Painter::paint(const ImDrawData& data) const {
  Image target{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y), {}};
  target.rgba.assign(static_cast<std::size_t>(target.width) * target.height * 4, 0);
  for (std::size_t i = 3; i < target.rgba.size(); i += 4) target.rgba[i] = 255;
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const Image& texture = m_images.at(command.GetTexID());
      const ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
      const ImDrawIdx* indices = list->IdxBuffer.Data + command.IdxOffset;
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3)
        fill(target, texture, vertices + indices[i], vertices + indices[i + 1], vertices + indices[i + 2],
             command.ClipRect);
    }
  }
  return target;
}

}  // namespace daybook::test
