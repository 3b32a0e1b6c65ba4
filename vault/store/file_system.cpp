#include "vault/store/file_system.h"

#include "crypto/encoding.h"
#include "crypto/random.h"

namespace daybook::vault {

std::string to_utf8(const Path& path) {
  const std::u8string text = path.u8string();
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

Path from_utf8(std::string_view text) {
  return Path(std::u8string(reinterpret_cast<const char8_t*>(text.data()), text.size()));
}

std::vector<Path> unfinished_names(const Path& path) {
  std::vector<Path> names;
  for (const char* ending : {".new-2", ".new"}) {
    names.push_back(path);
    names.back() += ending;
  }
  return names;
}

Result<void> write_file_atomically(FileSystem& files, const Path& path, ByteView bytes) {
  // What a crash left under a temporary name may be newer than the file itself, where a rename got lost. So it stays
  // until the new bytes have the name, and the new bytes are written under the other temporary name.
  const auto names = unfinished_names(path);
  const bool has_leftover = files.exists(names[1]);
  const Path& temporary = has_leftover ? names[0] : names[1];
  if (files.exists(temporary)) TRY(files.remove(temporary));
  const auto write = [&]() -> Result<void> {
    TRY_ASSIGN(auto file, files.create(temporary));
    TRY(file->write(bytes));
    TRY(file->sync());
    file.reset();
    return files.rename(temporary, path);
  };
  if (auto written = write(); !written) {
    (void)files.remove(temporary);
    return written;
  }
  TRY(files.sync_folder(path.parent_path()));
  for (const Path& name : names) {
    if (files.exists(name)) (void)files.remove(name);
  }
  return {};
}

Result<void> create_folders(FileSystem& files, const Path& folder) {
  if (folder.empty() || files.exists(folder)) return {};
  TRY(create_folders(files, folder.parent_path()));
  return files.create_folder(folder);
}

Result<void> require_absent_or_empty(FileSystem& files, const Path& folder) {
  if (!files.exists(folder)) return {};
  TRY_ASSIGN(const auto names, files.list(folder));
  if (!names.empty()) return Error{ErrorCode::already_exists, to_utf8(folder.filename())};
  return {};
}

std::string unfinished_folder_prefix(const Path& folder) { return to_utf8(folder.filename()) + ".new-"; }

Path unfinished_folder(const Path& folder) {
  return folder.parent_path() / from_utf8(unfinished_folder_prefix(folder) + crypto::to_hex(crypto::random_array<4>()));
}

void remove_folder_of_files(FileSystem& files, const Path& folder) {
  if (const auto names = files.list(folder)) {
    for (const Path& name : *names) (void)files.remove(folder / name);
  }
  (void)files.remove(folder);
}

Result<Bytes> read_whole_file(FileSystem& files, const Path& path, std::size_t limit) {
  TRY_ASSIGN(auto file, files.open(path));
  if (file->size() > limit) return Error{ErrorCode::too_large, to_utf8(path.filename())};
  Bytes bytes(static_cast<std::size_t>(file->size()));
  TRY(file->read_at(0, bytes));
  return bytes;
}

}  // namespace daybook::vault
