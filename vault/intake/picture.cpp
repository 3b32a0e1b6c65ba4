#include "vault/intake/picture.h"

#include "vault/intake/file_says.h"
#include "vault/sandbox/one_answer.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::vault {
namespace {

static_assert(kReportPictureSide <= sandbox::kMostSide && kSmallPictureSide <= sandbox::kMostThumbnailSide);

const Error kNotShown{ErrorCode::unsupported, "it cannot be shown"};

Drawn drawn_as(sandbox::Drawn drawn) {
  switch (drawn) {
    case sandbox::Drawn::whole:
      return Drawn::whole;
    case sandbox::Drawn::in_part:
      return Drawn::in_part;
    case sandbox::Drawn::first_of_several:
      return Drawn::first_of_several;
    case sandbox::Drawn::too_many_pixels:
      return Drawn::too_many_pixels;
    case sandbox::Drawn::no_decoder:
      return Drawn::no_decoder;
    case sandbox::Drawn::damaged:
      break;
  }
  return Drawn::damaged;
}

// The front of an answer. The picture may have taken over the picture-reader, so every number there has its bound, and
// those that go together are looked at where they are used.
struct Answer {
  FileSays facts;
  std::uint32_t shown_width = 0, shown_height = 0;
  ByteView pixels;
};

std::optional<Answer> unpack_answer(ByteView bytes, std::uint32_t most_side) {
  constexpr std::uint64_t kMostNumber = 0xffffffff;
  sandbox::Unpacker members(bytes);
  Answer answer;
  const auto width = static_cast<std::uint32_t>(members.number(kMostNumber)),
             height = static_cast<std::uint32_t>(members.number(kMostNumber));
  answer.shown_width = static_cast<std::uint32_t>(members.number(most_side));
  answer.shown_height = static_cast<std::uint32_t>(members.number(most_side));
  const auto drawn = static_cast<sandbox::Drawn>(members.number(static_cast<std::uint64_t>(sandbox::Drawn::damaged)));
  answer.facts = file_says(sandbox::unpack_said(members));
  answer.pixels = members.rest();
  if (!members.is_done()) return std::nullopt;
  // Half a size is none.
  if (width > 0 && height > 0) {
    answer.facts.width = width;
    answer.facts.height = height;
  }
  answer.facts.drawn = drawn_as(drawn);
  return answer;
}

}  // namespace

PictureReader PictureReader::beside_this_program() {
  return PictureReader(sandbox::program_beside_this_one("picture-reader"));
}

Result<Bytes> PictureReader::ask(ByteSource& source, std::size_t most_bytes, std::string argument) const {
  if (source.size() > sandbox::kMostPictureBytes) return Error{ErrorCode::too_large, "picture"};
  if (source.size() == 0) return kNotShown;
  return sandbox::ask_once(m_program, source, {m_most, most_bytes}, {std::move(argument)});
}

Result<ReducedPicture> PictureReader::read(ByteSource& source, std::uint32_t most_side) const {
  DAYBOOK_ASSERT(most_side >= 1 && most_side <= sandbox::kMostSide);
  const std::size_t most_bytes = sandbox::kMostFactBytes + std::size_t{4} * most_side * most_side;
  TRY_ASSIGN(const Bytes output, ask(source, most_bytes, std::to_string(most_side)));
  auto answer = unpack_answer(output, most_side);
  if (!answer) return kNotShown;
  const FileSays& facts = answer->facts;
  const bool is_sane = is_drawn(facts.drawn) && answer->shown_width >= 1 && answer->shown_height >= 1 &&
                       facts.width >= 1 && std::uint64_t{facts.width} * facts.height <= sandbox::kMostPixels &&
                       answer->pixels.size() == std::size_t{4} * answer->shown_width * answer->shown_height;
  if (!is_sane) return kNotShown;
  ReducedPicture picture;
  picture.facts = std::move(answer->facts);
  picture.width = answer->shown_width;
  picture.height = answer->shown_height;
  picture.rgba.assign(answer->pixels.begin(), answer->pixels.end());
  return picture;
}

Result<FileSays> PictureReader::facts(ByteSource& source) const {
  TRY_ASSIGN(const Bytes output, ask(source, sandbox::kMostFactBytes, sandbox::kFactsOnly));
  auto answer = unpack_answer(output, 0);
  if (!answer || is_drawn(answer->facts.drawn) || !answer->pixels.empty()) return kNotShown;
  return std::move(answer->facts);
}

}  // namespace daybook::vault
