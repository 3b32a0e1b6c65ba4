#include "crypto/short_hashes.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "crypto/encoding.h"
#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::crypto;

TEST_CASE("many short messages are hashed one after the other as FIPS 180-4 has them") {
  ShortHashes hashes;
  for (int i = 0; i < 3; ++i) {
    CHECK(to_hex(hashes.of(as_bytes("ab"), as_bytes("c"))) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(to_hex(hashes.of({}, {})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(hashes.of(as_bytes("abcdbcdecdefdefgefghfghighij"), as_bytes("hijkijkljklmklmnlmnomnopnopq"))) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  }
}

TEST_CASE("a message in two parts has the digest of the whole, wherever it is parted") {
  std::mt19937_64 random(test::seed());
  ShortHashes hashes;
  for (std::size_t size = 0; size <= 130; ++size) {
    Bytes message(size);
    for (auto& byte : message) byte = static_cast<std::uint8_t>(random());
    const std::size_t at = size == 0 ? 0 : random() % (size + 1);
    CHECK(hashes.of(ByteView(message).first(at), ByteView(message).subspan(at)) == Sha256::of(message));
  }
}
