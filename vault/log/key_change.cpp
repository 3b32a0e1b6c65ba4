#include "vault/log/key_change.h"

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

// The text that both keys sign. Nothing else that a root key signs begins with its first line.
std::string statement(const std::string& old_root, const std::string& new_root, const std::string& new_log) {
  return "key-change-v1\n" + old_root + "\n" + new_root + "\n" + new_log + "\n";
}

Result<crypto::PublicKey> key_member(const Json& json, const char* name) {
  const auto bytes = crypto::from_base64(text_member(json, name).value_or(""));
  if (!bytes) return Error{ErrorCode::malformed, "change of keys"};
  return crypto::PublicKey::parse(*bytes);
}

Result<void> check_signature(const Json& json, const char* name, const crypto::PublicKey& key,
                             const std::string& text) {
  const auto signature = crypto::exactly<64>(crypto::from_base64(text_member(json, name).value_or("")));
  if (!signature) return Error{ErrorCode::malformed, "change of keys"};
  if (!key.verify(as_bytes(text), *signature)) return Error{ErrorCode::does_not_match, "change of keys"};
  return {};
}

}  // namespace

Json key_change_members(const crypto::SigningKey& old_root, const crypto::SigningKey& new_root,
                        const crypto::NoteVerifier& new_log) {
  Json json{{"old_root", crypto::to_base64(old_root.public_key().bytes())},
            {"new_root", crypto::to_base64(new_root.public_key().bytes())},
            {"new_log", new_log.to_text()}};
  const std::string text = statement(json["old_root"], json["new_root"], json["new_log"]);
  json["signed_by_old"] = crypto::to_base64(old_root.sign(as_bytes(text)));
  json["signed_by_new"] = crypto::to_base64(new_root.sign(as_bytes(text)));
  return json;
}

Result<KeyChange> parse_key_change(const Entry& entry) {
  if (entry.type != entry_type::kKey) return Error{ErrorCode::malformed, "change of keys"};
  TRY_ASSIGN(const crypto::PublicKey old_root, key_member(entry.json, "old_root"));
  TRY_ASSIGN(const crypto::PublicKey new_root, key_member(entry.json, "new_root"));
  const std::string new_log = text_member(entry.json, "new_log").value_or("");
  TRY(crypto::NoteVerifier::parse(new_log));
  const std::string text = statement(crypto::to_base64(old_root.bytes()), crypto::to_base64(new_root.bytes()), new_log);
  TRY(check_signature(entry.json, "signed_by_old", old_root, text));
  TRY(check_signature(entry.json, "signed_by_new", new_root, text));
  return KeyChange{old_root, new_root, new_log};
}

Json to_json(const std::vector<EarlierLog>& logs) {
  Json json = Json::array();
  for (const EarlierLog& log : logs)
    json.push_back({{"vkey", log.verifier.to_text()}, {"size", log.size}, {"entry", log.entry}});
  return json;
}

Result<std::vector<EarlierLog>> parse_earlier_logs(const Json& json) {
  const Error malformed{ErrorCode::malformed, "earlier logs"};
  if (!json.is_array()) return malformed;
  std::vector<EarlierLog> logs;
  for (const Json& one : json) {
    TRY_ASSIGN(crypto::NoteVerifier verifier, crypto::NoteVerifier::parse(text_member(one, "vkey").value_or("")));
    const auto size = integer_member(one, "size"), entry = integer_member(one, "entry");
    if (!size || !entry || *size < 0 || *entry < *size) return malformed;
    logs.push_back({std::move(verifier), static_cast<std::uint64_t>(*size), static_cast<EntryNumber>(*entry)});
  }
  return logs;
}

}  // namespace daybook::vault
