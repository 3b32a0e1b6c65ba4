#pragma once

#include <chrono>

#include "crypto/bytes.h"
#include "vault/record/file_facts.h"
#include "vault/store/place.h"

namespace daybook::vault {

/// What a file that is no picture says of itself. Nobody checks that: a file can say what it likes.
struct MediaFacts {
  std::optional<std::uint64_t> milliseconds;  // the length of a sound or film, at most ten years
  std::optional<std::uint32_t> pages;         // of a PDF, at least 1
  std::optional<FileSays> says;               // when and where a film or sound was made, where it says either
};

/// Reads how long sounds and films are (MP3, WAV, FLAC, Ogg, MP4, M4A, MOV, 3GP), when and where those in MP4, M4A, MOV
/// and 3GP were made, and how many pages a PDF has, in a process of its own that has no keys and can do nothing but
/// compute. A format is known by the content and not by a name.
class MediaReader {
 public:
  /// `program` is the media-reader of the same build, since the two have one protocol. It is ended after `most`.
  explicit MediaReader(Path program, std::chrono::seconds most = std::chrono::seconds(10))
      : m_program(std::move(program)), m_most(most) {}
  /// The media-reader that lies beside the running program.
  static MediaReader beside_this_program();

  /// What the file says of itself, in the given time at most. At least one fact is there. Of a film above 256 MiB only
  /// what stands beside its pictures and sounds is read (film_boxes.h). `unsupported` when nothing can be said, for
  /// whatever reason, `cancelled` when it took too long, `too_large` for other files above 256 MiB, `not_found` when
  /// the media-reader is missing, and the errors of `source`.
  Result<MediaFacts> read(ByteSource& source) const;

 private:
  Result<MediaFacts> read_whole(ByteSource& source) const;

  Path m_program;
  std::chrono::seconds m_most;
};

}  // namespace daybook::vault
