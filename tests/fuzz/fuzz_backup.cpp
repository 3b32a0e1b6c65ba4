#include <unistd.h>

#include <cstdlib>

#include "vault/backup/backup.h"

using namespace daybook;
using namespace daybook::vault;

// A backup file: container, list, names. Whatever it holds, looking at it and checking it must end well.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string path = "/tmp/fuzz-backup-" + std::to_string(::getpid());
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) std::abort();
  if (size > 0 && std::fwrite(data, 1, size, file) != size) std::abort();
  std::fclose(file);
  auto backup = open_backup_file(operating_system_files(), {path});
  if (backup) {
    for (const LockedFile& locked : (*backup)->list()) {
      if (!is_locked_file_path(locked.path) || locked.path.find("..") != std::string::npos) std::abort();
    }
    if (!check_backup(**backup)) std::abort();
  }
  std::remove(path.c_str());
  return 0;
}
