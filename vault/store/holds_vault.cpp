#include "vault/store/holds_vault.h"

#include "vault/store/header.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {

bool holds_vault(FileSystem& files, const Path& folder) {
  const auto is_there = [&](const char* name) {
    const auto facts = files.facts_unfollowed(folder / name);
    return facts && facts->is_regular && facts->size == kHeaderSize;
  };
  return is_there(vault_files::kHeader) || is_there(vault_files::kHeaderCopy);
}

}  // namespace daybook::vault
