#include <algorithm>
#include <string_view>

#include "vault/sandbox/frames.h"
#include "vault/sandbox/lockdown/given_files.h"
#include "vault/sandbox/lockdown/lockdown.h"
#include "vault/sandbox/media_reader/media.h"
#include "vault/sandbox/one_answer.h"

// The media-reader is a process without keys that is started for one file. It is handed the bytes and a pipe for the
// answer, gives up everything else, and only then reads the bytes.

namespace daybook::sandbox {
namespace {

enum ExitCode { kGood = 0, kNotGiven = 2, kNotLocked = 3, kNothingToSay = 4, kNotHeard = 5 };

constexpr Allowance kAllowance{std::uint64_t{1} << 30, 10, false, false};
// Within this many bytes the header of a PDF may stand (PDF Reference 1.7, appendix H, note 13).
constexpr std::size_t kPdfHeader = 1024;

std::string_view text_of(Input input) { return {reinterpret_cast<const char*>(input.data()), input.size()}; }

// Files of ISO media begin with one of these. Older films of QuickTime lack the first.
bool is_iso_media(Input input) {
  if (input.size() < 8) return false;
  const std::string_view type = text_of(input.subspan(4, 4));
  constexpr std::string_view kFirst[] = {"ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"};
  return std::find(std::begin(kFirst), std::end(kFirst), type) != std::end(kFirst);
}

bool is_pdf(Input input) {
  return text_of(input.first(std::min(input.size(), kPdfHeader))).find("%PDF-") != std::string_view::npos;
}

bool answer(std::uint64_t milliseconds, std::uint64_t pages, const SaidByFile& said) {
  // The pipe is static, so that it is never closed: close() is not among the calls that the lockdown leaves.
  static PipeEnd pipe(kAnswers);
  FrameWriter writer(pipe);
  Packer members;
  members.number(milliseconds).number(pages);
  pack(members, said);
  return writer.send(kOnlyAnswer, members.bytes()).ok() && writer.flush().ok();
}

int run() {
  const Input input = map_file(kFirstFile);
  if (input.empty()) return kNotGiven;
  if (!lock_down(kAllowance)) return kNotLocked;
  std::optional<std::uint64_t> milliseconds, pages;
  SaidByFile said;
  if (is_iso_media(input)) {
    milliseconds = length_of_iso_media(input);
    said = said_by_iso_media(input);
  } else if (is_pdf(input)) {
    pages = pages_of_pdf(input);
  } else {
    milliseconds = length_of_sound(input);
  }
  if (!milliseconds && !pages && said.taken.empty() && !said.holds_place) return kNothingToSay;
  return answer(milliseconds.value_or(0), pages.value_or(0), said) ? kGood : kNotHeard;
}

}  // namespace
}  // namespace daybook::sandbox

int main() { daybook::sandbox::leave(daybook::sandbox::run()); }
