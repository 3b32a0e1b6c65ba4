#include <catch2/catch_test_macros.hpp>

#include "crypto/age_keys.h"
#include "crypto/typed_text.h"

using namespace daybook;
using namespace daybook::crypto;

namespace {

const std::string kSecret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

std::string in_capitals(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

std::string in_small_letters(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

AgeRecipient recipient() { return AgeIdentity::parse(kSecret)->recipient(); }

enum class Order { little, big };

std::string utf16(std::string_view text, Order order, bool with_mark) {
  std::string units;
  const auto add = [&](char32_t unit) {
    const char low = static_cast<char>(unit & 0xff), high = static_cast<char>(unit >> 8);
    units += order == Order::little ? low : high;
    units += order == Order::little ? high : low;
  };
  if (with_mark) add(0xFEFF);
  while (!text.empty()) {
    const char32_t point = take_code_point(text);
    if (point < 0x10000) {
      add(point);
    } else {
      add(0xD800 + ((point - 0x10000) >> 10));
      add(0xDC00 + ((point - 0x10000) & 0x3FF));
    }
  }
  return units;
}

// The same lines as Windows, old programs and mail leave them.
std::vector<std::string> ways_to_write(const std::string& lines) {
  std::string windows, old;
  for (const char c : lines) {
    windows += c == '\n' ? "\r\n" : std::string(1, c);
    old += c == '\n' ? '\r' : c;
  }
  std::vector<std::string> ways{lines, windows, old, "\ufeff" + lines, "\ufeff" + windows};
  for (const Order order : {Order::little, Order::big}) {
    ways.push_back(utf16(windows, order, true));
    ways.push_back(utf16(lines, order, true));
    ways.push_back(utf16(old, order, false));
    ways.push_back(utf16(windows, order, false));
  }
  return ways;
}

void check_repeats_nothing(const Error& error, const std::string& line) {
  for (std::size_t at = 0; at + 8 <= line.size(); ++at) {
    INFO(line.substr(at, 8) << " in: " << error.detail);
    CHECK(in_small_letters(error.detail).find(in_small_letters(line.substr(at, 8))) == std::string::npos);
  }
}

}  // namespace

TEST_CASE("a key file is read however Windows or a mail program left it") {
  for (const std::string& lines : {kSecret, kSecret + "\n", "\n\n  " + kSecret + " \t\n\n",
                                   "# created: 2026-01-02\n# public key: age1\n" + kSecret + "\n",
                                   "\n" + kSecret + "\n" + kSecret + "\n", in_small_letters(kSecret) + "\n"}) {
    for (const std::string& file : ways_to_write(lines)) {
      INFO(file);
      const auto identities = parse_identity_file(file);
      REQUIRE(identities.ok());
      for (const AgeIdentity& identity : *identities) CHECK(identity.recipient() == recipient());
      CHECK(identities->size() == (lines.find(kSecret, lines.find(kSecret) + 1) == std::string::npos ? 1 : 2));
    }
  }
  CHECK(parse_identity_file("\u00a0" + kSecret + "\u00a0\u202f\n\u00a0\n").ok());
  CHECK(parse_identity_file(utf16("# \u00a0\U0001f511 Anna\n" + kSecret, Order::little, true)).ok());
  CHECK(parse_identity_file(utf16(kSecret, Order::little, true) + "x").ok());  // half a character at the end
}

TEST_CASE("a key file that is none is told by line and kind, and nothing of it is repeated") {
  const std::string open = recipient().to_text();
  std::string mistyped = kSecret;
  mistyped[30] = mistyped[30] == 'Q' ? 'P' : 'Q';
  const struct {
    std::string before, line;
    const char* said;
  } cases[] = {
      {"", open, "line 1: this is a public key"},
      {"# mine\n\n", in_capitals(open), "line 3: this is a public key"},
      {"", "age-encryption.org/v1\n-> scrypt bGFzdGluZ3M 18", "line 1: this is a locked age file"},
      {"\n", "-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3Jn", "line 2: this is a locked age file"},
      {kSecret + "\n", "something that my sister wrote", "line 2: this is not an age key"},
      {kSecret + "\n", mistyped, "line 2: this secret key has a mistake in it"},
      {"", kSecret.substr(0, 60), "line 1: this secret key has a mistake in it"},
      {"", "AGE-SECRET-KEY-PQ-1XYZXYZXYZXYZ", "line 1: this is a secret key of a kind"},
      {"", kSecret + " " + kSecret, "line 1: this secret key has a mistake"},
      {"", "-----BEGIN OPENSSH PRIVATE KEY-----", "line 1: this is not an age key"},
  };
  for (const auto& [before, line, said] : cases) {
    for (const std::string& file : ways_to_write(before + line + "\n")) {
      INFO(line);
      const auto identities = parse_identity_file(file);
      REQUIRE_FALSE(identities.ok());
      CHECK(identities.error().code == ErrorCode::malformed);
      CHECK(identities.error().detail.starts_with(said));
      check_repeats_nothing(identities.error(), line);
    }
  }
  for (const char* empty : {"", "\n", "# nothing\r\n", "\ufeff", "\xff\xfe"})
    CHECK(parse_identity_file(empty).error().code == ErrorCode::malformed);
  CHECK_FALSE(parse_identity_file(std::string(100'000, '\0')).ok());
}

TEST_CASE("a public key is read however it was pasted") {
  const std::string key = recipient().to_text();
  for (const std::string& pasted : {key, " " + key + "\n", "\ufeff" + key, "\u00a0" + key + "\u00a0",
                                    "\t" + key + "\r\n", in_capitals(key), "\u200e" + key + "\u200b"}) {
    INFO(pasted);
    const auto parsed = AgeRecipient::parse(pasted);
    REQUIRE(parsed.ok());
    CHECK(*parsed == recipient());
  }
  std::string mixed = key;
  mixed[10] = in_capitals(mixed.substr(10, 1))[0];
  mixed[0] = 'A';
  for (const std::string& bad :
       {std::string(), std::string("age1"), key.substr(0, 40), key + "q", mixed, key + " " + key,
        "ssh-ed25519 AAAA" + key, std::string("my sister's key, which is long")}) {
    const auto parsed = AgeRecipient::parse(bad);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().code == ErrorCode::malformed);
    check_repeats_nothing(parsed.error(), bad);
  }
}

TEST_CASE("a file of public keys is read like a key file") {
  const std::string key = recipient().to_text(), other = AgeIdentity::generate().recipient().to_text();
  for (const std::string& file : ways_to_write("# the advocate\n" + key + "\n\n  " + other + "  \n")) {
    INFO(file);
    const auto recipients = parse_recipient_file(file);
    REQUIRE(recipients.ok());
    REQUIRE(recipients->size() == 2);
    CHECK(recipients->front() == recipient());
    CHECK(recipients->back().to_text() == other);
  }
  CHECK(parse_recipient_file(key + "\nher key\n").error().detail == "line 2: this is not a key that begins with age1");
  CHECK(parse_recipient_file(key.substr(0, 50)).error().detail.starts_with("line 1: this key has a mistake in it"));
  CHECK(parse_recipient_file("# nobody yet\n").error().code == ErrorCode::malformed);
}

TEST_CASE("a secret key where a public one belongs is called that, and nothing of it is repeated") {
  const std::string key = recipient().to_text();
  for (const std::string& secret :
       {kSecret, in_small_letters(kSecret), "Age-Secret-Key-" + kSecret.substr(15), kSecret.substr(0, 40),
        "my key: " + kSecret, "\ufeff \u00a0" + kSecret + "\r\n", std::string("AGE-SECRET-KEY-PQ-1XYZXYZXYZXYZ")}) {
    INFO(secret);
    const auto pasted = AgeRecipient::parse(secret);
    REQUIRE_FALSE(pasted.ok());
    CHECK(pasted.error().detail == kSecretKeyGiven);
    check_repeats_nothing(pasted.error(), kSecret.substr(16));
    for (const std::string& file :
         ways_to_write("# mine\n" + key + "\n" + secret.substr(0, secret.find('\r')) + "\n")) {
      const auto recipients = parse_recipient_file(file);
      REQUIRE_FALSE(recipients.ok());
      CHECK(recipients.error().detail == std::string("line 3: ") + kSecretKeyGiven);
    }
    const std::string said = without_secret_key("not an item number: " + secret + ".");
    CHECK(said.starts_with("not an item number: "));
    check_repeats_nothing({ErrorCode::usage, said}, kSecret.substr(15));
    CHECK(said.ends_with("(a secret key, not shown here)"));
  }
  CHECK(without_secret_key("photo.jpg") == "photo.jpg");
  CHECK_FALSE(holds_secret_key("AGE-SECRET-KEY"));
}

TEST_CASE("an age file is known in binary and in armor") {
  const std::string armor = "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n";
  CHECK(is_age_file(as_bytes("age-encryption.org/v1\n-> scrypt")));
  for (const std::string& file : ways_to_write(armor)) CHECK(is_age_file(as_bytes(file)));
  CHECK(is_age_file(as_bytes("\r\n " + armor)));
  for (const std::string& file : {std::string(), kSecret, recipient().to_text(), "# a key\n" + armor})
    CHECK_FALSE(is_age_file(as_bytes(file)));
}
