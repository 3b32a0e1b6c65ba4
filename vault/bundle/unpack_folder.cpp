#include "vault/bundle/unpack_folder.h"

namespace daybook::vault {
namespace {

// Bytes that each file may take beyond its size: the rest of its last block, and its place in a folder.
constexpr std::uint64_t kRoomForEachFile = 4096;

}  // namespace

UnpackFolder::~UnpackFolder() {
  if (m_is_kept) return;
  m_file.reset();
  for (auto path = m_made.rbegin(); path != m_made.rend(); ++path) (void)m_files.remove(*path);
}

Result<void> UnpackFolder::prepare(const std::string& below, const std::vector<ReaderTalk::File>& files) {
  TRY(make_folder(m_folder));
  m_below = below.empty() ? m_folder : m_folder / from_utf8(below);
  if (!below.empty()) TRY(make_folder(m_below));
  std::uint64_t needed = 0;
  for (const ReaderTalk::File& file : files) {
    const std::uint64_t size = file.size + kRoomForEachFile;
    needed = size < file.size || needed > ~std::uint64_t{0} - size ? ~std::uint64_t{0} : needed + size;
  }
  TRY_ASSIGN(const std::uint64_t room, m_files.free_room(m_folder));
  if (needed > room) return Error{ErrorCode::disk_full, to_utf8(m_folder)};
  return {};
}

Result<void> UnpackFolder::make_folder(const Path& folder) {
  TRY(m_files.create_folder(folder));
  m_made.push_back(folder);
  m_folders.push_back(folder);
  return {};
}

Result<void> UnpackFolder::begin(const std::string& path) {
  Path folder = m_below;
  std::string_view rest = path;
  for (std::size_t slash; (slash = rest.find('/')) != std::string_view::npos; rest.remove_prefix(slash + 1)) {
    folder /= from_utf8(rest.substr(0, slash));
    if (auto made = make_folder(folder); !made && made.error().code != ErrorCode::already_exists) return made;
  }
  TRY_ASSIGN(m_file, m_files.create(folder / from_utf8(rest)));
  m_made.push_back(folder / from_utf8(rest));
  return {};
}

Result<void> UnpackFolder::end() {
  TRY(m_file->sync());
  m_file.reset();
  return {};
}

Result<void> UnpackFolder::publish() {
  if (m_files.exists(m_target)) return Error{ErrorCode::already_exists, to_utf8(m_target)};
  for (const Path& folder : m_folders) TRY(m_files.sync_folder(folder));
  TRY(m_files.rename(m_folder, m_target));
  m_is_kept = true;
  return m_files.sync_folder(m_target.parent_path());
}

}  // namespace daybook::vault
