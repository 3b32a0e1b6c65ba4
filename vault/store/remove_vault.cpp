#include <algorithm>

#include "vault/store/vault.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {

namespace {

constexpr std::size_t kShelfName = 2, kObjectName = 32;  // hexadecimal digits

// What lies in a folder. Nothing where the folder is a link: what is behind it may be somebody's own.
std::vector<Path> names_in(FileSystem& files, const Path& folder) {
  const auto facts = files.facts_unfollowed(folder);
  if (!facts || !facts->is_folder) return {};
  auto names = files.list(folder);
  return names ? std::move(*names) : std::vector<Path>();
}

// Null where there is no such folder.
Result<std::shared_ptr<FileSystem>> bind_if_there(FileSystem& files, const Path& folder) {
  auto bound = files.bound_to(folder);
  if (!bound && bound.error().code == ErrorCode::not_found) return std::shared_ptr<FileSystem>();
  return bound;
}

// An object, a further segment of it, or what a crash has left of either.
bool is_of_object(const std::string& name, const std::string& shelf) {
  return name.size() >= kObjectName && name.compare(0, shelf.size(), shelf) == 0 &&
         name.find_first_not_of("0123456789abcdef") >= kObjectName;
}

}  // namespace

// What is not the record's own stays, and no link is followed: what lies there may be a person's.
Result<void> remove_vault(FileSystem& system, const Path& folder) {
  TRY_ASSIGN(const auto bound, bind_if_there(system, folder));
  if (bound == nullptr) return {};
  FileSystem& files = *bound;
  std::optional<Error> first_error;
  const auto remove = [&](const Path& path) {
    const auto removed = files.remove(path);
    if (!removed && removed.error().code != ErrorCode::not_found && !first_error) first_error = removed.error();
  };
  const auto remove_with_unfinished = [&](const char* name) {
    remove(folder / name);
    for (const Path& path : unfinished_names(folder / name)) remove(path);
  };
  const auto remove_empty = [&](const Path& path) {
    if (const auto rest = files.list(path); rest && rest->empty()) remove(path);
  };
  using namespace vault_files;
  for (const char* name : {kHeader, kHeaderCopy}) remove_with_unfinished(name);
  (void)files.sync_folder(folder);
  for (const char* name : {kDatabase, kJournal, kNextDatabase, kNextJournal, kDraft}) remove_with_unfinished(name);
  // The folder of objects has two levels. No other folder is gone into, because a person's own files may lie there.
  const Path objects = folder / kObjects;
  for (const Path& shelf : names_in(files, objects)) {
    if (to_utf8(shelf).size() != kShelfName) continue;
    for (const Path& name : names_in(files, objects / shelf)) {
      if (is_of_object(to_utf8(name), to_utf8(shelf))) remove(objects / shelf / name);
    }
    remove_empty(objects / shelf);
  }
  remove_empty(objects);
  remove(folder / kLock);
  remove_empty(folder);
  if (first_error) return *first_error;
  return {};
}

}  // namespace daybook::vault
