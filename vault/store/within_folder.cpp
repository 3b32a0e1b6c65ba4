#include "vault/store/within_folder.h"

#include <algorithm>

namespace daybook::vault {

bool lies_within(const Path& path, const Path& folder) {
  std::error_code error;
  const Path inner = std::filesystem::weakly_canonical(path, error);
  const Path outer = error ? Path() : std::filesystem::canonical(folder, error);
  if (error) return false;
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

Result<void> require_outside(const Path& target, const Path& record) {
  if (!lies_within(target, record)) return {};
  return Error{ErrorCode::usage,
               to_utf8(target.filename()) + " is in the folder of the record; choose a place outside of it"};
}

}  // namespace daybook::vault
