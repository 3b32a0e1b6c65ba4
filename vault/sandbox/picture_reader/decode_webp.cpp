#include <webp/decode.h>

#include <algorithm>

#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {
std::optional<Decoded> decode_webp(Input input, std::uint32_t most_side) {
  WebPDecoderConfig config;
  if (WebPInitDecoderConfig(&config) == 0) return std::nullopt;
  if (WebPGetFeatures(input.data(), input.size(), &config.input) != VP8_STATUS_OK) return std::nullopt;
  Decoded picture;
  picture.width = static_cast<std::uint32_t>(config.input.width);
  picture.height = static_cast<std::uint32_t>(config.input.height);
  if (std::uint64_t{picture.width} * picture.height > kMostPixels || config.input.has_animation != 0)
    return std::nullopt;
  const std::uint32_t side = std::max(picture.width, picture.height);
  picture.pixels_width = picture.width;
  picture.pixels_height = picture.height;
  if (side > most_side) {
    picture.pixels_width = std::max(1u, static_cast<std::uint32_t>(std::uint64_t{picture.width} * most_side / side));
    picture.pixels_height = std::max(1u, static_cast<std::uint32_t>(std::uint64_t{picture.height} * most_side / side));
    config.options.use_scaling = 1;
    config.options.scaled_width = static_cast<int>(picture.pixels_width);
    config.options.scaled_height = static_cast<int>(picture.pixels_height);
  }
  picture.rgba.resize(std::size_t{picture.pixels_width} * picture.pixels_height * 4);
  config.output.colorspace = MODE_RGBA;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = picture.rgba.data();
  config.output.u.RGBA.stride = static_cast<int>(picture.pixels_width * 4);
  config.output.u.RGBA.size = picture.rgba.size();
  if (WebPDecode(input.data(), input.size(), &config) != VP8_STATUS_OK) return std::nullopt;
  return picture;
}

}  // namespace daybook::sandbox
