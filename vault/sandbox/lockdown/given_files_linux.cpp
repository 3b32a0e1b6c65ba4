#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vault/sandbox/lockdown/given_files.h"

namespace daybook::sandbox {

std::uint64_t size_of_file(int descriptor) {
  struct stat status;
  return ::fstat(descriptor, &status) == 0 && status.st_size > 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

std::span<const std::uint8_t> map_file(int descriptor) {
  const std::size_t size = static_cast<std::size_t>(size_of_file(descriptor));
  if (size == 0) return {};
  void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (bytes == MAP_FAILED) return {};
  return {static_cast<const std::uint8_t*>(bytes), size};
}

void leave(int code) { ::_exit(code); }

}  // namespace daybook::sandbox
