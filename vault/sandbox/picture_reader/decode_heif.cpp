#include <libheif/heif.h>

#include <cstring>

#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::sandbox {
namespace {

// The thumbnail that the file has, or else the picture. A thumbnail is decoded in a hundredth of the time.
heif_image_handle* smallest_that_serves(heif_image_handle* picture) {
  heif_item_id id;
  if (heif_image_handle_get_list_of_thumbnail_IDs(picture, &id, 1) < 1) return picture;
  heif_image_handle* thumbnail = nullptr;
  if (heif_image_handle_get_thumbnail(picture, id, &thumbnail).code != heif_error_Ok) return picture;
  return thumbnail;
}

}  // namespace

void prepare_heif() {
  heif_context* context = heif_context_alloc();
  heif_context_free(context);
}

std::optional<Decoded> decode_heif(Input input, std::uint32_t most_side) {
  heif_context* context = heif_context_alloc();
  heif_context_set_max_decoding_threads(context, 0);
  if (heif_context_read_from_memory_without_copy(context, input.data(), input.size(), nullptr).code != heif_error_Ok)
    return std::nullopt;
  heif_image_handle* handle = nullptr;
  if (heif_context_get_primary_image_handle(context, &handle).code != heif_error_Ok) return std::nullopt;
  Decoded picture;
  picture.is_turned = true;
  picture.width = static_cast<std::uint32_t>(heif_image_handle_get_width(handle));
  picture.height = static_cast<std::uint32_t>(heif_image_handle_get_height(handle));
  if (std::uint64_t{picture.width} * picture.height > kMostPixels) return std::nullopt;
  heif_image* image = nullptr;
  const heif_error decoded = heif_decode_image(most_side <= kMostThumbnailSide ? smallest_that_serves(handle) : handle,
                                               &image, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nullptr);
  if (decoded.code != heif_error_Ok) return std::nullopt;
  int stride = 0;
  const std::uint8_t* plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
  const int width = heif_image_get_width(image, heif_channel_interleaved);
  const int height = heif_image_get_height(image, heif_channel_interleaved);
  if (plane == nullptr || width <= 0 || height <= 0 || stride < width * 4 ||
      std::uint64_t(width) * std::uint64_t(height) > kMostPixels)
    return std::nullopt;
  picture.pixels_width = static_cast<std::uint32_t>(width);
  picture.pixels_height = static_cast<std::uint32_t>(height);
  picture.rgba.resize(std::size_t{picture.pixels_width} * picture.pixels_height * 4);
  for (int y = 0; y < height; ++y)
    std::memcpy(&picture.rgba[static_cast<std::size_t>(y) * picture.pixels_width * 4],
                plane + static_cast<std::ptrdiff_t>(y) * stride, std::size_t{picture.pixels_width} * 4);
  heif_image_release(image);  // what is left of the decoder stays small
  return picture;
}

}  // namespace daybook::sandbox
