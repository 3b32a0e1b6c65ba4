#include "vault/intake/looked_at_picture.h"

#include "vault/sandbox/one_answer.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::vault {
namespace {

constexpr std::chrono::seconds kMostSeconds{10};
static_assert(kMostPartSide == sandbox::kMostPartSide);

const Error kNotShown{ErrorCode::unsupported, "it cannot be shown"};

// Answers while a question may still wait for its answer.
sandbox::PipeEnd::GoesOn for_a_while() {
  return [deadline = std::chrono::steady_clock::now() + kMostSeconds] {
    return std::chrono::steady_clock::now() < deadline;
  };
}

}  // namespace

LookedAtPicture::LookedAtPicture(sandbox::ChildProcess process)
    : m_process(std::make_unique<sandbox::ChildProcess>(std::move(process))),
      m_reader(std::make_unique<sandbox::FrameReader>(m_process->answers())) {}

Result<LookedAtPicture> LookedAtPicture::open(const PictureReader& reader, ByteSource& source, std::uint32_t side) {
  DAYBOOK_ASSERT(side >= 1 && side <= sandbox::kMostSide);
  if (source.size() > sandbox::kMostPictureBytes) return Error{ErrorCode::too_large, "picture"};
  if (source.size() == 0) return kNotShown;
  TRY_ASSIGN(const sandbox::PipeEnd memory, sandbox::unchangeable_memory(source));
  TRY_ASSIGN(sandbox::ChildProcess process, sandbox::ChildProcess::start(reader.program(), {memory.descriptor()},
                                                                         {sandbox::kLook, std::to_string(side)}));
  LookedAtPicture picture(std::move(process));
  TRY_ASSIGN(const Bytes size, picture.answer(2 * sizeof(std::uint64_t)));
  sandbox::Unpacker members(size);
  picture.m_width = static_cast<std::uint32_t>(members.number(sandbox::kMostPixels));
  picture.m_height = static_cast<std::uint32_t>(members.number(sandbox::kMostPixels));
  const std::uint64_t pixels = std::uint64_t{picture.m_width} * picture.m_height;
  if (!members.is_done() || pixels == 0 || pixels > sandbox::kMostPixels) return kNotShown;
  return picture;
}

Result<Bytes> LookedAtPicture::part(const PicturePart& wanted) {
  DAYBOOK_ASSERT(wanted.whole_width <= m_width && wanted.whole_height <= m_height);
  DAYBOOK_ASSERT(wanted.width >= 1 && wanted.width <= kMostPartSide && wanted.x + wanted.width <= wanted.whole_width);
  DAYBOOK_ASSERT(wanted.height >= 1 && wanted.height <= kMostPartSide &&
                 wanted.y + wanted.height <= wanted.whole_height);
  sandbox::Packer part;
  for (const std::uint32_t member :
       {wanted.whole_width, wanted.whole_height, wanted.x, wanted.y, wanted.width, wanted.height})
    part.number(member);
  sandbox::FrameWriter writer(m_process->commands(), for_a_while());
  if (!writer.send(sandbox::kTellPart, part.bytes()) || !writer.flush()) return kNotShown;
  return answer(std::size_t{4} * wanted.width * wanted.height);
}

// The payload of the next frame, which must have so many bytes. The picture may have taken over the process, so nothing
// else is taken.
Result<Bytes> LookedAtPicture::answer(std::size_t bytes) {
  const auto frame = m_reader->next(for_a_while());
  if (!frame || frame->type != sandbox::kOnlyAnswer || frame->payload.size() != bytes) return kNotShown;
  return Bytes(frame->payload.begin(), frame->payload.end());
}

}  // namespace daybook::vault
