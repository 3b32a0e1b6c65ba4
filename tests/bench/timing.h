#pragma once

#include <chrono>
#include <functional>

#include "vault/record/record.h"

namespace daybook::bench {

inline crypto::SecretBuffer secret() { return crypto::SecretBuffer::copy_of(as_bytes("three random words")); }
inline vault::Surroundings surroundings() { return {vault::operating_system_files(), vault::system_clock()}; }

/// How long this work takes.
inline double seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace daybook::bench
