#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string_view>

#include "vault/sandbox/frames.h"
#include "vault/sandbox/lockdown/given_files.h"
#include "vault/sandbox/lockdown/lockdown.h"
#include "vault/sandbox/one_answer.h"
#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

// The picture-reader is a process without keys that is started for one picture. It is handed the bytes and a pipe for
// the answer, gives up everything else, and only then decodes the bytes.

namespace daybook::sandbox {
namespace {

enum ExitCode { kGood = 0, kNotGiven = 2, kNotLocked = 3, kNotAPicture = 4, kNotHeard = 5 };

constexpr Allowance kAllowance{std::uint64_t{1} << 30, 10, false, false};
// A picture may be looked at for long, but who moves about in it does not keep a processor busy for minutes.
constexpr Allowance kAllowanceToLook{std::uint64_t{1} << 30, 120, true, false};

template <std::size_t N>
void copy_text(const std::string& text, std::array<char, N>& target) {
  target.fill(0);
  std::copy_n(text.begin(), std::min(text.size(), N - 1), target.begin());
}

bool answer(const Decoded& picture, const ExifFacts& facts) {
  PictureAnswer reply{};
  reply.magic = kAnswerMagic;
  reply.width = picture.width;
  reply.height = picture.height;
  reply.shown_width = picture.pixels_width;
  reply.shown_height = picture.pixels_height;
  reply.has_place = facts.place && std::abs(facts.place->first) <= 90 && std::abs(facts.place->second) <= 180;
  if (reply.has_place != 0) {
    reply.latitude = static_cast<std::int32_t>(std::lround(facts.place->first * 1e7));
    reply.longitude = static_cast<std::int32_t>(std::lround(facts.place->second * 1e7));
  }
  copy_text(facts.taken, reply.taken);
  copy_text(facts.taken_offset, reply.taken_offset);
  std::vector<std::uint8_t> bytes(kPixelsOffset + picture.rgba.size());
  std::memcpy(bytes.data(), &reply, sizeof reply);
  std::memcpy(bytes.data() + kPixelsOffset, picture.rgba.data(), picture.rgba.size());
  // The pipe is static, so that it is never closed: close() is not among the calls that the lockdown leaves.
  static PipeEnd pipe(kAnswers);
  FrameWriter writer(pipe);
  ByteView left(bytes);
  for (; left.size() > kMostFrameBytes; left = left.subspan(kMostFrameBytes)) {
    if (!writer.send(kAnswerGoesOn, left.first(kMostFrameBytes))) return false;
  }
  return writer.send(kOnlyAnswer, left).ok() && writer.flush().ok();
}

// The number in an argument, or 0 when it is none that may be asked for.
std::uint32_t side_of(std::string_view argument) {
  std::uint32_t side = 0;
  const auto [end, error] = std::from_chars(argument.data(), argument.data() + argument.size(), side);
  return error == std::errc() && end == argument.data() + argument.size() && side <= kMostSide ? side : 0;
}

int run(std::uint32_t most_side, bool stays) {
  if (most_side == 0) return kNotGiven;
  const Input input = map_file(kFirstFile);
  if (input.empty()) return kNotGiven;
  if (is_heif(input)) prepare_heif();
  if (!lock_down(stays ? kAllowanceToLook : kAllowance)) return kNotLocked;
  if (stays) return look_at(input, most_side) ? kGood : kNotAPicture;
  auto picture = decode_picture(input, most_side);
  if (!picture || picture->pixels_width == 0 || picture->pixels_height == 0) return kNotAPicture;
  const ExifFacts facts = read_exif(picture->exif);
  reduce(*picture, most_side);
  if (!picture->is_turned) turn(*picture, facts.orientation);
  return answer(*picture, facts) ? kGood : kNotHeard;
}

}  // namespace
}  // namespace daybook::sandbox

int main(int count, char** arguments) {
  using namespace daybook::sandbox;
  const bool stays = count == 3 && std::string_view(arguments[1]) == kLook;
  leave(run(stays ? side_of(arguments[2]) : count == 2 ? side_of(arguments[1]) : 0, stays));
}
