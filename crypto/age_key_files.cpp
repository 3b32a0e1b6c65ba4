#include <algorithm>

#include "crypto/age_keys.h"
#include "crypto/typed_text.h"

namespace daybook::crypto {
namespace {

constexpr std::string_view kSecretBeginning = "age-secret-key-";
constexpr std::string_view kBinaryBeginning = "age-encryption.org/";
constexpr std::string_view kArmorBeginning = "-----begin age encrypted file-----";

std::size_t find_secret_key(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins_like(text.substr(at), kSecretBeginning)) return at;
  }
  return std::string_view::npos;
}

bool is_age_line(std::string_view line) {
  return begins_like(line, kBinaryBeginning) || begins_like(line, kArmorBeginning);
}

// Why a line of a file of secret keys is no secret key. The words repeat nothing of the line, which may hold a secret.
const char* what_else(std::string_view line) {
  if (begins_like(line, "age1")) return "this is a public key, which locks; opening needs the secret one";
  if (is_age_line(line)) return "this is a locked age file, not a key as it stands";
  if (begins_like(line, "age-secret-key-pq-")) return "this is a secret key of a kind that is not read here";
  if (begins_like(line, kSecretBeginning)) return "this secret key has a mistake in it, or is not all of it";
  return "this is not an age key";
}

// Calls `use` with every line that is neither blank nor a comment. The error of `use` gets the number of the line.
template <class Use>
Result<void> for_each_line(std::string_view text, Use use) {
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim_blanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    if (const Result<void> used = use(line); !used)
      return Error{used.error().code, "line " + std::to_string(number) + ": " + used.error().detail};
  }
  return {};
}

}  // namespace

bool holds_secret_key(std::string_view text) { return find_secret_key(text) != std::string_view::npos; }

std::string without_secret_key(std::string_view text) {
  const std::size_t at = find_secret_key(text);
  if (at == std::string_view::npos) return std::string(text);
  return std::string(text.substr(0, at)) + "(a secret key, not shown here)";
}

Result<std::vector<AgeIdentity>> parse_identity_file(std::string_view text) {
  const SecretBuffer plain = text_of_file(as_bytes(text));
  std::vector<AgeIdentity> identities;
  TRY(for_each_line(plain.expose_text(), [&](std::string_view line) -> Result<void> {
    auto identity = AgeIdentity::parse(line);
    if (!identity) return Error{ErrorCode::malformed, what_else(line)};
    identities.push_back(std::move(*identity));
    return {};
  }));
  if (identities.empty()) return Error{ErrorCode::malformed, "no secret key in the key file"};
  return identities;
}

Result<std::vector<AgeRecipient>> parse_recipient_file(std::string_view text) {
  const SecretBuffer plain = text_of_file(as_bytes(text));
  std::vector<AgeRecipient> recipients;
  TRY(for_each_line(plain.expose_text(), [&](std::string_view line) -> Result<void> {
    TRY_ASSIGN(const AgeRecipient recipient, AgeRecipient::parse(line));
    recipients.push_back(recipient);
    return {};
  }));
  if (recipients.empty()) return Error{ErrorCode::malformed, "no key that begins with age1 in the file"};
  return recipients;
}

bool is_age_file(ByteView file) {
  if (as_text(file).starts_with(kBinaryBeginning)) return true;
  const SecretBuffer plain = text_of_file(file);
  return begins_like(trim_blanks(plain.expose_text()), kArmorBeginning);
}

}  // namespace daybook::crypto
