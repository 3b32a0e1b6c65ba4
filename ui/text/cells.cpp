#include <algorithm>
#include <cmath>

#include "ui/text/code_points.h"
#include "ui/text/paragraph.h"

namespace daybook::ui {
namespace {

// A cluster of a line: the glyphs that HarfBuzz made of one stretch of text, which it cannot part further.
struct Cluster {
  std::uint32_t begin;
  float left, right;
  bool is_right_to_left;
};

std::vector<Cluster> clusters_of(const Paragraph& paragraph, const Line& line) {
  std::vector<Cluster> clusters;
  float x = line.x;
  for (std::uint32_t i = line.first_glyph; i < line.end_glyph; ++i) {
    const Glyph& glyph = paragraph.glyphs[i];
    const bool goes_on = !clusters.empty() && clusters.back().begin == glyph.begin;
    if (!goes_on) clusters.push_back({glyph.begin, x, x, glyph.is_right_to_left});
    x += glyph.advance;
    clusters.back().right = x;
  }
  std::sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) { return a.begin < b.begin; });
  return clusters;
}

// Joins clusters that are one character for a person. HarfBuzz keeps a joiner apart from its letter.
void join_parts(std::vector<Cluster>& clusters, const CodePoints& points, const std::vector<bool>& starts) {
  std::vector<Cluster> joined;
  for (const Cluster& cluster : clusters) {
    const auto at = std::lower_bound(points.offsets.begin(), points.offsets.end(), cluster.begin);
    if (joined.empty() || starts[static_cast<std::size_t>(at - points.offsets.begin())]) {
      joined.push_back(cluster);
      continue;
    }
    joined.back().left = std::min(joined.back().left, cluster.left);
    joined.back().right = std::max(joined.back().right, cluster.right);
  }
  clusters = std::move(joined);
}

// Adds the cells of a cluster. A ligature of several characters is parted among them equally, because a font rarely
// says where each of them ends.
void add_cells(const Cluster& cluster, const std::vector<std::uint32_t>& boundaries, std::uint32_t line,
               std::vector<Cell>& cells) {
  const auto count = static_cast<float>(boundaries.size() - 1);
  const float width = (cluster.right - cluster.left) / count;
  for (std::size_t i = 0; i + 1 < boundaries.size(); ++i) {
    const auto place = static_cast<float>(i);
    const float left = cluster.is_right_to_left ? cluster.right - width * (place + 1) : cluster.left + width * place;
    cells.push_back({boundaries[i], boundaries[i + 1], left, left + width, line, cluster.is_right_to_left});
  }
}

// The range of the cells of one line, which stand together in `cells`.
std::pair<std::size_t, std::size_t> cells_on(const std::vector<Cell>& cells, std::uint32_t line) {
  const auto less = [](const Cell& cell, std::uint32_t number) { return cell.line < number; };
  const auto begin = std::lower_bound(cells.begin(), cells.end(), line, less),
             end = std::lower_bound(begin, cells.end(), line + 1, less);
  return {begin - cells.begin(), end - cells.begin()};
}

}  // namespace

std::vector<Cell> cells_of(const Paragraph& paragraph, std::string_view text) {
  const CodePoints points = code_points_of(text);
  const std::vector<bool> starts = character_starts(points.values);
  std::vector<Cell> cells;
  std::size_t at = 0;  // code point
  for (std::uint32_t number = 0; number < paragraph.lines.size(); ++number) {
    std::vector<Cluster> clusters = clusters_of(paragraph, paragraph.lines[number]);
    join_parts(clusters, points, starts);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
      while (at < points.values.size() && points.offsets[at] < clusters[i].begin) ++at;
      const std::uint32_t limit = i + 1 < clusters.size() ? clusters[i + 1].begin : paragraph.lines[number].end;
      std::vector<std::uint32_t> boundaries{clusters[i].begin};
      std::size_t next = at + 1;
      for (; next < points.values.size() && points.offsets[next] < limit; ++next) {
        if (i + 1 == clusters.size() && (points.values[next] == ' ' || points.values[next] == '\n')) break;
        if (starts[next]) boundaries.push_back(points.offsets[next]);
      }
      boundaries.push_back(points.offsets[std::min(next, points.values.size())]);
      add_cells(clusters[i], boundaries, number, cells);
    }
  }
  return cells;
}

CaretPlace caret_at(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t at) {
  // The caret is on the last line that begins at or before its byte, so that after a line end it is on the new line.
  std::uint32_t line = 0;
  for (std::uint32_t i = 0; i < paragraph.lines.size(); ++i) {
    if (at >= paragraph.lines[i].begin) line = i;
  }
  const auto [begin, end] = cells_on(cells, line);
  const Line& here = paragraph.lines[line];
  for (std::size_t i = begin; i < end; ++i) {
    if (cells[i].begin >= at) return {cells[i].is_right_to_left ? cells[i].right : cells[i].left, line};
  }
  if (begin == end) return {here.x, line};
  const Cell& last = cells[end - 1];
  return {last.is_right_to_left ? last.left : last.right, line};
}

std::uint32_t byte_on_line(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t line, float x) {
  const auto [begin, end] = cells_on(cells, line);
  std::uint32_t best = paragraph.lines[line].begin;
  float distance = begin == end ? 0 : 1e9f;
  for (std::size_t i = begin; i < end; ++i) {
    const Cell& cell = cells[i];
    const float first = cell.is_right_to_left ? cell.right : cell.left,
                last = cell.is_right_to_left ? cell.left : cell.right;
    if (std::fabs(first - x) < distance) distance = std::fabs(first - x), best = cell.begin;
    if (std::fabs(last - x) < distance) distance = std::fabs(last - x), best = cell.end;
  }
  return best;
}

std::uint32_t byte_at(const Paragraph& paragraph, const std::vector<Cell>& cells, float x, float y) {
  std::uint32_t line = 0;
  for (std::uint32_t i = 0; i < paragraph.lines.size(); ++i) {
    if (y >= paragraph.lines[i].top) line = i;
  }
  return byte_on_line(paragraph, cells, line, x);
}

namespace {

// How many bytes before and after a place are looked at. The rules of UAX 29 look back no further than the beginning of
// the line. In a longer line only a row of flags or joined emoji over this length could be parted in the wrong place.
constexpr std::size_t kContext = 256;

std::vector<std::uint32_t> boundaries_around(std::string_view text, std::size_t at) {
  std::size_t begin = text.rfind('\n', at == 0 ? 0 : at - 1);
  begin = begin == std::string_view::npos ? 0 : begin;
  if (at - begin > kContext) begin = at - kContext;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) --begin;
  const CodePoints points = code_points_of(text.substr(begin, at - begin + kContext));
  const std::vector<bool> starts = character_starts(points.values);
  std::vector<std::uint32_t> boundaries;
  for (std::size_t i = 0; i < points.offsets.size(); ++i) {
    if (starts[i]) boundaries.push_back(points.offsets[i] + static_cast<std::uint32_t>(begin));
  }
  return boundaries;
}

}  // namespace

std::uint32_t next_character(std::string_view text, std::uint32_t at) {
  for (const std::uint32_t boundary : boundaries_around(text, at)) {
    if (boundary > at) return std::min(boundary, static_cast<std::uint32_t>(text.size()));
  }
  return static_cast<std::uint32_t>(text.size());
}

std::uint32_t previous_character(std::string_view text, std::uint32_t at) {
  std::uint32_t previous = 0;
  for (const std::uint32_t boundary : boundaries_around(text, at)) {
    if (boundary >= at) break;
    previous = boundary;
  }
  return previous;
}

}  // namespace daybook::ui
