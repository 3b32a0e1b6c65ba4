#pragma once

#include <cstdint>

namespace daybook::test {

/// The seed of every random choice in this test run. It is printed when it is first used, so that a run can be
/// repeated.
std::uint64_t seed();

}  // namespace daybook::test
