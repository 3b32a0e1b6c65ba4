#include <algorithm>

#include "vault/store/vault.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {

Result<void> remove_vault(FileSystem& files, const Path& folder) {
  std::optional<Error> first_error;
  const auto remove = [&](const Path& path) {
    const auto removed = files.remove(path);
    if (!removed && removed.error().code != ErrorCode::not_found && !first_error) first_error = removed.error();
  };
  const auto remove_with_unfinished = [&](const char* name) {
    remove(folder / name);
    for (const Path& path : unfinished_names(folder / name)) remove(path);
  };
  using namespace vault_files;
  for (const char* name : {kHeader, kHeaderCopy}) remove_with_unfinished(name);
  (void)files.sync_folder(folder);
  for (const char* name : {kDatabase, kJournal, kNextDatabase, kNextJournal, kDraft}) remove_with_unfinished(name);
  // The folder of objects has two levels. No other folder is gone into, because a person's own files may lie there.
  const Path objects = folder / kObjects;
  const auto shelves = files.list(objects);
  for (const Path& shelf : shelves ? *shelves : std::vector<Path>()) {
    const auto names = files.list(objects / shelf);
    for (const Path& name : names ? *names : std::vector<Path>()) remove(objects / shelf / name);
    remove(objects / shelf);
  }
  if (shelves) remove(objects);
  remove(folder / kLock);
  const auto rest = files.list(folder);
  if (rest && rest->empty()) remove(folder);
  if (first_error) return *first_error;
  return {};
}

}  // namespace daybook::vault
