#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>

#include "crypto/random.h"
#include "tests/support/temporary_folder.h"
#include "vault/store/schema.h"
#include "vault/store/vault.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// What is looked for is held only in a changed form, so that the search does not find itself.
class Needle {
 public:
  explicit Needle(ByteView secret) : m_hidden(secret.begin(), secret.end()) {
    for (std::uint8_t& byte : m_hidden) byte ^= 0x55;
  }
  bool is_at(const std::uint8_t* place) const {
    for (std::size_t i = 0; i < m_hidden.size(); ++i) {
      if ((place[i] ^ 0x55) != m_hidden[i]) return false;
    }
    return true;
  }
  std::size_t size() const { return m_hidden.size(); }

 private:
  Bytes m_hidden;
};

// Every writable page of this process.
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
      if (at < own + window.size() && own < at + count) continue;  // not the window itself
      memory.clear();
      memory.seekg(static_cast<std::streamoff>(at));
      if (!memory.read(reinterpret_cast<char*>(window.data()), static_cast<std::streamsize>(count))) continue;
      for (std::size_t i = 0; i + needle.size() <= count; ++i) hits += needle.is_at(window.data() + i);
    }
  }
  std::fill(window.begin(), window.end(), std::uint8_t{0});
  return hits;
}

// A sanitizer maps terabytes of its own, and keeps what was freed on purpose.
void skip_under_sanitizers() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  SKIP("skipped: a sanitizer's memory is not the program's");
#endif
}

// Letters that are in no file and no program.
crypto::SecretBuffer random_passphrase() {
  crypto::SecretBuffer passphrase(24);
  for (std::uint8_t& byte : passphrase.expose_mutable())
    byte = static_cast<std::uint8_t>('a' + crypto::random_below(26));
  return passphrase;
}

}  // namespace

TEST_CASE("nothing of a passphrase is left in memory once the record is closed") {
  skip_under_sanitizers();
  const TemporaryFolder folder;
  const VaultSurroundings surroundings{operating_system_files()};
  std::optional<crypto::SecretBuffer> passphrase(random_passphrase());
  const Needle needle(passphrase->expose());
  const Needle half(passphrase->expose().first(12));
  Bytes wide;  // as code points, which normalisation works on
  for (const std::uint8_t byte : passphrase->expose().first(12)) append(wide, Bytes{byte, 0, 0, 0});
  const Needle code_points(wide);
  crypto::wipe(wide);
  CHECK(hits_in_memory(needle) > 0);  // the control: it is found while it is there

  const auto code =
      Vault::create(surroundings, folder / "record", *passphrase, [](Database&) -> Result<void> { return {}; });
  REQUIRE(code.ok());
  {
    auto vault = Vault::open(surroundings, folder / "record", *passphrase);
    REQUIRE(vault.ok());
    REQUIRE((*vault)->change_passphrase(*passphrase).ok());
  }
  CHECK_FALSE(Vault::open(surroundings, folder / "record", random_passphrase()).ok());
  passphrase.reset();
  CHECK(hits_in_memory(needle) == 0);
  CHECK(hits_in_memory(half) == 0);
  CHECK(hits_in_memory(code_points) == 0);
}

TEST_CASE("nothing of a stored text is left in SQLite's memory once the record is closed") {
  skip_under_sanitizers();
  const TemporaryFolder folder;
  const VaultSurroundings surroundings{operating_system_files()};
  crypto::SecretBuffer passphrase = random_passphrase();
  std::optional<crypto::SecretBuffer> text(random_passphrase());
  const Needle needle(text->expose());
  REQUIRE(
      Vault::create(surroundings, folder / "record", passphrase, [](Database&) -> Result<void> { return {}; }).ok());
  {
    auto vault = Vault::open(surroundings, folder / "record", passphrase);
    REQUIRE(vault.ok());
    REQUIRE(set_setting((*vault)->database(), "text", text->expose_text()).ok());
    text.reset();
    CHECK(hits_in_memory(needle) > 0);  // in the page cache
  }
  CHECK(hits_in_memory(needle) == 0);
}
