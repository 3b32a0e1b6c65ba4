#include "vault/store/file_system.h"

namespace daybook::vault {

std::string to_utf8(const Path& path) {
  const std::u8string text = path.u8string();
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

Path from_utf8(std::string_view text) {
  return Path(std::u8string(reinterpret_cast<const char8_t*>(text.data()), text.size()));
}

Result<void> write_file_atomically(FileSystem& files, const Path& path, ByteView bytes) {
  Path temporary = path;
  temporary += ".new";
  if (files.exists(temporary)) TRY(files.remove(temporary));  // left by a crash; never the only copy of anything
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
  return files.sync_folder(path.parent_path());
}

Result<Bytes> read_whole_file(FileSystem& files, const Path& path, std::size_t limit) {
  TRY_ASSIGN(auto file, files.open(path));
  if (file->size() > limit) return Error{ErrorCode::too_large, to_utf8(path.filename())};
  Bytes bytes(static_cast<std::size_t>(file->size()));
  TRY(file->read_at(0, bytes));
  return bytes;
}

}  // namespace daybook::vault
