#include <catch2/catch_session.hpp>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "tests/support/seed.h"

namespace daybook::test {
std::uint64_t seed() {
  static const std::uint64_t value = [] {
    const char* given = std::getenv("DAYBOOK_TEST_SEED");
    const std::uint64_t chosen = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::printf("seed %llu (repeat with DAYBOOK_TEST_SEED)\n", static_cast<unsigned long long>(chosen));
    return chosen;
  }();
  return value;
}
}  // namespace daybook::test

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
