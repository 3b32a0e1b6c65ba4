#pragma once

#include <cstdint>
#include <span>

namespace daybook::ui {

/// Pictures that the graphics card holds: in the program by OpenGL (ui/shell/gl_textures.h), in most tests not at all.
class Textures {
 public:
  using Id = std::uint64_t;
  virtual ~Textures() = default;
  /// Makes a texture, which stays until destroy(). `rgba` is width * height * 4 bytes, not premultiplied. No id is 0.
  virtual Id create(int width, int height, std::span<const std::uint8_t> rgba) = 0;
  /// Replaces rows [begin, end) of a texture; `rgba` is the whole picture.
  virtual void update(Id id, int width, int begin, int end, std::span<const std::uint8_t> rgba) = 0;
  virtual void destroy(Id id) = 0;
};

/// For tests without a graphics card: hands out numbers and keeps no pictures.
class NoTextures final : public Textures {
 public:
  Id create(int, int, std::span<const std::uint8_t>) override { return ++m_last; }
  void update(Id, int, int, int, std::span<const std::uint8_t>) override {}
  void destroy(Id) override {}

 private:
  Id m_last = 1;
};

}  // namespace daybook::ui
