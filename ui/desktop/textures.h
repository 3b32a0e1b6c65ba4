#pragma once

#include <cstdint>
#include <span>

namespace daybook::ui {

/// Pictures that the graphics card holds. OpenGL's in the program, nothing in tests without one.
class Textures {
 public:
  using Id = std::uint64_t;
  virtual ~Textures() = default;
  /// `rgba` is width * height * 4 bytes, not premultiplied.
  virtual Id create(int width, int height, std::span<const std::uint8_t> rgba) = 0;
  /// Replaces rows [begin, end) of a texture; `rgba` is the whole picture.
  virtual void update(Id id, int width, int begin, int end, std::span<const std::uint8_t> rgba) = 0;
  virtual void destroy(Id id) = 0;
};

/// Hands out numbers and draws nothing.
class NoTextures final : public Textures {
 public:
  Id create(int, int, std::span<const std::uint8_t>) override { return ++m_last; }
  void update(Id, int, int, int, std::span<const std::uint8_t>) override {}
  void destroy(Id) override {}

 private:
  Id m_last = 1;
};

}  // namespace daybook::ui
