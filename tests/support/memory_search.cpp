#include "tests/support/memory_search.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "crypto/random.h"

namespace daybook::test {

Needle::Needle(ByteView secret) : m_hidden(secret.begin(), secret.end()) {
  for (std::uint8_t& byte : m_hidden) byte ^= 0x55;
}

bool Needle::is_at(const std::uint8_t* place) const {
  for (std::size_t i = 0; i < m_hidden.size(); ++i) {
    if ((place[i] ^ 0x55) != m_hidden[i]) return false;
  }
  return true;
}

int hits_in_memory(const Needle& needle) {
  std::ifstream maps("/proc/self/maps"), memory("/proc/self/mem", std::ios::binary);
  int hits = 0;
  Bytes window(1 << 16);
  for (std::string line; std::getline(maps, line);) {
    std::uint64_t begin = 0, end = 0;
    char rights[5] = {};
    if (std::sscanf(line.c_str(), "%lx-%lx %4s", &begin, &end, rights) != 3 || rights[0] != 'r' || rights[1] != 'w')
      continue;
    for (std::uint64_t at = begin; at < end; at += window.size() - needle.size()) {
      const auto own = reinterpret_cast<std::uint64_t>(window.data());
      const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(window.size(), end - at));
      if (at < own + window.size() && own < at + count) continue;  // the buffer of this search is left out
      memory.clear();
      memory.seekg(static_cast<std::streamoff>(at));
      if (!memory.read(reinterpret_cast<char*>(window.data()), static_cast<std::streamsize>(count))) continue;
      for (std::size_t i = 0; i + needle.size() <= count; ++i) hits += needle.is_at(window.data() + i);
    }
  }
  std::fill(window.begin(), window.end(), std::uint8_t{0});
  return hits;
}

void skip_under_sanitizers() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  SKIP("a sanitizer's memory is not the program's");
#endif
}

crypto::SecretBuffer random_passphrase() {
  crypto::SecretBuffer passphrase(24);
  for (std::uint8_t& byte : passphrase.expose_mutable())
    byte = static_cast<std::uint8_t>('a' + crypto::random_below(26));
  return passphrase;
}

}  // namespace daybook::test
