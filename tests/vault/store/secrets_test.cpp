#include <catch2/catch_test_macros.hpp>

#include "tests/support/memory_search.h"
#include "tests/support/temporary_folder.h"
#include "vault/store/passphrase_strength.h"
#include "vault/store/schema.h"
#include "vault/store/vault.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

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

TEST_CASE("nothing of a passphrase is left in memory after its strength was estimated") {
  skip_under_sanitizers();
  std::optional<crypto::SecretBuffer> passphrase(random_passphrase());
  const Needle whole(passphrase->expose()), half(passphrase->expose().last(12));
  CHECK(estimate_strength(passphrase->expose()).strength == PassphraseStrength::strong);
  CHECK(hits_in_memory(whole) > 0);  // the control: it is found while it is there
  passphrase.reset();
  CHECK(hits_in_memory(whole) == 0);
  CHECK(hits_in_memory(half) == 0);
}
