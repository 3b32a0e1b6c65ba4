// Runs a fuzz target without libFuzzer: every seed as it is, then small mutations of it from a printed seed.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/fuzz/target.h"

int main(int argc, char** argv) {
  // Fewer for a target that takes its time.
  const char* mutations = std::getenv("DAYBOOK_MUTATIONS");
  const int mutations_of_each = mutations != nullptr ? std::atoi(mutations) : 400;
  const char* given = std::getenv("DAYBOOK_TEST_SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::mt19937_64 random(seed);
  int seeds = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const daybook::Bytes bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
      LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
      ++seeds;
      for (int k = 0; k < mutations_of_each; ++k) {
        daybook::Bytes changed = bytes;
        for (int edits = 1 + static_cast<int>(random() % 3); edits > 0 && !changed.empty(); --edits) {
          const std::size_t at = random() % changed.size();
          switch (random() % 4) {
            case 0:
              changed[at] ^= static_cast<std::uint8_t>(1u << random() % 8);
              break;
            case 1:
              changed.resize(at);
              break;
            case 2:
              changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(at), static_cast<std::uint8_t>(random()));
              break;
            default:
              changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at));
              break;
          }
        }
        LLVMFuzzerTestOneInput(changed.data(), changed.size());
      }
    }
  }
  std::printf("seed %llu: %d seeds, %d mutations each\n", static_cast<unsigned long long>(seed), seeds,
              mutations_of_each);
  return seeds > 0 ? 0 : 1;  // a target without seeds tests nothing and must not look as if it did
}
