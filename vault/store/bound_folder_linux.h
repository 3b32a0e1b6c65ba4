#pragma once

#include <fcntl.h>

#include <optional>

#include "vault/store/descriptor_linux.h"

namespace daybook::vault {

/// Where an operation takes place: a name in a folder that is open. A link is followed only in a whole path, whose
/// folder is AT_FDCWD.
struct PlaceInFolder {
  int folder = AT_FDCWD;
  std::string name;
  std::optional<Descriptor> opened;  // owns `folder`
  bool is_bound() const { return folder != AT_FDCWD; }
  int no_follow() const { return is_bound() ? O_NOFOLLOW : 0; }
};

/// A folder that is open, in which places are found without following a link; or none, and every path is taken as it
/// is.
class BoundFolder {
 public:
  BoundFolder() = default;
  /// Errors are those of opening the folder, which may itself be reached by a link.
  static Result<BoundFolder> open(const std::filesystem::path& folder);
  /// A folder in this one, reached without following a link, or another, which is opened as open() does. `unsupported`
  /// for a link in this one.
  Result<BoundFolder> open_within(const std::filesystem::path& folder) const;

  /// Goes down from the folder, one name after the other. The folder itself is "." where it `may_be_looked_at`; where
  /// it is to get another name or to go, it is a path like any other. `unsupported` for a link on the way.
  Result<PlaceInFolder> place_of(const std::filesystem::path& path, bool may_be_looked_at = false) const;

 private:
  BoundFolder(const std::filesystem::path& folder, Descriptor opened);
  std::optional<std::filesystem::path> m_path;
  std::optional<Descriptor> m_opened;
};

/// Why a name in a folder could not be opened: `unsupported` where it is a link.
Error error_at(const PlaceInFolder& place, int number);

}  // namespace daybook::vault
