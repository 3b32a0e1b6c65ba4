#include "vault/bundle/copy_key.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/age.h"
#include "crypto/encoding.h"
#include "crypto/words.h"
#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "tests/support/memory_search.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// Cheap to open: the cost stands in the file.
constexpr int kCheap = 4;

Bytes lock(std::string_view text, ByteView passphrase) {
  MemorySink sealed;
  auto age = crypto::AgeWriter::for_passphrase(sealed, passphrase, kCheap).value();
  REQUIRE(age.write(as_bytes(text)).ok());
  REQUIRE(age.finish().ok());
  return sealed.bytes;
}

Bytes lock(const crypto::AgeIdentity& identity, std::string_view passphrase) {
  return lock(identity.to_secret_text().expose_text(), as_bytes(passphrase));
}

std::string armor(ByteView file, const std::string& line_end) {
  std::string text = "-----BEGIN AGE ENCRYPTED FILE-----" + line_end;
  const std::string body = crypto::to_base64(file);
  for (std::size_t at = 0; at < body.size(); at += 64) text += body.substr(at, 64) + line_end;
  return text + "-----END AGE ENCRYPTED FILE-----" + line_end;
}

std::string found_beside(const Path& folder, const std::string& copy) {
  const auto found = find_copy_key(operating_system_files(), folder / copy);
  if (found) {
    CHECK(found->parent_path() == folder);
    return found->filename().string();
  }
  CHECK(found.error().code == ErrorCode::not_found);
  return "none; " + found.error().detail;
}

}  // namespace

TEST_CASE("the passphrase of a copy is understood as it was made, however it was typed") {
  const auto identity = crypto::AgeIdentity::generate();
  const Bytes file = lock(identity, "abandon ability able about above absent absorb");
  for (const char* typed :
       {"abandon ability able about above absent absorb", "Abandon Ability Able About Above Absent Absorb",
        "  abandon  ability able about above absent absorb ", "abandon-ability-able-about-above-absent-absorb",
        "abandon\nability\r\nable\nabout\nabove\nabsent\nabsorb\n",
        "abandon, ability, able, about, above, absent, absorb.",
        "1. ABANDON 2. ability 3. able 4. about 5. above 6. absent 7. absorb",
        "\ufeffabandon\u00a0ability\u2013able about above absent absorb"}) {
    INFO(typed);
    const auto opened = open_copy_key(file, secret(typed));
    REQUIRE(opened.ok());
    REQUIRE(opened->size() == 1);
    CHECK(opened->front().recipient() == identity.recipient());
  }
  for (const char* typed : {"", " ", "abandon ability able about above absent",
                            "abandonability able about above absent absorb", "\u0430bandon", "1 2 3"}) {
    INFO(typed);
    CHECK(open_copy_key(file, secret(typed)).error().code == ErrorCode::no_matching_key);
  }
}

TEST_CASE("a passphrase that somebody else chose counts as it was typed") {
  const auto identity = crypto::AgeIdentity::generate();
  for (const char* chosen : {"Correct-Horse  Battery", "\u017c\u00f3\u0142w 12", "word-word-word"}) {
    const Bytes file = lock(identity, chosen);
    CHECK(open_copy_key(file, secret(chosen)).ok());
    CHECK(open_locked_key_file(file, secret(chosen)).ok());
  }
  // Only for what this program made up are other ways to type it as good.
  CHECK_FALSE(open_locked_key_file(lock(identity, "abandon ability"), secret("Abandon ability")).ok());
}

TEST_CASE("a locked key file opens in binary and in armor, as mail programs leave it") {
  const auto identity = crypto::AgeIdentity::generate();
  const Bytes file =
      lock("# mine\r\n" + std::string(identity.to_secret_text().expose_text()) + "\r\n", as_bytes("of its own"));
  for (const std::string& text : {std::string(as_text(file)), armor(file, "\n"), armor(file, "\r\n"), armor(file, "\r"),
                                  "\ufeff" + armor(file, "\r\n"), "\n\u00a0\n" + armor(file, "\n") + "\n \n"}) {
    CHECK(crypto::is_age_file(as_bytes(text)));
    const auto opened = open_locked_key_file(as_bytes(text), secret("of its own"));
    REQUIRE(opened.ok());
    CHECK(opened->front().recipient() == identity.recipient());
    CHECK(open_locked_key_file(as_bytes(text), secret("of its own ")).error().code == ErrorCode::no_matching_key);
    CHECK(open_copy_key(as_bytes(text), secret("Of its own")).ok());
  }
}

TEST_CASE("what is no locked key file, or holds no key, is told and not repeated") {
  const auto identity = crypto::AgeIdentity::generate();
  const std::string key(identity.to_secret_text().expose_text());
  for (const std::string& file : {std::string(), key, std::string("age1")})
    CHECK(open_locked_key_file(as_bytes(file), secret("x")).error().detail == "this is not a locked key file");
  const Error letter = open_locked_key_file(lock("a letter to my sister", as_bytes("x")), secret("x")).error();
  CHECK(letter.code == ErrorCode::malformed);
  CHECK(letter.detail == "line 1: this is not an age key");
  CHECK(open_locked_key_file(lock(std::string(kMostCopyKeyBytes + 1, 'a'), as_bytes("x")), secret("x")).error().code ==
        ErrorCode::malformed);
  Bytes cut = lock(identity, "x");
  cut.pop_back();
  CHECK_FALSE(open_locked_key_file(cut, secret("x")).ok());
  CHECK(open_locked_key_file(as_bytes(armor(cut, "\n") + "more"), secret("x")).error().code == ErrorCode::malformed);
}

TEST_CASE("the key of a copy is found beside it by the copy's name, also as browsers change both") {
  const struct {
    std::vector<const char*> names;
    const char *copy, *found;
  } cases[] = {
      {{"copy-3fa9c21e-key.age"}, "copy-3fa9c21e.age", "copy-3fa9c21e-key.age"},
      {{"copy-3fa9c21e-key.age"}, "copy-3fa9c21e.age.001", "copy-3fa9c21e-key.age"},
      {{"copy-3fa9c21e-key.age"}, "copy-3fa9c21e.age.002", "copy-3fa9c21e-key.age"},
      {{"for Anna-key.age"}, "for Anna.age.012", "for Anna-key.age"},
      {{"copy-3fa9c21e-key.age"}, "copy-3fa9c21e (1).age", "copy-3fa9c21e-key.age"},
      {{"copy-3fa9c21e-key.age"}, "copy-3fa9c21e(2).age", "copy-3fa9c21e-key.age"},
      {{"copy-3fa9c21e-key.age"}, "copy-3fa9c21e-2.age", "copy-3fa9c21e-key.age"},
      {{"copy-3fa9c21e-key.age"}, "copy-3fa9c21e.age (1).001", "copy-3fa9c21e-key.age"},
      {{"copy-3fa9c21e-key.age"}, "copy-3fa9c21e - Copy.age", "copy-3fa9c21e-key.age"},
      {{"copy-3fa9c21e-key.age"}, "copy-3fa9c21e", "copy-3fa9c21e-key.age"},
      {{"copy-3fa9c21e-key (1).age"}, "copy-3fa9c21e.age", "copy-3fa9c21e-key (1).age"},
      {{"copy-3fa9c21e-key(1).age"}, "copy-3fa9c21e (1).age", "copy-3fa9c21e-key(1).age"},
      {{"copy-3fa9c21e-key-2.age"}, "copy-3fa9c21e.age", "copy-3fa9c21e-key-2.age"},
      {{"copy-3fa9c21e-key (1).age", "copy-3fa9c21e-key.age"}, "copy-3fa9c21e.age", "copy-3fa9c21e-key.age"},
      {{"password-key.age"}, "copy-3fa9c21e.age", "password-key.age"},
      {{"password-key (1).age"}, "copy-3fa9c21e.age.001", "password-key (1).age"},
      {{"password-key (1).age", "password-key.age"}, "copy-3fa9c21e.age", "password-key.age"},
      {{"password-key.age", "copy-3fa9c21e-key (1).age"}, "copy-3fa9c21e.age", "copy-3fa9c21e-key (1).age"},
      {{"password-key.age", "copy-00000000-key.age"}, "copy-3fa9c21e.age", "password-key.age"},
      {{"copy-00000000-key.age"}, "copy-3fa9c21e.age", "none; copy-3fa9c21e-key.age"},
      {{"copy-3fa9c21e-key.age.txt", "copy-3fa9c21e-keys.age", "copy-3fa9c21e-key (x).age", "copy-3fa9c21e-key ().age",
        "copy-3fa9c21e-key (1) of hers.age"},
       "copy-3fa9c21e.age",
       "none; copy-3fa9c21e-key.age"},
      {{}, "copy-3fa9c21e.age", "none; copy-3fa9c21e-key.age"},
      {{"for Anna-key.age"}, "for Anna.age", "for Anna-key.age"},
      {{"for Anna-key.age"}, "for Anna (1).age", "for Anna-key.age"},
      {{"for Anna-key.age"}, "for Anna.age.001", "for Anna-key.age"},
      {{"June 2024-12-key.age"}, "June 2024-12.age", "June 2024-12-key.age"},
      {{"copy-of-mine-key.age"}, "copy-of-mine.age", "copy-of-mine-key.age"},
      {{"copy-3fa9c21e77-key.age"}, "copy-3fa9c21e77.age", "copy-3fa9c21e77-key.age"},
      {{"password-key.age"}, "x", "password-key.age"},
  };
  for (const auto& [names, copy, found] : cases) {
    INFO(copy);
    const TemporaryFolder folder;
    for (const char* name : names) write_file(folder / name, "");
    CHECK(found_beside(folder.path(), copy) == found);
  }
  CHECK(find_copy_key(operating_system_files(), "nowhere/copy-3fa9c21e.age").error().code == ErrorCode::not_found);
  CHECK(find_copy_key(operating_system_files(), "").error().code == ErrorCode::not_found);
  CHECK(copy_key_name("copy-3fa9c21e") == "copy-3fa9c21e-key.age");
}

TEST_CASE("the key of a copy is known by its name and size, and a copy is not taken for one") {
  const TemporaryFolder folder;
  for (const char* name : {"copy-3fa9c21e-key.age", "password-key.age", "copy-3fa9c21e-key (1).age", "for Anna-key.age",
                           "copy-3fa9c21e-key(2).age"}) {
    INFO(name);
    CHECK_FALSE(is_copy_key(operating_system_files(), folder / name));
    write_file(folder / name, "key");
    CHECK(is_copy_key(operating_system_files(), folder / name));
    write_file(folder / name, std::string(kMostCopyKeyBytes + 1, 'x'));
    CHECK_FALSE(is_copy_key(operating_system_files(), folder / name));
  }
  for (const char* name :
       {"copy-3fa9c21e.age", "copy-3fa9c21e (1).age", "key.age", "monkey.age", "(1).age", "a-key.zip"}) {
    INFO(name);
    write_file(folder / name, "");
    CHECK_FALSE(is_copy_key(operating_system_files(), folder / name));
  }
}

TEST_CASE("nothing of a copy's passphrase is left in memory, as typed or in its normal form") {
  skip_under_sanitizers();
  const auto identity = crypto::AgeIdentity::generate();
  std::optional<crypto::SecretBuffer> normal(random_passphrase());
  const Needle needle(normal->expose()), half(normal->expose().first(12));
  const Bytes file = lock(std::string(identity.to_secret_text().expose_text()), normal->expose());
  const auto shouted = [&] {
    crypto::SecretBuffer typed = crypto::SecretBuffer::copy_of(normal->expose());
    for (std::uint8_t& byte : typed.expose_mutable()) byte = static_cast<std::uint8_t>(byte - 'a' + 'A');
    return typed;
  };
  const Needle capitals(shouted().expose());
  CHECK(open_copy_key(file, shouted()).ok());
  CHECK_FALSE(open_copy_key(file, random_passphrase()).ok());
  CHECK(open_locked_key_file(as_bytes(armor(file, "\r\n")), crypto::SecretBuffer::copy_of(normal->expose())).ok());
  CHECK(hits_in_memory(needle) > 0);  // the control: it is found while it is there
  normal.reset();
  CHECK(hits_in_memory(needle) == 0);
  CHECK(hits_in_memory(half) == 0);
  CHECK(hits_in_memory(capitals) == 0);
}

TEST_CASE("nothing of a secret key is left in memory once its file was read") {
  skip_under_sanitizers();
  std::optional<crypto::AgeIdentity> identity(crypto::AgeIdentity::generate());
  std::optional<crypto::SecretBuffer> line(identity->to_secret_text());
  const Needle needle(line->expose().subspan(16));
  Bytes units;  // the same in UTF-16
  for (const std::uint8_t byte : line->expose()) append(units, Bytes{byte, 0});
  const Needle wide(ByteView(units).subspan(32));
  std::optional<crypto::SecretBuffer> file(crypto::SecretBuffer::copy_of(units));
  crypto::wipe(units);
  CHECK(crypto::parse_identity_file(file->expose_text()).ok());
  CHECK(crypto::parse_recipient_file(file->expose_text()).error().detail ==
        std::string("line 1: ") + crypto::kSecretKeyGiven);
  CHECK(crypto::parse_identity_file(line->expose_text()).ok());
  CHECK_FALSE(crypto::AgeRecipient::parse(line->expose_text()).ok());
  CHECK(hits_in_memory(needle) > 0);
  line.reset();
  file.reset();
  identity.reset();
  CHECK(hits_in_memory(needle) == 0);
  CHECK(hits_in_memory(wide) == 0);
}
