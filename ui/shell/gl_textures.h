#pragma once

#include "ui/desktop/textures.h"

namespace daybook::ui {

/// Textures of OpenGL. Every function needs a current context.
class GlTextures final : public Textures {
 public:
  Id create(int width, int height, std::span<const std::uint8_t> rgba) override;
  void update(Id id, int width, int begin, int end, std::span<const std::uint8_t> rgba) override;
  void destroy(Id id) override;
};

}  // namespace daybook::ui
