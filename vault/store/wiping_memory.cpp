#include "vault/store/wiping_memory.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

#include "crypto/secret.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kPrefix = 16;  // bytes before a block, for its size: as many as keep the block aligned

std::uint8_t* block_of(void* memory) { return static_cast<std::uint8_t*>(memory) - kPrefix; }

int size_of(void* memory) {
  return memory == nullptr ? 0 : static_cast<int>(load_little_endian<4>(ByteView(block_of(memory), 4)));
}

void* allocate(int size) {
  auto* block = static_cast<std::uint8_t*>(std::malloc(kPrefix + static_cast<std::size_t>(size)));
  if (block == nullptr) {
    std::fputs("out of memory\n", stderr);
    std::abort();
  }
  store_little_endian<4>(MutableByteView(block, 4), static_cast<std::uint64_t>(size));
  return block + kPrefix;
}

void release(void* memory) {
  if (memory == nullptr) return;
  crypto::wipe({static_cast<std::uint8_t*>(memory), static_cast<std::size_t>(size_of(memory))});
  std::free(block_of(memory));
}

void* reallocate(void* memory, int size) {
  void* larger = allocate(size);
  std::memcpy(larger, memory, static_cast<std::size_t>(std::min(size, size_of(memory))));
  release(memory);
  return larger;
}

int round_up(int size) { return (size + 7) & ~7; }
int start(void*) { return SQLITE_OK; }
void stop(void*) {}

}  // namespace

void use_wiping_memory() {
  static const bool done = [] {
    crypto::initialize();
    static sqlite3_mem_methods methods{allocate, release, reallocate, size_of, round_up, start, stop, nullptr};
    DAYBOOK_ASSERT(sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK);
    DAYBOOK_ASSERT(sqlite3_initialize() == SQLITE_OK);
    return true;
  }();
  (void)done;
}

}  // namespace daybook::vault
