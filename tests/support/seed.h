#pragma once

#include <cstdint>

namespace daybook::test {

/// Seed of every random choice in this test run. Printed on first use.
std::uint64_t seed();

}  // namespace daybook::test
