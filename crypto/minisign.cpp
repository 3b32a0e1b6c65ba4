#include "crypto/minisign.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/hash.h"

namespace daybook::crypto {
namespace {

constexpr std::string_view kUntrusted = "untrusted comment: ";
constexpr std::string_view kTrusted = "trusted comment: ";
constexpr std::size_t kMostCommentBytes = 8191;

Error malformed(const char* what) { return {ErrorCode::malformed, std::string("minisign ") + what}; }

std::string shown_id(const MinisignKeyId& id) {
  MinisignKeyId big_endian = id;
  std::reverse(big_endian.begin(), big_endian.end());
  std::string text = to_hex(big_endian);
  for (char& c : text) c = c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

Bytes global_message(const Signature& signature, std::string_view comment) {
  Bytes message(signature.begin(), signature.end());
  append(message, as_bytes(comment));
  return message;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string MinisignPublicKey::to_base64_line() const {
  Bytes bytes{'E', 'd'};
  append(bytes, id);
  append(bytes, key.bytes());
  return to_base64(bytes);
}

std::string MinisignPublicKey::to_file() const {
  return std::string(kUntrusted) + "minisign public key " + shown_id(id) + "\n" + to_base64_line() + "\n";
}

Result<MinisignPublicKey> MinisignPublicKey::parse(std::string_view text) {
  if (text.starts_with(kUntrusted)) take_line(text);
  const auto bytes = exactly<42>(from_base64(take_line(text)));
  if (!bytes || !text.empty() || (*bytes)[0] != 'E' || (*bytes)[1] != 'd') return malformed("public key");
  TRY_ASSIGN(const PublicKey key, PublicKey::parse(ByteView(*bytes).subspan(10)));
  MinisignKeyId id;
  copy_bytes(ByteView(*bytes).subspan(2, 8), id);
  return MinisignPublicKey{id, key};
}

std::string minisign_sign(const SigningKey& key, const MinisignKeyId& id, ByteView message,
                          std::string_view trusted_comment) {
  DAYBOOK_ASSERT(trusted_comment.size() <= kMostCommentBytes);
  for (const char c : trusted_comment) DAYBOOK_ASSERT(c == '\t' || (c >= 0x20 && c < 0x7f));
  const Signature signature = key.sign(blake2b_512(message));
  return MinisignSignature{id, signature, std::string(trusted_comment),
                           key.sign(global_message(signature, trusted_comment))}
      .to_file();
}

std::string MinisignSignature::to_file() const {
  Bytes line{'E', 'D'};
  append(line, key_id);
  append(line, signature);
  return std::string(kUntrusted) + "signature from minisign key " + shown_id(key_id) + "\n" + to_base64(line) + "\n" +
         std::string(kTrusted) + trusted_comment + "\n" + to_base64(comment_signature) + "\n";
}

Result<MinisignSignature> parse_minisign_signature(std::string_view file) {
  if (!take_line(file).starts_with(kUntrusted)) return malformed("signature: first line");
  const auto line = exactly<74>(from_base64(take_line(file)));
  const std::string_view comment = take_line(file);
  const auto global = exactly<64>(from_base64(take_line(file)));
  if (!line || (*line)[0] != 'E' || (*line)[1] != 'D') return malformed("signature: not of the hashed form ED");
  if (!comment.starts_with(kTrusted) || comment.size() > kTrusted.size() + kMostCommentBytes || !global ||
      !file.empty()) {
    return malformed("signature: trusted comment");
  }
  MinisignSignature signature{{}, {}, std::string(comment.substr(kTrusted.size())), *global};
  copy_bytes(ByteView(*line).subspan(2, 8), signature.key_id);
  copy_bytes(ByteView(*line).subspan(10), signature.signature);
  return signature;
}

Result<void> verify_minisign(const MinisignSignature& signature, const MinisignPublicKey& key, ByteView message) {
  return verify_minisign(signature, key, blake2b_512(message));
}

Result<void> verify_minisign(const MinisignSignature& signature, const MinisignPublicKey& key,
                             const Sha512Digest& message_digest) {
  if (signature.key_id != key.id) return Error{ErrorCode::does_not_match, "signed by another key"};
  if (!key.key.verify(message_digest, signature.signature)) return Error{ErrorCode::does_not_match, "signature"};
  if (!key.key.verify(global_message(signature.signature, signature.trusted_comment), signature.comment_signature)) {
    return Error{ErrorCode::does_not_match, "trusted comment"};
  }
  return {};
}

}  // namespace daybook::crypto
