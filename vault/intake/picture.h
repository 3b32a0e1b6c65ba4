#pragma once

#include <optional>

#include "vault/store/file_system.h"

namespace daybook::vault {

/// What a picture file says of itself. None of it is checked by anybody: a file can say what it likes.
struct PictureFacts {
  std::uint32_t width = 0, height = 0;
  std::optional<std::string> taken;  // "2024-06-03T20:15:00", with "+02:00" behind it where the file says so
  struct Place {
    double latitude, longitude;  // degrees
  };
  std::optional<Place> place;
};

/// The picture as it is meant to be seen, reduced to at most 480 pixels a side.
struct ReducedPicture {
  PictureFacts facts;
  std::uint32_t width = 0, height = 0;
  Bytes rgba;
};

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

/// Whether a media type is one that PictureReader knows.
bool is_picture(std::string_view media_type);

}  // namespace daybook::vault
