#include "vault/store/descriptor_linux.h"

#include <unistd.h>

#include <cerrno>

namespace daybook::vault {

Error error_of_errno(int number, const std::filesystem::path& path) {
  const std::u8string text = path.filename().u8string();
  const std::string name(text.begin(), text.end());
  switch (number) {
    case ENOSPC:
    case EDQUOT:
      return {ErrorCode::disk_full, name};
    case EROFS:
      return {ErrorCode::read_only, name};
    case EACCES:
    case EPERM:
      return {ErrorCode::permission, name};
    case ENOENT:
    case ENOTDIR:
      return {ErrorCode::not_found, name};
    case EEXIST:
      return {ErrorCode::already_exists, name};
    case EFBIG:
      return {ErrorCode::too_large, name};
    case ELOOP:
      return Error{ErrorCode::unsupported, name + " is a link that cannot be followed"};
    case EISDIR:
    case ENXIO:
      return Error{ErrorCode::unsupported, name + " is not an ordinary file"};
    case ENAMETOOLONG:
      return Error{ErrorCode::unsupported, "a name that is too long for the disk"};
    default:
      return {ErrorCode::input_output, name};
  }
}

Descriptor::~Descriptor() {
  if (m_value >= 0) ::close(m_value);
}

}  // namespace daybook::vault
