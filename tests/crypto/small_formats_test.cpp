#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "crypto/bech32.h"
#include "crypto/encoding.h"
#include "crypto/hash.h"
#include "crypto/padme.h"
#include "crypto/password_hash.h"
#include "crypto/recovery_code.h"
#include "crypto/words.h"

using namespace daybook;
using namespace daybook::crypto;

TEST_CASE("digests of nothing and of abc are those of the standards") {
  CHECK(to_hex(Sha256::of(as_bytes("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(to_hex(Sha512::of({})).starts_with("cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"));
  CHECK(to_hex(blake2b_512(as_bytes("abc")))
            .starts_with("ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"));
  CHECK(crc32_update(crc32_update(0, as_bytes("12345")), as_bytes("6789")) == 0xcbf43926);
}

TEST_CASE("Padmé never shrinks, adds at most 12 %, and is stable") {
  CHECK(padme(129) == 144);
  CHECK(padme(1000000) == 1015808);
  for (std::uint64_t length = 0; length < 100000; length += length < 3000 ? 1 : 37) {
    const std::uint64_t padded = padme(length);
    CHECK(padded >= length);
    CHECK((padded - length) * 100 <= length * 12);
    CHECK(padme(padded) == padded);
  }
}

TEST_CASE("base64 and hexadecimal have one spelling each") {
  CHECK(to_base64(as_bytes("ab")) == "YWI=");
  CHECK(from_base64("YWI=").has_value());
  for (const char* bad : {"YWI", "YWJ=", "YWI==", " YWI=", "YWI=\n", "YW-="}) CHECK_FALSE(from_base64(bad).has_value());
  CHECK(from_base64_unpadded("YWI").has_value());
  for (const char* bad : {"YWI=", "YWJ", "Y"}) CHECK_FALSE(from_base64_unpadded(bad).has_value());
  CHECK_FALSE(from_hex("AB").has_value());
  CHECK(from_decimal("10", 10) == 10);
  for (const char* bad : {"", "11", "010", "+1", "1 ", "99999999999999999999999"})
    CHECK_FALSE(from_decimal(bad, 10).has_value());
  CHECK(from_decimal("18446744073709551615", ~std::uint64_t{0}) == ~std::uint64_t{0});
  CHECK_FALSE(from_decimal("18446744073709551616", ~std::uint64_t{0}).has_value());
}

TEST_CASE("UTF-8 that is not UTF-8 is told apart") {
  CHECK(is_utf8("na\xc3\xafve \xf0\x9f\x97\x9d"));
  for (const char* bad :
       {"\xff", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc3", "\xf0\x9f\x97"})
    CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("bech32 is read back and mistakes are noticed") {
  const Bytes data{0, 1, 2, 250, 255};
  const std::string text = bech32_encode("age", data);
  CHECK(equal_bytes(bech32_decode("age", text).value().expose(), data));
  CHECK(as_bytes(bech32_encode_secret("age-secret-key-", data).expose_text()).size() > 0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = changed[i] == 'q' ? 'p' : 'q';
    if (changed != text) CHECK_FALSE(bech32_decode("age", changed).ok());
  }
}

TEST_CASE("recovery codes find every mistake in one character, every two, every swap") {
  const SecretBuffer code = generate_recovery_code();
  const std::string text(code.expose_text());
  CHECK(text.size() == 34);
  CHECK(looks_like_recovery_code(text));
  const auto normal = normalize_recovery_code(text);
  REQUIRE(normal.ok());
  std::string lower = text;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == '-' ? ' ' : c;
  CHECK(equal_bytes(normalize_recovery_code(lower).value().expose(), normal->expose()));
  const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '-') continue;
    for (const char wrong : alphabet) {
      std::string changed = text;
      changed[i] = wrong;
      CHECK(normalize_recovery_code(changed).ok() == (wrong == text[i]));
      const std::size_t other = (i + 11) % text.size();
      if (text[other] == '-' || wrong == text[i]) continue;
      changed[other] = changed[other] == 'A' ? 'B' : 'A';
      CHECK_FALSE(normalize_recovery_code(changed).ok());
    }
    if (i > 0 && text[i - 1] != text[i] && text[i - 1] != '-') {
      std::string swapped = text;
      std::swap(swapped[i - 1], swapped[i]);
      CHECK_FALSE(normalize_recovery_code(swapped).ok());
    }
  }
}

TEST_CASE("key words are eight, stable for a key, and differ between keys") {
  const PublicKey key = SigningKey::from_seed(SigningKey::Seed()).public_key();
  const std::string words = key_words(key);
  CHECK(std::count(words.begin(), words.end(), ' ') == 7);
  CHECK(words == key_words(key));
  CHECK(words != key_words(SigningKey::generate().public_key()));
}

TEST_CASE("no new root key makes its keeper read out a word that may hurt") {
  for (int i = 0; i < 100; ++i) {
    const std::string words = " " + key_words(generate_root_key().public_key()) + " ";
    for (const char* painful : {" gun ", " knife ", " abuse ", " victim ", " arrest "})
      CHECK(words.find(painful) == std::string::npos);
  }
}

TEST_CASE("generated passphrases are seven lower-case words and do not repeat") {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const SecretBuffer passphrase = generate_passphrase();
    const std::string text(passphrase.expose_text());
    CHECK(std::count(text.begin(), text.end(), ' ') == 6);
    CHECK(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz ") == std::string::npos);
    CHECK(seen.insert(text).second);
    for (const char* painful : {"gun", "knife", "abuse", "victim"})
      CHECK((" " + text + " ").find(std::string(" ") + painful + " ") == std::string::npos);
  }
}

TEST_CASE("a passphrase hash depends on every input") {
  const PasswordSalt salt{};
  PasswordSalt other_salt{};
  other_salt[15] = 1;
  const auto hash = [](std::string_view passphrase, const PasswordSalt& s, PasswordCost cost) {
    return to_hex(hash_passphrase(as_bytes(passphrase), s, cost).value().expose());
  };
  const std::string first = hash("a", salt, {1, 8});
  CHECK(first == hash("a", salt, {1, 8}));
  CHECK(first != hash("b", salt, {1, 8}));
  CHECK(first != hash("a", other_salt, {1, 8}));
  CHECK(first != hash("a", salt, {2, 8}));
  CHECK(first != hash("a", salt, {1, 16}));
}

TEST_CASE("secrets cannot be copied") {
  STATIC_CHECK_FALSE(std::is_copy_constructible_v<SecretBuffer>);
  STATIC_CHECK_FALSE(std::is_copy_constructible_v<AeadKey>);
  STATIC_CHECK_FALSE(std::is_copy_assignable_v<SigningKey>);
  SecretBuffer secret = SecretBuffer::copy_of(as_bytes("words"));
  secret.append(as_bytes(" and more words than fit into the first block of memory that was set aside"));
  CHECK(secret.expose_text().starts_with("words and more"));
  secret.truncate(5);
  CHECK(secret.expose_text() == "words");
}
