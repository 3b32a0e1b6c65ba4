#pragma once

#include "vault/intake/reduced_picture.h"
#include "vault/record/record_access.h"

namespace daybook::vault {

/// Reads pictures (JPEG, PNG, WebP, GIF, HEIC) in a process of its own that has no keys and can do nothing but compute.
/// Whatever a hostile picture does there costs that picture.
class PictureReader {
 public:
  /// `program`: the picture-reader that belongs to this program.
  explicit PictureReader(Path program) : m_program(std::move(program)) {}
  /// The one that lies beside the running program.
  static PictureReader beside_this_program();

  /// `unsupported`: it cannot be shown, for whatever reason. `too_large` above 256 MiB. At most ten seconds.
  Result<ReducedPicture> read(ByteSource& source) const;

 private:
  Path m_program;
};

/// A picture that was never looked at: what the record is to keep of it and, where it can be shown, its pixels. Touches
/// no record, so that any thread may wait for it. Fails when nothing is known and the next time should ask again.
struct NewPicture {
  KnownPicture known;
  std::optional<ReducedPicture> pixels;
};
Result<NewPicture> read_new_picture(const PictureReader& reader, ByteSource& source);

/// What is known of the picture in this version, read now when it has not been before, and kept in the record where
/// that can be written. Nothing for what is no picture. Errors are those of reading the original, and `not_found` when
/// the picture-reader is missing: then nothing is known, and the next time asks again.
Result<std::optional<KnownPicture>> look_at_picture(Record& record, const PictureReader& reader,
                                                    const ItemVersion& version);

/// The same for the newest version of each of these items; what fails is left for another time. The record is not held
/// while a picture is read.
void look_at_pictures(RecordAccess& access, const PictureReader& reader, const std::vector<ItemNumber>& items);

}  // namespace daybook::vault
