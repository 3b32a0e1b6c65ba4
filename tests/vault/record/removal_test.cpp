#include <openssl/evp.h>

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/record_fixture.h"
#include "vault/store/keys.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

constexpr std::size_t kPage = 4096, kReserve = 80, kBlock = 16;

// All pages of the database in clear, free ones too: SQLCipher 4 with a raw key is AES-256-CBC page by page, the IV
// first in the 80 bytes at a page's end.
std::string pages_in_clear(RecordFixture& fixture) {
  const std::string header = read_file(fixture.path() / "header");
  const auto opened = Vault::open_header(as_bytes(header), secret(kPassphrase)).value();
  const DerivedKeys keys = DerivedKeys::from(opened.vault_key);
  const std::string bytes = read_file(fixture.path() / "records");
  std::string clear;
  for (std::size_t page = 0; page < bytes.size(); page += kPage) {
    const std::size_t begin = page == 0 ? kBlock : 0, size = kPage - kReserve - begin;  // the salt is in clear
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data()) + page;
    std::string out(size + kBlock, '\0');
    int written = 0;
    EVP_CIPHER_CTX* cipher = EVP_CIPHER_CTX_new();
    REQUIRE(EVP_DecryptInit_ex(cipher, EVP_aes_256_cbc(), nullptr, keys.database.expose().data(),
                               data + kPage - kReserve) == 1);
    EVP_CIPHER_CTX_set_padding(cipher, 0);
    REQUIRE(EVP_DecryptUpdate(cipher, reinterpret_cast<unsigned char*>(out.data()), &written, data + begin,
                              static_cast<int>(size)) == 1);
    EVP_CIPHER_CTX_free(cipher);
    clear += out.substr(0, static_cast<std::size_t>(written));
  }
  return clear;
}

std::size_t count(const std::string& text, std::string_view word) {
  std::size_t hits = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++hits;
  return hits;
}

}  // namespace

TEST_CASE("of what was removed no word is left in any page of the database, the search index included") {
  RecordFixture fixture;
  std::string long_text;
  for (int i = 0; i < 3000; ++i) long_text += "forgetmenot number" + std::to_string(i) + " ";
  std::vector<ItemNumber> gone;
  for (int i = 0; i < 40; ++i) fixture.add_words("kept words " + std::to_string(i));
  gone.push_back(fixture.add_words("a short forgetmenot", {{"who", "forgetmenot person"}, {"title", "forgetmenot"}}));
  gone.push_back(fixture.add_words(long_text));
  gone.push_back(fixture.add_note("first forgetmenot", gone[0]));
  REQUIRE(fixture.record().rewrite_note(gone[2], "second forgetmenot").ok());
  REQUIRE(fixture.record().answer(gone[0], {{"tags", "forgetmenot"}}).ok());
  gone.push_back(fixture.add_file("forgetmenot.txt", as_bytes(long_text + "in a file")));
  for (int i = 0; i < 40; ++i) fixture.add_words("kept words too " + std::to_string(i));
  fixture.close();
  const std::size_t before = count(pages_in_clear(fixture), "forgetmenot");
  CHECK(before > 3000);  // the control

  fixture.reopen();
  for (const ItemNumber item : gone) REQUIRE(fixture.record().remove(item).ok());
  fixture.close();
  const std::string after = pages_in_clear(fixture);
  CHECK(count(after, "forgetmenot") == 0);
  CHECK(count(after, "orgetmeno") == 0);
  CHECK(count(after, "kept words") >= 80);
  std::printf("a removed word in the pages of the database: %zu before, %zu after\n", before,
              count(after, "forgetmenot"));
}
