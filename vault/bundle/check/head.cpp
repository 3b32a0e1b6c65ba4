#include "vault/bundle/check/head.h"

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

constexpr const char* kKeysPath = "keys/keys.json";

struct Keys {
  crypto::TreeHash root{};
  std::string vkey;
  std::vector<EarlierLog> earlier;
};

// Reads keys.json by its grammar. Nothing when the file breaks the grammar, or is of another version.
std::optional<Keys> parse_keys(const Json& json, GrammarNotes& notes) {
  Keys keys;
  MemberReader reader(json, notes);
  if (!reader.version()) return std::nullopt;
  keys.root = reader.hash("root");
  (void)reader.time("created");
  if (!reader.array("revoked").empty()) reader.newer("revoked");
  MemberReader log(reader.object("log"), notes);
  keys.vkey = log.text("vkey");
  log.finish();
  if (const Json* earlier = reader.value_if_there("earlier")) {
    if (!earlier->is_array()) notes.is_malformed = true;
    for (const Json& one : earlier->is_array() ? *earlier : Json::array()) {
      MemberReader member(one, notes);
      const std::string vkey = member.text("vkey");
      const std::uint64_t size = member.count("size");
      const EntryNumber entry{member.count("entry")};
      member.finish();
      auto verifier = crypto::NoteVerifier::parse(vkey);
      if (verifier)
        keys.earlier.push_back({std::move(*verifier), size, entry});
      else
        notes.is_malformed = true;
    }
  }
  reader.finish();
  return notes.is_good() ? std::optional(std::move(keys)) : std::nullopt;
}

}  // namespace

Result<std::optional<Head>> Head::establish(const Listed& listed, const Signed& signed_list, const Seal& seal,
                                            FindingLog& log) {
  const auto nothing = std::optional<Head>();
  TRY_ASSIGN(const auto keys_text, listed.text(kKeysPath, kMostJsonBytes, log));
  TRY_ASSIGN(const auto vkey_text, listed.text("log/vkey.txt", kMostNoteBytes, log));
  if (!keys_text) return nothing;
  bool is_over_limit = false;
  const auto json = parse_bounded(*keys_text, is_over_limit);
  if (is_over_limit) return log.add(Finding::over_limit, kKeysPath), nothing;
  GrammarNotes notes;
  auto keys = json ? parse_keys(*json, notes) : std::nullopt;
  if (!json || notes.is_malformed) return log.add(Finding::keys_malformed), nothing;
  for (const std::string& what : notes.newer) log.add(Finding::keys_newer, what);
  if (!keys || !vkey_text) return nothing;

  auto verifier = crypto::NoteVerifier::parse(keys->vkey);
  const auto root = signed_list.key().key.bytes();
  if (keys->root != root || *vkey_text != keys->vkey + "\n" || !verifier || verifier->name != seal.facts().origin)
    return log.add(Finding::log_key_differs), nothing;
  log.add(Finding::log_key_matches);
  TRY_ASSIGN(const auto note, listed.text("log/checkpoint", kMostNoteBytes, log));
  if (!note) return nothing;
  const auto checkpoint = crypto::open_checkpoint(*note, *verifier);
  if (!checkpoint) return log.add(Finding::head_wrong), nothing;
  const LogHead head{checkpoint->size, checkpoint->root};
  if (head != seal.facts().log) return log.add(Finding::head_differs), nothing;
  log.add(Finding::head_matches, std::to_string(head.size));
  return std::optional(Head(head, std::move(*verifier), std::move(keys->earlier)));
}

}  // namespace daybook::vault
