#include "tests/faults/workplace.h"

#include <stdlib.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "tests/support/seed.h"

namespace daybook::test {

std::size_t stride() {
  const char* given = std::getenv("DAYBOOK_SWEEP");
  return given != nullptr && std::string_view(given) == "all" ? 1 : 11;
}

std::size_t first_place() { return seed() % stride(); }

bool is_in_shard(std::size_t place) {
  const char* given = std::getenv("DAYBOOK_SHARD");
  unsigned shard = 0, of = 1;
  if (given != nullptr) REQUIRE(std::sscanf(given, "%u/%u", &shard, &of) == 2);
  return place % of == shard;
}

MemoryFolder::MemoryFolder() {
  const vault::Path memory = "/dev/shm";
  const vault::Path parent = std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
  std::string name = (parent / "sweep-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  m_path = name;
}

MemoryFolder::~MemoryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

}  // namespace daybook::test
