#include "crypto/minisign.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::crypto;
using namespace daybook::test;

namespace {

Result<void> verify_file(const std::filesystem::path& key, const std::filesystem::path& message,
                         const std::filesystem::path& signature) {
  TRY_ASSIGN(const auto parsed_key, MinisignPublicKey::parse(read_file(key)));
  TRY_ASSIGN(const auto parsed, parse_minisign_signature(read_file(signature)));
  return verify_minisign(parsed, parsed_key, as_bytes(read_file(message)));
}

}  // namespace

TEST_CASE("foreign minisign signatures verify; the legacy form is refused") {
  const auto folder = corpus("minisign");
  CHECK(verify_file(folder / "k.pub", folder / "m.txt", folder / "m.txt.minisig").ok());
  CHECK(verify_file(folder / "rust-verify.pub", folder / "test.txt", folder / "test.prehashed.minisig").ok());
  CHECK(verify_file(folder / "k.pub", folder / "m.txt", folder / "m.txt.legacy.minisig").error().code ==
        ErrorCode::malformed);
  CHECK(verify_file(folder / "rust-verify.pub", folder / "test.txt", folder / "test.legacy.minisig").error().code ==
        ErrorCode::malformed);
  CHECK(verify_file(folder / "k.pub", folder / "test.txt", folder / "m.txt.minisig").error().code ==
        ErrorCode::does_not_match);
  CHECK(verify_file(folder / "rust-verify.pub", folder / "m.txt", folder / "m.txt.minisig").error().code ==
        ErrorCode::does_not_match);
}

TEST_CASE("the minisign program verifies ours and we verify its") {
  if (run_command("minisign -v >/dev/null 2>&1") != 0) SKIP("no minisign program");
  const TemporaryFolder folder;
  const std::string at = folder.path().string() + "/";
  const SigningKey key = SigningKey::generate();
  const MinisignPublicKey public_key{{1, 2, 3, 4, 5, 6, 7, 0xab}, key.public_key()};
  write_file(at + "message", "what was kept");
  write_file(at + "message.minisig", minisign_sign(key, public_key.id, as_bytes("what was kept"), "seal:v1\tlog:64"));
  write_file(at + "key.pub", public_key.to_file());
  std::string output;
  CHECK(run_command("minisign -V -H -p " + at + "key.pub -m " + at + "message", &output) == 0);
  CHECK(output.find("seal:v1\tlog:64") != std::string::npos);
  CHECK(run_command("minisign -V -H -P " + public_key.to_base64_line() + " -m " + at + "message >/dev/null") == 0);
  CHECK(MinisignPublicKey::parse(public_key.to_base64_line()).ok());
  write_file(at + "message", "what was Kept");
  CHECK(run_command("minisign -V -H -p " + at + "key.pub -m " + at + "message >/dev/null 2>&1") != 0);

  REQUIRE(run_command("minisign -G -W -f -p " + at + "their.pub -s " + at + "their.key >/dev/null") == 0);
  REQUIRE(run_command("minisign -S -s " + at + "their.key -m " + at + "message -x " + at +
                      "their.minisig -t 'a comment' >/dev/null") == 0);
  CHECK(verify_file(at + "their.pub", at + "message", at + "their.minisig").ok());
}

TEST_CASE("every changed byte of a signature file is noticed") {
  const SigningKey key = SigningKey::generate();
  const MinisignPublicKey public_key{{1, 2, 3, 4, 5, 6, 7, 8}, key.public_key()};
  const std::string file = minisign_sign(key, public_key.id, as_bytes("m"), "comment");
  const std::size_t untrusted_end = file.find('\n');
  for (std::size_t i = untrusted_end + 1; i < file.size(); ++i) {
    std::string changed = file;
    changed[i] ^= 1;
    const auto parsed = parse_minisign_signature(changed);
    CHECK_FALSE((parsed.ok() && verify_minisign(*parsed, public_key, as_bytes("m")).ok()));
  }
}
