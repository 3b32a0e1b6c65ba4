#include "vault/bundle/unfinished_copies.h"

#include "vault/record/copy_rests.h"

namespace daybook::vault {

Result<std::vector<RemovedRest>> remove_unfinished_copies(RecordAccess& access, FileSystem& files) {
  TRY_ASSIGN(const std::vector<CopyMade> copies, access.ask([](Record& record) { return copies_made(record); }));
  std::vector<RemovedRest> removed;
  for (const CopyMade& copy : copies) {
    if (copy.state != CopyMade::State::unfinished || copy.folder.empty()) continue;
    const Path folder = from_utf8(copy.folder);
    const std::vector<Path> left = rests_of_copy(files, folder, copy.bundle);
    if (left.empty()) continue;
    RemovedRest rest{copy, true};
    for (const Path& path : left) rest.is_gone &= files.remove(path).ok();
    rest.is_gone &= files.sync_folder(folder).ok() && rests_of_copy(files, folder, copy.bundle).empty();
    removed.push_back(std::move(rest));
  }
  return removed;
}

}  // namespace daybook::vault
