#include "vault/store/within_folder.h"

namespace daybook::vault {

// A folder is known by itself and not by its path alone: the same one can be mounted at another place.
bool lies_within(const Path& path, const Path& folder) {
  std::error_code error;
  Path inner = std::filesystem::weakly_canonical(path, error);
  if (error || !std::filesystem::exists(folder, error)) return false;
  for (;; inner = inner.parent_path()) {
    if (std::filesystem::equivalent(inner, folder, error)) return true;
    if (inner == inner.parent_path()) return false;
  }
}

Result<void> require_outside(const Path& target, const Path& record) {
  if (!lies_within(target, record)) return {};
  const Path named = target.has_filename() ? target.filename() : target.parent_path().filename();
  return Error{ErrorCode::usage, to_utf8(named) + " is in the folder of the record; choose a place outside of it"};
}

}  // namespace daybook::vault
