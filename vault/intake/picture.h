#pragma once

#include "vault/intake/reduced_picture.h"
#include "vault/record/record_access.h"

namespace daybook::vault {

/// Reads pictures (JPEG, PNG, WebP, GIF, HEIC) in a process of its own that has no keys and can do nothing but compute.
/// Whatever a hostile picture does there, only this picture cannot be shown.
class PictureReader {
 public:
  /// `program` is the picture-reader of the same build, since the two have one protocol.
  explicit PictureReader(Path program) : m_program(std::move(program)) {}
  /// The picture-reader that lies beside the running program.
  static PictureReader beside_this_program();
  const Path& program() const { return m_program; }

  /// The picture in a file, reduced to at most `most_side` pixels on the longer side (1 to 1,600) and never enlarged,
  /// in ten seconds at most. Up to 480 pixels it may be made from the thumbnail in the file, which is quick.
  /// `unsupported` when it cannot be shown, for whatever reason, `too_large` above 256 MiB, `not_found` when the
  /// picture-reader is missing, and the errors of `source`.
  Result<ReducedPicture> read(ByteSource& source, std::uint32_t most_side = kSmallPictureSide) const;

 private:
  Path m_program;
};

/// What the record is to keep of a picture and, where it can be shown, its pixels.
struct NewPicture {
  KnownPicture known;
  std::optional<ReducedPicture> pixels;
};
/// Reads a picture that was never looked at. No record is touched, so that any thread may wait for the outcome. A
/// picture that cannot be shown is an outcome too. Errors are those of the source, and `not_found` when the
/// picture-reader is missing. After an error nothing is known, and the picture should be read another time.
Result<NewPicture> read_new_picture(const PictureReader& reader, ByteSource& source);

/// What is known of the picture in this version, or nothing when the version is no picture. A picture that was never
/// looked at is read, and what is learnt is kept in the record where that can be written. Errors are those of reading
/// the original, and `not_found` when the picture-reader is missing. After an error nothing is known, and the next call
/// reads the picture again.
Result<std::optional<KnownPicture>> look_at_picture(Record& record, const PictureReader& reader,
                                                    const ItemVersion& version);

/// Reads the pictures in the newest version of each of these items that were never looked at, and keeps what is learnt.
/// A picture that fails is left for another time. The record is not held while a picture is read.
void look_at_pictures(RecordAccess& access, const PictureReader& reader, const std::vector<ItemNumber>& items);

}  // namespace daybook::vault
