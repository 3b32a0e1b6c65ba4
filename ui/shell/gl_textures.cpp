#include "ui/shell/gl_textures.h"

#include <GL/gl.h>

namespace daybook::ui {

Textures::Id GlTextures::create(int width, int height, std::span<const std::uint8_t> rgba) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  // Where a picture that is put together from parts is enlarged, no part may show the colour of its other end.
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  return name;
}

void GlTextures::update(Id id, int width, int begin, int end, std::span<const std::uint8_t> rgba) {
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(id));
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  const auto offset = static_cast<std::size_t>(begin) * static_cast<std::size_t>(width) * 4;
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, begin, width, end - begin, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data() + offset);
}

void GlTextures::destroy(Id id) {
  const auto name = static_cast<GLuint>(id);
  glDeleteTextures(1, &name);
}

}  // namespace daybook::ui
