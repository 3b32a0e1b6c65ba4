#include <algorithm>
#include <charconv>
#include <string_view>

#include "vault/sandbox/frames.h"
#include "vault/sandbox/lockdown/given_files.h"
#include "vault/sandbox/lockdown/lockdown.h"
#include "vault/sandbox/one_answer.h"
#include "vault/sandbox/picture_reader/decode.h"
#include "vault/sandbox/picture_reader/head.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

// The picture-reader is a process without keys that is started for one picture. It is handed the bytes and a pipe for
// the answer, gives up everything else, and only then decodes the bytes.

namespace daybook::sandbox {
namespace {

enum ExitCode { kGood = 0, kNotGiven = 2, kNotLocked = 3, kNotAPicture = 4, kNotHeard = 5 };

constexpr Allowance kAllowance{std::uint64_t{1} << 30, 10, false, false};
// A picture may be looked at for long, but who moves about in it does not keep a processor busy for minutes.
constexpr Allowance kAllowanceToLook{std::uint64_t{1} << 30, 120, true, false};

// The facts of a picture, as picture_protocol.h has them. `shown` has no pixels where only facts are told.
Packer packed_facts(std::uint32_t width, std::uint32_t height, const Decoded& shown, const SaidByFile& said) {
  Packer facts;
  facts.number(width).number(height).number(shown.pixels_width).number(shown.pixels_height);
  facts.number(static_cast<std::uint32_t>(shown.drawn));
  pack(facts, said);
  return facts;
}

bool answer(const Packer& facts, const Decoded& picture) {
  std::vector<std::uint8_t> bytes(facts.bytes().begin(), facts.bytes().end());
  bytes.insert(bytes.end(), picture.rgba.begin(), picture.rgba.end());
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

int tell_facts(Input input) {
  const Head head = read_head(input);
  const ExifFacts exif = exif_of(head);
  const bool lies = !head.is_turned && exif.orientation >= 5;
  Decoded none;
  none.drawn = why_not_drawn(head);
  const Packer facts = packed_facts(lies ? head.height : head.width, lies ? head.width : head.height, none, exif.said);
  return answer(facts, none) ? kGood : kNotHeard;
}

int draw(Input input, std::uint32_t most_side) {
  auto picture = decode_picture(input, most_side);
  if (!picture || picture->pixels_width == 0 || picture->pixels_height == 0) return kNotAPicture;
  const ExifFacts exif = exif_of(read_head(input));
  reduce(*picture, most_side);
  if (!picture->is_turned) turn(*picture, exif.orientation);
  return answer(packed_facts(picture->width, picture->height, *picture, exif.said), *picture) ? kGood : kNotHeard;
}

enum class Task { draw, look, tell_facts };

int run(Task task, std::uint32_t most_side) {
  if (most_side == 0 && task != Task::tell_facts) return kNotGiven;
  const Input input = map_file(kFirstFile);
  if (input.empty()) return kNotGiven;
  if (format_of(input) == Format::heif && task != Task::tell_facts) prepare_heif();
  if (!lock_down(task == Task::look ? kAllowanceToLook : kAllowance)) return kNotLocked;
  switch (task) {
    case Task::draw:
      return draw(input, most_side);
    case Task::look:
      return look_at(input, most_side) ? kGood : kNotAPicture;
    case Task::tell_facts:
      return tell_facts(input);
  }
  return kNotGiven;
}

}  // namespace
}  // namespace daybook::sandbox

int main(int count, char** arguments) {
  using namespace daybook::sandbox;
  const std::string_view first = count > 1 ? arguments[1] : "";
  if (count == 3 && first == kLook) leave(run(Task::look, side_of(arguments[2])));
  if (count == 2 && first == kFactsOnly) leave(run(Task::tell_facts, 0));
  leave(run(Task::draw, count == 2 ? side_of(first) : 0));
}
