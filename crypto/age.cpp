#include "crypto/age.h"

#include "crypto/hash.h"
#include "crypto/hkdf.h"
#include "crypto/random.h"

namespace daybook::crypto {
namespace {

using MacKey = SecretKey<32, struct AgeMacKeyTag>;

Sha256Digest header_mac(const AgeFileKey& file_key, std::string_view authenticated_text) {
  const auto key = derive_key<MacKey>(file_key.expose(), {}, "header");
  return hmac_sha256(key.expose(), as_bytes(authenticated_text));
}

struct Unwrapped {
  AgeFileKey file_key;
  std::optional<std::size_t> identity_used;
  std::uint64_t header_size;
  std::size_t stanza_count;
};

// What a stanza gives these keys: nothing when it is for others. A malformed stanza is an error of the whole file, as
// C2SP age.md asks for.
Result<std::optional<Unwrapped>> try_stanza(const AgeStanza& stanza, const AgeKeys& keys) {
  if (stanza.arguments[0] == "scrypt") {
    if (keys.passphrase.empty()) return std::optional<Unwrapped>();
    auto file_key = unwrap_with_passphrase(stanza, keys.passphrase.expose());
    if (file_key) return std::optional<Unwrapped>({std::move(*file_key), std::nullopt, 0, 0});
    if (file_key.error().code != ErrorCode::no_matching_key) return file_key.error();
    return std::optional<Unwrapped>();
  }
  for (std::size_t i = 0; i < keys.identities.size(); ++i) {
    auto file_key = keys.identities[i].unwrap(stanza);
    if (file_key) return std::optional<Unwrapped>({std::move(*file_key), i, 0, 0});
    if (file_key.error().code != ErrorCode::no_matching_key) return file_key.error();
  }
  return std::optional<Unwrapped>();
}

Error no_match(const AgeHeader& header) {
  std::string types;
  for (const AgeStanza& stanza : header.stanzas) {
    if (stanza.arguments[0] != "X25519" && stanza.arguments[0] != "scrypt") types += " " + stanza.arguments[0];
  }
  return {ErrorCode::no_matching_key,
          types.empty() ? "no key given fits this file" : "no key given fits this file; unknown stanza" + types};
}

Result<Unwrapped> unwrap(ByteSource& source, const AgeKeys& keys) {
  TRY_ASSIGN(const AgeHeader header, parse_age_header(source));
  for (const AgeStanza& stanza : header.stanzas) {
    // C2SP age.md forbids a passphrase beside other recipients: whoever opens a file by a passphrase may believe that
    // it was made by somebody who knows the passphrase, but any of the other recipients could have changed it.
    if (stanza.arguments[0] == "scrypt" && header.stanzas.size() != 1) {
      return Error{ErrorCode::malformed, "age header: passphrase stanza is not alone"};
    }
  }
  if (keys.file_key && equal_in_constant_time(header_mac(*keys.file_key, header.authenticated_text), header.mac)) {
    return Unwrapped{keys.file_key->duplicate(), std::nullopt, header.size, header.stanzas.size()};
  }
  for (const AgeStanza& stanza : header.stanzas) {
    TRY_ASSIGN(auto found, try_stanza(stanza, keys));
    if (!found) continue;
    if (!equal_in_constant_time(header_mac(found->file_key, header.authenticated_text), header.mac)) {
      return Error{ErrorCode::does_not_match, "age header MAC"};
    }
    found->header_size = header.size;
    found->stanza_count = header.stanzas.size();
    return std::move(*found);
  }
  return no_match(header);
}

}  // namespace

Result<UnwrappedFileKey> unwrap_age_file_key(ByteSource& source, const AgeKeys& keys) {
  TRY_ASSIGN(Unwrapped unwrapped, unwrap(source, keys));
  return UnwrappedFileKey{std::move(unwrapped.file_key), unwrapped.identity_used};
}

Result<AgeWriter> AgeWriter::start(ByteSink& sink, AgeFileKey file_key, const std::vector<AgeStanza>& stanzas) {
  const Sha256Digest mac = header_mac(file_key, serialize_age_stanzas(stanzas));
  TRY(sink.write(as_bytes(serialize_age_header(stanzas, mac))));
  TRY_ASSIGN(auto stream, StreamWriter::start(sink, file_key.expose()));
  return AgeWriter(std::move(stream), std::move(file_key));
}

Result<AgeWriter> AgeWriter::for_recipients(ByteSink& sink, std::span<const AgeRecipient> recipients) {
  DAYBOOK_ASSERT(!recipients.empty());
  AgeFileKey file_key;
  fill_random(file_key.expose_mutable());
  std::vector<AgeStanza> stanzas;
  for (const AgeRecipient& recipient : recipients) {
    TRY_ASSIGN(auto stanza, recipient.wrap(file_key));
    stanzas.push_back(std::move(stanza));
  }
  return start(sink, std::move(file_key), stanzas);
}

Result<AgeWriter> AgeWriter::for_passphrase(ByteSink& sink, ByteView passphrase, int work_factor) {
  AgeFileKey file_key;
  fill_random(file_key.expose_mutable());
  TRY_ASSIGN(auto stanza, wrap_for_passphrase(file_key, passphrase, work_factor));
  return start(sink, std::move(file_key), {std::move(stanza)});
}

Result<AgeReader> AgeReader::open(ByteSource& source, const AgeKeys& keys) {
  TRY_ASSIGN(const Unwrapped unwrapped, unwrap(source, keys));
  TRY_ASSIGN(auto stream, StreamReader::open(source, unwrapped.header_size, unwrapped.file_key.expose()));
  return AgeReader(std::move(stream), unwrapped.identity_used, unwrapped.stanza_count);
}

Result<void> decrypt_age_in_order(ByteSource& source, const AgeKeys& keys, ByteSink& sink) {
  TRY_ASSIGN(const Unwrapped unwrapped, unwrap(source, keys));
  TRY_ASSIGN(auto stream, StreamReader::open_unchecked(source, unwrapped.header_size, unwrapped.file_key.expose()));
  return stream.release_in_order(sink);
}

}  // namespace daybook::crypto
