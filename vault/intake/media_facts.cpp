#include "vault/intake/media_facts.h"

#include "vault/intake/file_says.h"
#include "vault/intake/film_boxes.h"
#include "vault/sandbox/media_reader/media_protocol.h"
#include "vault/sandbox/one_answer.h"

namespace daybook::vault {
MediaReader MediaReader::beside_this_program() { return MediaReader(sandbox::program_beside_this_one("media-reader")); }

Result<MediaFacts> MediaReader::read(ByteSource& source) const {
  if (source.size() > sandbox::kMostMediaBytes) {
    TRY_ASSIGN(const auto rest, film_without_content(source));
    return rest ? read_whole(*rest) : Error{ErrorCode::too_large, ""};
  }
  return read_whole(source);
}

Result<MediaFacts> MediaReader::read_whole(ByteSource& source) const {
  const Error nothing_known{ErrorCode::unsupported, ""};
  if (source.size() == 0) return nothing_known;
  const auto output = sandbox::ask_once(m_program, source, {m_most, sandbox::kMostMediaAnswer});
  if (!output) return output.error().code == ErrorCode::unsupported ? nothing_known : output.error();
  // The file may have taken over the media-reader, so nothing from there may be believed beyond its bounds.
  sandbox::Unpacker unpacker(*output);
  const std::uint64_t milliseconds = unpacker.number(sandbox::kMostMilliseconds);
  const std::uint64_t pages = unpacker.number(sandbox::kMostPages);
  FileSays says = file_says(sandbox::unpack_said(unpacker));
  if (!unpacker.is_done()) return nothing_known;
  MediaFacts facts;
  if (milliseconds > 0) facts.milliseconds = milliseconds;
  if (pages > 0) facts.pages = static_cast<std::uint32_t>(pages);
  if (says.taken || says.holds_place) facts.says = std::move(says);
  return facts.milliseconds || facts.pages || facts.says ? Result<MediaFacts>(std::move(facts)) : nothing_known;
}

}  // namespace daybook::vault
