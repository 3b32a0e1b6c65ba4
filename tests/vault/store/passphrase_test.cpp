#include "vault/store/passphrase.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/encoding.h"

using namespace daybook;
using namespace daybook::vault;

namespace {
std::string normal(std::string_view text) {
  const auto result = normalize_passphrase(as_bytes(text));
  return result ? std::string(result->expose_text()) : "error";
}
}  // namespace

// These vectors are the format: a change here locks people out of their records.
TEST_CASE("passphrase vectors") {
  CHECK(normal("correct horse battery") == "correct horse battery");
  CHECK(normal("  Correct\t HORSE\r\nbattery ") == "correct horse battery");
  CHECK(normal("Stra\xc3\x9f"
               "e") == "strasse");
  CHECK(normal("\xef\xac\x81ne") == "fine");               // ligature fi
  CHECK(normal("cafe\xcc\x81") == normal("caf\xc3\xa9"));  // combining or composed
  CHECK(normal("caf\xc3\x89") == "caf\xc3\xa9");
  CHECK(normal("\xe2\x84\xab") == "\xc3\xa5");  // angstrom sign
  CHECK(normal("a\xc2\xa0\xe3\x80\x80"
               "b") == "a b");                        // no-break and ideographic space
  CHECK(normal("\xef\xbc\xa1\xef\xbc\x91") == "a1");  // full-width
  CHECK(normal("\xce\xa3\xce\xaf\xcf\x83\xcf\x85\xcf\x86\xce\xbf\xcf\x82") ==
        "\xcf\x83\xce\xaf\xcf\x83\xcf\x85\xcf\x86\xce\xbf\xcf\x83");  // final sigma
  CHECK(normal("\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7") == "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7");
  CHECK(normal("\xf0\x9f\x97\x9d key") == "\xf0\x9f\x97\x9d key");
}

TEST_CASE("what is no text is no passphrase") {
  CHECK(normalize_passphrase(as_bytes("\xff\xfe")).error().code == ErrorCode::malformed);
  CHECK(normalize_passphrase(as_bytes("")).error().code == ErrorCode::usage);
  CHECK(normalize_passphrase(as_bytes(" \t ")).error().code == ErrorCode::usage);
  CHECK(check_new_passphrase(as_bytes("eleven44444")).error().code == ErrorCode::usage);
  CHECK(check_new_passphrase(as_bytes("twelve444444")).ok());
}
