#pragma once

#include "vault/intake/picture.h"
#include "vault/sandbox/child_process.h"
#include "vault/sandbox/frames.h"

namespace daybook::vault {

/// A part of a picture, in the size in which the whole picture is looked at. Pixels of that size.
struct PicturePart {
  std::uint32_t whole_width = 0, whole_height = 0;
  std::uint32_t x = 0, y = 0, width = 0, height = 0;
  auto operator<=>(const PicturePart&) const = default;
};
/// The pixels on a side of a part, at most.
constexpr std::uint32_t kMostPartSide = 384;

/// A picture that somebody looks at closely. A process without keys holds its pixels and gives the parts that are seen,
/// so that nobody has to hold all of them in the program itself. The process ends when this object goes. The calls wait
/// for that process, ten seconds at most each.
class LookedAtPicture {
 public:
  /// Decodes the picture in `source` for `side` pixels on its longer side (1 to 1,600), in the size in which it will be
  /// looked at first. `unsupported` when it cannot be shown, for whatever reason, `too_large` above 256 MiB,
  /// `not_found` when the picture-reader is missing, and the errors of `source`.
  static Result<LookedAtPicture> open(const PictureReader& reader, ByteSource& source, std::uint32_t side);

  /// The size of the whole picture in pixels, as it is meant to be seen.
  std::uint32_t width() const { return m_width; }
  std::uint32_t height() const { return m_height; }
  /// The pixels of a part, 4 bytes each, row by row. The part must lie within its whole, and the whole must be no
  /// larger than the picture. `unsupported` when the process gives none. It gives no other part after that.
  Result<Bytes> part(const PicturePart& wanted);

 private:
  explicit LookedAtPicture(sandbox::ChildProcess process);
  Result<Bytes> answer(std::size_t bytes);

  std::unique_ptr<sandbox::ChildProcess> m_process;  // stays in one place, because the reader refers to it
  std::unique_ptr<sandbox::FrameReader> m_reader;
  std::uint32_t m_width = 0, m_height = 0;
};

}  // namespace daybook::vault
