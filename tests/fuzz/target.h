#pragma once

#include "crypto/bytes.h"

/// What libFuzzer calls, and what the replay of the seeds calls in ordinary builds. Must return for every input; what
/// it asserts is what it tests.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
