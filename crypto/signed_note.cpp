#include "crypto/signed_note.h"

#include "crypto/encoding.h"
#include "crypto/hash.h"

namespace daybook::crypto {
namespace {

constexpr std::string_view kSignatureStart = "\xe2\x80\x94 ";  // an em dash and a space
constexpr std::uint8_t kEd25519Type = 0x01;
constexpr std::size_t kMostNoteBytes = 1 << 20;
constexpr std::uint64_t kLargestSize = (std::uint64_t{1} << 63) - 1;

Error malformed(const char* what) { return {ErrorCode::malformed, std::string("signed note: ") + what}; }

std::array<std::uint8_t, 4> key_id_of(std::string_view name, ByteView typed_key) {
  Bytes message(name.begin(), name.end());
  message.push_back('\n');
  append(message, typed_key);
  const Sha256Digest digest = Sha256::of(message);
  return {digest[0], digest[1], digest[2], digest[3]};
}

Bytes typed_key(const PublicKey& key) {
  Bytes bytes{kEd25519Type};
  append(bytes, key.bytes());
  return bytes;
}

bool is_clean_text(std::string_view text) {
  for (const char c : text) {
    if ((c >= 0 && c < 0x20 && c != '\n') || c == 0x7f) return false;
  }
  return is_utf8(text);
}

struct NoteSignature {
  std::string_view name;
  Bytes id_and_signature;
};

Result<NoteSignature> parse_signature_line(std::string_view line) {
  if (!line.starts_with(kSignatureStart)) return malformed("signature line");
  line.remove_prefix(kSignatureStart.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_note_name(line.substr(0, space))) return malformed("signature name");
  auto bytes = from_base64(line.substr(space + 1));
  if (!bytes || bytes->size() < 5) return malformed("signature encoding");
  return NoteSignature{line.substr(0, space), std::move(*bytes)};
}

}  // namespace

bool is_note_name(std::string_view name) {
  return !name.empty() && is_clean_text(name) && name.find_first_of(" +\n") == std::string_view::npos;
}

std::array<std::uint8_t, 4> NoteVerifier::key_id() const { return key_id_of(name, typed_key(key)); }

std::string NoteVerifier::to_text() const { return name + "+" + to_hex(key_id()) + "+" + to_base64(typed_key(key)); }

Result<NoteVerifier> NoteVerifier::parse(std::string_view vkey) {
  const std::size_t first = vkey.find('+');
  const std::size_t second = first == std::string_view::npos ? first : vkey.find('+', first + 1);
  if (second == std::string_view::npos || !is_note_name(vkey.substr(0, first))) return malformed("vkey");
  const auto id = exactly<4>(from_hex(vkey.substr(first + 1, second - first - 1)));
  const auto bytes = exactly<33>(from_base64(vkey.substr(second + 1)));
  if (!id || !bytes || (*bytes)[0] != kEd25519Type) return malformed("vkey");
  TRY_ASSIGN(const PublicKey key, PublicKey::parse(ByteView(*bytes).subspan(1)));
  NoteVerifier verifier{std::string(vkey.substr(0, first)), key};
  if (verifier.key_id() != *id) return malformed("vkey hash");
  return verifier;
}

std::string sign_note(std::string_view text, std::string_view name, const SigningKey& key) {
  DAYBOOK_ASSERT(text.ends_with('\n') && is_clean_text(text) && is_note_name(name));
  const NoteVerifier verifier{std::string(name), key.public_key()};
  Bytes signature_bytes;
  append(signature_bytes, verifier.key_id());
  append(signature_bytes, key.sign(as_bytes(text)));
  return std::string(text) + "\n" + std::string(kSignatureStart) + std::string(name) + " " +
         to_base64(signature_bytes) + "\n";
}

Result<std::string> open_note(std::string_view note, const NoteVerifier& verifier) {
  if (note.size() > kMostNoteBytes || !is_clean_text(note)) return malformed("text");
  // The last empty line parts the text from the signatures, because the text may hold empty lines of its own.
  const std::size_t gap = note.rfind("\n\n");
  if (gap == std::string_view::npos || !note.ends_with('\n')) return malformed("no signatures");
  const std::string_view text = note.substr(0, gap + 1);
  std::string_view rest = note.substr(gap + 2);
  if (rest.empty()) return malformed("no signatures");
  bool verified = false;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    TRY_ASSIGN(const NoteSignature signature, parse_signature_line(rest.substr(0, end)));
    rest.remove_prefix(end + 1);
    const ByteView bytes = signature.id_and_signature;
    if (signature.name != verifier.name || !equal_bytes(bytes.first(4), verifier.key_id())) continue;
    Signature value;
    if (bytes.size() != 4 + value.size()) return malformed("signature length");
    copy_bytes(bytes.subspan(4), value);
    if (!verifier.key.verify(as_bytes(text), value)) return Error{ErrorCode::does_not_match, "signature on the note"};
    verified = true;
  }
  if (!verified) return Error{ErrorCode::does_not_match, "not signed by this key"};
  return std::string(text);
}

std::string Checkpoint::to_text() const { return origin + "\n" + std::to_string(size) + "\n" + to_base64(root) + "\n"; }

Result<Checkpoint> Checkpoint::parse(std::string_view text) {
  const Error bad{ErrorCode::malformed, "checkpoint"};
  if (!is_clean_text(text)) return bad;
  std::array<std::string_view, 3> lines;
  for (std::string_view& line : lines) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return bad;
    line = text.substr(0, end);
    text.remove_prefix(end + 1);
  }
  const auto size = from_decimal(lines[1], kLargestSize);
  const auto root = exactly<32>(from_base64(lines[2]));
  if (lines[0].empty() || !size || !root) return bad;
  return Checkpoint{std::string(lines[0]), *size, *root};
}

Result<Checkpoint> open_checkpoint(std::string_view note, const NoteVerifier& verifier) {
  TRY_ASSIGN(const std::string text, open_note(note, verifier));
  TRY_ASSIGN(Checkpoint checkpoint, Checkpoint::parse(text));
  if (checkpoint.origin != verifier.name) return Error{ErrorCode::does_not_match, "checkpoint of another log"};
  return checkpoint;
}

}  // namespace daybook::crypto
