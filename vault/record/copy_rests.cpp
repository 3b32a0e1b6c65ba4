#include "vault/record/copy_rests.h"

#include "vault/record/hand_over.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {

std::vector<Path> rests_of_copy(FileSystem& files, const Path& folder, const std::string& bundle) {
  std::vector<Path> rests;
  const auto names = files.list(folder);
  if (!names) return rests;
  for (const Path& name : *names) {
    const std::string text = to_utf8(name);
    if (text.starts_with(copy_stem(bundle) + ".") && text.ends_with(kUnfinishedEnding)) rests.push_back(folder / name);
  }
  return rests;
}

}  // namespace daybook::vault
