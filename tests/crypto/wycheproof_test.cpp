#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "crypto/aead.h"
#include "crypto/encoding.h"
#include "crypto/hash.h"
#include "crypto/hkdf.h"
#include "crypto/signing.h"
#include "crypto/x25519.h"
#include "tests/support/corpora.h"

using namespace daybook;
using namespace daybook::crypto;
using namespace daybook::test;

namespace {

Bytes hex_field(const nlohmann::json& test, const char* name) {
  const auto bytes = from_hex(test[name].get<std::string>());
  REQUIRE(bytes.has_value());
  return *bytes;
}

// Runs `accepts` on each test of a file and compares with the verdict there. Skips the test where there is no data, so
// it is never called within a CHECK, which would take that for a failure.
template <class Accepts>
int compare(const std::string& file, Accepts accepts) {
  const auto suite = nlohmann::json::parse(read_file(corpus("wycheproof") / file));
  int count = 0;
  for (const auto& group : suite["testGroups"]) {
    for (const auto& test : group["tests"]) {
      INFO(file << " test " << test["tcId"]);
      const std::string verdict = test["result"];
      const std::optional<bool> accepted = accepts(group, test);
      if (!accepted) continue;
      if (verdict != "acceptable") CHECK(*accepted == (verdict == "valid"));
      ++count;
    }
  }
  std::printf("%s: %d compared\n", file.c_str(), count);
  return count;
}

}  // namespace

TEST_CASE("HKDF-SHA-256 agrees with Wycheproof") {
  const int compared = compare("hkdf_sha256_test.json", [](const auto&, const auto& test) -> std::optional<bool> {
    const std::size_t size = test["size"];
    if (size > 255 * 32) return test["result"] == "valid";  // refused by assertion: no caller asks for so much
    Bytes output(size);
    const Bytes info = hex_field(test, "info");
    hkdf_sha256(hex_field(test, "ikm"), hex_field(test, "salt"), as_text(info), output);
    return output == hex_field(test, "okm");
  });
  CHECK(compared == 86);
}

TEST_CASE("HMAC-SHA-256 agrees with Wycheproof") {
  const int compared = compare("hmac_sha256_test.json", [](const auto& group, const auto& test) -> std::optional<bool> {
    const Sha256Digest tag = hmac_sha256(hex_field(test, "key"), hex_field(test, "msg"));
    const std::size_t bytes = group["tagSize"].template get<std::size_t>() / 8;
    return equal_bytes(ByteView(tag).first(bytes), hex_field(test, "tag"));
  });
  CHECK(compared == 174);
}

TEST_CASE("Ed25519 agrees with Wycheproof") {
  const int compared = compare("ed25519_test.json", [](const auto& group, const auto& test) -> std::optional<bool> {
    const auto key = PublicKey::parse(hex_field(group["publicKey"], "pk"));
    const auto signature = exactly<64>(hex_field(test, "sig"));
    return key.ok() && signature && key->verify(hex_field(test, "msg"), *signature);
  });
  CHECK(compared == 151);
}

TEST_CASE("ChaCha20-Poly1305 agrees with Wycheproof") {
  const int compared = compare("chacha20_poly1305_test.json", [](const auto&, const auto& test) -> std::optional<bool> {
    const auto nonce = exactly<12>(hex_field(test, "iv"));
    if (!nonce) return false;  // our type has no room for another size
    const Bytes message = hex_field(test, "msg"), associated_data = hex_field(test, "aad");
    Bytes sealed = hex_field(test, "ct");
    append(sealed, hex_field(test, "tag"));
    ChaChaPoly cipher(AeadKey::copy_of(hex_field(test, "key")).expose());
    Bytes opened(message.size()), again(sealed.size());
    cipher.seal(*nonce, message, again, associated_data);
    const bool opens = cipher.open(*nonce, sealed, opened, associated_data) && opened == message;
    CHECK(opens == (again == sealed));
    return opens;
  });
  CHECK(compared == 325);
}

TEST_CASE("XChaCha20-Poly1305 agrees with Wycheproof") {
  const int compared =
      compare("xchacha20_poly1305_test.json", [](const auto&, const auto& test) -> std::optional<bool> {
        const Bytes nonce = hex_field(test, "iv");
        if (nonce.size() != kXChaChaNonceSize) return false;
        Bytes sealed = nonce;
        append(sealed, hex_field(test, "ct"));
        append(sealed, hex_field(test, "tag"));
        const auto opened = open_with_nonce(AeadKey::copy_of(hex_field(test, "key")), sealed, hex_field(test, "aad"));
        return opened.ok() && equal_bytes(opened->expose(), hex_field(test, "msg"));
      });
  CHECK(compared == 315);
}

TEST_CASE("X25519 agrees with Wycheproof, and low-order shares give nothing") {
  int low_order = 0;
  const int compared = compare("x25519_test.json", [&](const auto&, const auto& test) -> std::optional<bool> {
    const auto shared =
        x25519_shared_secret(AeadKey::copy_of(hex_field(test, "private")), *exactly<32>(hex_field(test, "public")));
    const Bytes expected = hex_field(test, "shared");
    if (expected == Bytes(32)) {
      CHECK_FALSE(shared.ok());
      ++low_order;
      return test["result"] != "invalid";
    }
    CHECK(shared.ok());
    return shared.ok() && equal_bytes(shared->expose(), expected);
  });
  CHECK(compared == 518);
  CHECK(low_order > 0);
}

TEST_CASE("no Ed25519 key of low order is accepted at enrolment") {
  const auto vectors = nlohmann::json::parse(read_file(corpus("ed25519") / "ed25519vectors.json"));
  int low_order = 0;
  for (const auto& vector : vectors) {
    bool key_is_low_order = false;
    for (const auto& flag : vector["flags"].is_null() ? nlohmann::json::array() : vector["flags"])
      key_is_low_order |= flag == "low_order_A";
    const auto key = PublicKey::parse(from_hex(vector["key"].get<std::string>()).value());
    if (key_is_low_order) {
      CHECK_FALSE(key.ok());
      ++low_order;
    }
  }
  std::printf("low-order keys refused: %d of %zu vectors\n", low_order, vectors.size());
  CHECK(low_order > 0);
}
