#include "vault/intake/media_facts.h"

#include "vault/sandbox/media_reader/media_protocol.h"
#include "vault/sandbox/one_answer.h"

namespace daybook::vault {
namespace {

constexpr std::chrono::seconds kMostSeconds{10};
constexpr std::size_t kMostAnswerBytes = 16;  // two numbers

}  // namespace

MediaReader MediaReader::beside_this_program() { return MediaReader(sandbox::program_beside_this_one("media-reader")); }

Result<MediaFacts> MediaReader::read(ByteSource& source) const {
  const Error nothing_known{ErrorCode::unsupported, ""};
  if (source.size() > sandbox::kMostMediaBytes) return Error{ErrorCode::too_large, ""};
  if (source.size() == 0) return nothing_known;
  const auto output = sandbox::ask_once(m_program, source, {kMostSeconds, kMostAnswerBytes});
  if (!output) return output.error().code == ErrorCode::unsupported ? nothing_known : output.error();
  // The file may have taken over the media-reader, so no number from there may be believed beyond its bounds.
  sandbox::Unpacker unpacker(*output);
  const std::uint64_t milliseconds = unpacker.number(sandbox::kMostMilliseconds);
  const std::uint64_t pages = unpacker.number(sandbox::kMostPages);
  if (!unpacker.is_done() || (milliseconds == 0 && pages == 0)) return nothing_known;
  MediaFacts facts;
  if (milliseconds > 0) facts.milliseconds = milliseconds;
  if (pages > 0) facts.pages = static_cast<std::uint32_t>(pages);
  return facts;
}

}  // namespace daybook::vault
