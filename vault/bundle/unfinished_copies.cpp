#include "vault/bundle/unfinished_copies.h"

#include "vault/record/hand_over.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {
namespace {

constexpr int kMostParts = 999;

// The files that seal_copy() has not given their names yet. A copy is locked or not, and whole or in parts.
std::vector<Path> unfinished_files(FileSystem& files, const CopyMade& copy) {
  const Path folder = from_utf8(copy.folder);
  std::vector<Path> found;
  for (const char* ending : {".zip", ".age"}) {
    const Path name = folder / from_utf8(copy_stem(copy.bundle) + ending);
    Path whole = name;
    whole += kUnfinishedEnding;
    if (files.facts_unfollowed(whole)) found.push_back(whole);
    for (int number = 1; number <= kMostParts; ++number) {
      Path part = part_path(name, number);
      part += kUnfinishedEnding;
      if (!files.facts_unfollowed(part)) break;
      found.push_back(part);
    }
  }
  return found;
}

}  // namespace

Result<std::vector<RemovedRest>> remove_unfinished_copies(RecordAccess& access, FileSystem& files) {
  TRY_ASSIGN(const std::vector<CopyMade> copies, access.ask([](Record& record) { return copies_made(record); }));
  std::vector<RemovedRest> removed;
  for (const CopyMade& copy : copies) {
    if (copy.state != CopyMade::State::unfinished || copy.folder.empty()) continue;
    const std::vector<Path> left = unfinished_files(files, copy);
    if (left.empty()) continue;
    RemovedRest rest{copy, true};
    for (const Path& path : left) rest.is_gone &= files.remove(path).ok();
    rest.is_gone &= files.sync_folder(from_utf8(copy.folder)).ok() && unfinished_files(files, copy).empty();
    removed.push_back(std::move(rest));
  }
  return removed;
}

}  // namespace daybook::vault
