#include <gif_lib.h>

#include <algorithm>
#include <cstring>

#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {
namespace {

int read_bytes(GifFileType* gif, GifByteType* target, int size) {
  Input& left = *static_cast<Input*>(gif->UserData);
  const std::size_t count = std::min(left.size(), static_cast<std::size_t>(size));
  if (count > 0) std::memcpy(target, left.data(), count);
  left = left.subspan(count);
  return static_cast<int>(count);
}

// The colour that is to be transparent, or -1 when there is none.
int transparent_index(const SavedImage& image) {
  GraphicsControlBlock control;
  for (int i = 0; i < image.ExtensionBlockCount; ++i) {
    const ExtensionBlock& block = image.ExtensionBlocks[i];
    if (block.Function == GRAPHICS_EXT_FUNC_CODE &&
        DGifExtensionToGCB(static_cast<std::size_t>(block.ByteCount), block.Bytes, &control) == GIF_OK)
      return control.TransparentColor;
  }
  return -1;
}

}  // namespace

std::optional<Decoded> decode_gif(Input input) {
  int error = 0;
  GifFileType* gif = DGifOpen(&input, read_bytes, &error);
  if (gif == nullptr) return std::nullopt;
  if (std::uint64_t(gif->SWidth) * std::uint64_t(gif->SHeight) > kMostGifPixels) return std::nullopt;
  // A file may be cut off after a good first picture, which is shown all the same.
  const bool is_whole = DGifSlurp(gif) == GIF_OK;
  if (!is_whole && gif->ImageCount < 1) return std::nullopt;
  const SavedImage& image = gif->SavedImages[0];
  const ColorMapObject* colors = image.ImageDesc.ColorMap != nullptr ? image.ImageDesc.ColorMap : gif->SColorMap;
  if (colors == nullptr || image.RasterBits == nullptr) return std::nullopt;
  Decoded picture;
  picture.width = picture.pixels_width = static_cast<std::uint32_t>(image.ImageDesc.Width);
  picture.height = picture.pixels_height = static_cast<std::uint32_t>(image.ImageDesc.Height);
  // Where a second picture was begun, the first one is whole.
  picture.drawn = gif->ImageCount > 1 ? Drawn::first_of_several : is_whole ? Drawn::whole : Drawn::in_part;
  const std::size_t count = std::size_t{picture.width} * picture.height;
  if (count == 0 || count > kMostGifPixels) return std::nullopt;
  picture.rgba.resize(count * 4);
  const int transparent = transparent_index(image);
  for (std::size_t i = 0; i < count; ++i) {
    const int index = image.RasterBits[i];
    if (index >= colors->ColorCount || index == transparent) continue;
    const GifColorType& color = colors->Colors[index];
    const std::uint8_t pixel[4] = {color.Red, color.Green, color.Blue, 255};
    std::memcpy(&picture.rgba[i * 4], pixel, 4);
  }
  return picture;
}

}  // namespace daybook::sandbox
