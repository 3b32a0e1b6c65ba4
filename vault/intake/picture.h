#pragma once

#include <chrono>

#include "vault/intake/reduced_picture.h"
#include "vault/store/place.h"

namespace daybook::vault {

/// Reads pictures (JPEG, PNG, WebP, GIF, HEIC, and of TIFF the facts) in a process of its own that has no keys and can
/// do nothing but compute. Whatever a hostile picture does there, only this picture cannot be shown.
class PictureReader {
 public:
  /// `program` is the picture-reader of the same build, since the two have one protocol. It is ended after `most`.
  explicit PictureReader(Path program, std::chrono::seconds most = std::chrono::seconds(10))
      : m_program(std::move(program)), m_most(most) {}
  /// The picture-reader that lies beside the running program.
  static PictureReader beside_this_program();
  const Path& program() const { return m_program; }

  /// The picture in a file, reduced to at most `most_side` pixels on the longer side (1 to 1,600) and never enlarged,
  /// in the given time at most. Up to 480 pixels it may be made from the thumbnail in the file, which is quick.
  /// `unsupported` when it cannot be shown, for whatever reason, `cancelled` when that took too long, `too_large` above
  /// 256 MiB, `not_found` when the picture-reader is missing, and the errors of `source`.
  Result<ReducedPicture> read(ByteSource& source, std::uint32_t most_side = kSmallPictureSide) const;

  /// What a picture says of itself that could not be drawn, and why it could not. No decoder has a part in it, so that
  /// one that fails takes nothing with it. Errors are those of read(); `unsupported` when not even this could be told.
  Result<FileSays> facts(ByteSource& source) const;

 private:
  Result<Bytes> ask(ByteSource& source, std::size_t most_bytes, std::string argument) const;

  Path m_program;
  std::chrono::seconds m_most;
};

}  // namespace daybook::vault
