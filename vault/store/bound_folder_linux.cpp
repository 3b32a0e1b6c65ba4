#include "vault/store/bound_folder_linux.h"

#include <sys/stat.h>

#include <cerrno>

namespace daybook::vault {
namespace {

std::filesystem::path without_slash(const std::filesystem::path& folder) {
  const std::filesystem::path normal = folder.lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

}  // namespace

Result<BoundFolder> BoundFolder::open(const std::filesystem::path& folder) {
  Descriptor opened(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() < 0) return error_of_errno(errno, folder);
  return BoundFolder(folder, std::move(opened));
}

BoundFolder::BoundFolder(const std::filesystem::path& folder, Descriptor opened)
    : m_path(without_slash(folder)), m_opened(std::move(opened)) {}

Result<BoundFolder> BoundFolder::open_within(const std::filesystem::path& folder) const {
  TRY_ASSIGN(const PlaceInFolder place, place_of(folder, /*may_be_looked_at=*/true));
  if (!place.is_bound()) return open(folder);
  Descriptor opened(::openat(place.folder, place.name.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (opened.get() < 0) return error_at(place, errno);
  return BoundFolder(folder, std::move(opened));
}

Result<PlaceInFolder> BoundFolder::place_of(const std::filesystem::path& path, bool may_be_looked_at) const {
  const std::filesystem::path inside =
      m_path ? path.lexically_normal().lexically_relative(*m_path) : std::filesystem::path();
  const bool is_whole_path = inside.empty() || *inside.begin() == ".." || (inside == "." && !may_be_looked_at);
  if (is_whole_path) return PlaceInFolder{AT_FDCWD, path.empty() ? "." : path.native(), std::nullopt};
  PlaceInFolder place{m_opened->get(), "", std::nullopt};
  for (const std::filesystem::path& name : inside) {
    if (!place.name.empty()) {
      Descriptor next(::openat(place.folder, place.name.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
      if (next.get() < 0) return error_at(place, errno);
      place.folder = next.get();
      place.opened = std::move(next);
    }
    place.name = name.native();
  }
  return place;
}

Error error_at(const PlaceInFolder& place, int number) {
  struct stat status;
  const bool is_link =
      ::fstatat(place.folder, place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
  if (is_link) return Error{ErrorCode::unsupported, place.name + " is a link that cannot be followed"};
  return error_of_errno(number, place.name);
}

}  // namespace daybook::vault
