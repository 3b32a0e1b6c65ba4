#include <algorithm>

#include "vault/sandbox/child_process.h"
#include "vault/sandbox/frames.h"
#include "vault/sandbox/one_answer.h"
#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/head.h"

namespace daybook::sandbox {
namespace {

class LookedAt {
 public:
  explicit LookedAt(Input input) : m_input(input) {}

  // Decodes the picture, so that it has enough pixels to be looked at with `side` pixels on its longer side. The pixels
  // that there were are given up first: two large pictures beside each other would take more memory than there is.
  bool decode_for(std::uint32_t side) {
    m_picture = {};
    auto picture = decode_picture(m_input, side);
    if (!picture || picture->pixels_width == 0 || picture->pixels_height == 0) return false;
    m_picture = std::move(*picture);
    if (!m_picture.is_turned) m_orientation = exif_of(read_head(m_input)).orientation;
    return true;
  }
  std::uint32_t width() const { return m_orientation >= 5 ? m_picture.height : m_picture.width; }
  std::uint32_t height() const { return m_orientation >= 5 ? m_picture.width : m_picture.height; }

  // The pixels of a part. Nothing when there is no such part, or the picture cannot be decoded for it.
  std::optional<std::vector<std::uint8_t>> part(const Part& wanted) {
    const bool is_inside = wanted.width >= 1 && wanted.height >= 1 && wanted.width <= kMostPartSide &&
                           wanted.height <= kMostPartSide && wanted.whole_width <= width() &&
                           wanted.whole_height <= height() && wanted.width <= wanted.whole_width &&
                           wanted.height <= wanted.whole_height && wanted.x <= wanted.whole_width - wanted.width &&
                           wanted.y <= wanted.whole_height - wanted.height;
    if (!is_inside) return std::nullopt;
    const std::uint32_t side = std::max(wanted.whole_width, wanted.whole_height);
    const bool has_enough = side <= std::max(m_picture.pixels_width, m_picture.pixels_height);
    if (!has_enough && !decode_for(side)) return std::nullopt;
    return part_of(m_picture, m_orientation, wanted);
  }

 private:
  Input m_input;
  Decoded m_picture;
  int m_orientation = 1;
};

// The part that a frame tells. Nothing when the frame tells something else.
std::optional<Part> part_told(const Frame& frame) {
  if (frame.type != kTellPart) return std::nullopt;
  Unpacker members(frame.payload);
  Part part;
  for (std::uint32_t* member : {&part.whole_width, &part.whole_height, &part.x, &part.y, &part.width, &part.height})
    *member = static_cast<std::uint32_t>(members.number(kMostPixels));
  if (!members.is_done()) return std::nullopt;
  return part;
}

}  // namespace

bool look_at(Input input, std::uint32_t first_side) {
  // The pipes are static, so that they are never closed: close() is not among the calls that the lockdown leaves.
  static PipeEnd commands(kCommands), answers(kAnswers);
  FrameReader reader(commands);
  FrameWriter writer(answers);
  LookedAt picture(input);
  if (!picture.decode_for(first_side)) return false;
  const Packer size = Packer().number(picture.width()).number(picture.height());
  if (!writer.send(kOnlyAnswer, size.bytes()) || !writer.flush()) return false;
  while (const auto frame = reader.next()) {
    const auto wanted = part_told(*frame);
    const auto pixels = wanted ? picture.part(*wanted) : std::nullopt;
    if (!pixels || !writer.send(kOnlyAnswer, *pixels) || !writer.flush()) return false;
  }
  return true;
}

}  // namespace daybook::sandbox
