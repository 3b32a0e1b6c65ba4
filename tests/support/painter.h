#pragma once

#include <imgui.h>

#include <map>
#include <vector>

#include "ui/desktop/textures.h"

namespace daybook::test {

/// Draws into memory what Dear ImGui would send to a graphics card. The picture is the same on every machine, also
/// where there is no card and no display.
class Painter final : public ui::Textures {
 public:
  Id create(int width, int height, std::span<const std::uint8_t> rgba) override;
  void update(Id id, int width, int begin, int end, std::span<const std::uint8_t> rgba) override;
  void destroy(Id id) override { m_images.erase(id); }

  struct Image {
    int width = 0, height = 0;       // pixels
    std::vector<std::uint8_t> rgba;  // width * height * 4 bytes
  };
  /// The picture of a whole frame, on black.
  Image paint(const ImDrawData& data) const;

 private:
  std::map<Id, Image> m_images;
  Id m_last = 1;
};

}  // namespace daybook::test
