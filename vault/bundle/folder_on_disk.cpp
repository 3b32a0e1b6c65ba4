#include "vault/bundle/folder_on_disk.h"

#include "vault/bundle/check/copy_paths.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostFiles = 1'000'000;
constexpr int kDeepest = 32;

}  // namespace

Result<FolderOnDisk> FolderOnDisk::list(FileSystem& files, const Path& folder) {
  FolderOnDisk on_disk(files);
  const auto inner = files.facts_unfollowed(folder / "bag");
  const bool holds_bag = inner && inner->is_folder;
  if (const auto beside = files.facts_unfollowed(folder / kStartHere); holds_bag && beside) {
    on_disk.m_files.push_back({kStartHere, beside->is_regular ? beside->size : 0, !beside->is_regular});
    on_disk.m_paths.push_back(folder / kStartHere);
    on_disk.m_size += on_disk.m_files.back().size;
  }
  TRY(on_disk.add(holds_bag ? folder / "bag" : folder, "bag", 0));
  return on_disk;
}

Result<void> FolderOnDisk::add(const Path& path, const std::string& name, int depth) {
  TRY_ASSIGN(const std::vector<Path> names, m_system->list(path));
  for (const Path& one : names) {
    const Path inner = path / one;
    TRY_ASSIGN(const FileFacts facts, m_system->facts_unfollowed(inner));
    if (m_files.size() == kMostFiles || depth == kDeepest) return Error{ErrorCode::too_large, to_utf8(path)};
    // Some systems take any bytes for a name. A name that is not UTF-8 is kept as it is: it is foreign text like any
    // other, and is made safe where it is shown.
    std::string inner_name = name + "/" + to_utf8(one);
    if (facts.is_folder) {
      m_files.push_back({inner_name + "/", 0, false});
      m_paths.push_back(inner);
      TRY(add(inner, inner_name, depth + 1));
      continue;
    }
    m_files.push_back({std::move(inner_name), facts.is_regular ? facts.size : 0, !facts.is_regular});
    m_paths.push_back(inner);
    m_size += m_files.back().size;
  }
  return {};
}

Result<void> FolderOnDisk::read_at(FileIndex file, std::uint64_t offset, MutableByteView target) {
  if (file >= m_paths.size()) return Error{ErrorCode::malformed, "file of a folder"};
  if (m_open_index != file) {
    m_open_index.reset();
    TRY_ASSIGN(m_open, m_system->open_unfollowed(m_paths[file]));
    m_open_index = file;
  }
  return m_open->read_at(offset, target);
}

}  // namespace daybook::vault
