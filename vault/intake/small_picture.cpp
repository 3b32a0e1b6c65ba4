#include "vault/intake/small_picture.h"

#include <webp/decode.h>
#include <webp/encode.h>

#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::vault {
namespace {

constexpr float kQuality = 80;
// The effort of the encoder, from 0 to 6. A picture of full size takes 5 ms with it, and is a tenth larger than with
// the most effort.
constexpr int kQuick = 1;

}  // namespace

Bytes encode_small_picture(const ReducedPicture& picture) {
  WebPConfig config;
  WebPPicture frame;
  if (WebPConfigInit(&config) == 0 || WebPPictureInit(&frame) == 0) return {};
  config.quality = kQuality;
  config.method = kQuick;
  frame.width = static_cast<int>(picture.width);
  frame.height = static_cast<int>(picture.height);
  WebPMemoryWriter memory;
  WebPMemoryWriterInit(&memory);
  frame.writer = WebPMemoryWrite;
  frame.custom_ptr = &memory;
  Bytes bytes;
  if (WebPPictureImportRGBA(&frame, picture.rgba.data(), frame.width * 4) != 0 && WebPEncode(&config, &frame) != 0)
    bytes.assign(memory.mem, memory.mem + memory.size);
  WebPPictureFree(&frame);
  WebPMemoryWriterClear(&memory);
  return bytes;
}

Result<ReducedPicture> decode_small_picture(ByteView bytes) {
  const Error damaged{ErrorCode::damaged, "small picture"};
  int width = 0, height = 0;
  if (WebPGetInfo(bytes.data(), bytes.size(), &width, &height) == 0) return damaged;
  const int most = static_cast<int>(sandbox::kMostSide);
  if (width < 1 || height < 1 || width > most || height > most) return damaged;
  ReducedPicture picture;
  picture.width = static_cast<std::uint32_t>(width);
  picture.height = static_cast<std::uint32_t>(height);
  picture.rgba.resize(std::size_t{picture.width} * picture.height * 4);
  if (WebPDecodeRGBAInto(bytes.data(), bytes.size(), picture.rgba.data(), picture.rgba.size(), width * 4) == nullptr)
    return damaged;
  return picture;
}

}  // namespace daybook::vault
