#include "vault/bundle/check/part_tree.h"

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

std::vector<MessageRun> read_runs(const Json& array, GrammarNotes& notes) {
  std::vector<MessageRun> runs;
  for (const Json& one : array) {
    const bool is_pair =
        one.is_array() && one.size() == 2 && one[0].is_number_unsigned() && one[1].is_number_unsigned();
    if (!is_pair) {
      notes.is_malformed = true;
      return {};
    }
    runs.push_back({one[0].get<std::uint64_t>(), one[1].get<std::uint64_t>()});
  }
  return runs;
}

std::vector<crypto::TreeHash> read_hashes(const Json& array, GrammarNotes& notes) {
  std::vector<crypto::TreeHash> hashes;
  for (const Json& one : array) {
    const auto hash = one.is_string() ? crypto::exactly<32>(crypto::from_base64(one.get<std::string>())) : std::nullopt;
    if (!hash) {
      notes.is_malformed = true;
      return {};
    }
    hashes.push_back(*hash);
  }
  return hashes;
}

}  // namespace

std::string part_tree_text(const PartTree& tree) {
  Json json{{"conversation", crypto::to_hex(tree.reading)},
            {"count", tree.messages.count},
            {"entry", tree.entry},
            {"root", crypto::to_base64(tree.messages.root)},
            {"v", 1}};
  json["shown"] = Json::array();
  for (const MessageRun& run : tree.shown) json["shown"].push_back(Json::array({run.first, run.last}));
  json["hashes"] = Json::array();
  for (const crypto::TreeHash& hash : tree.rest) json["hashes"].push_back(crypto::to_base64(hash));
  return to_canonical(json);
}

std::optional<PartTree> parse_part_tree(const Json& json, GrammarNotes& notes) {
  MemberReader reader(json, notes);
  if (!reader.version()) return std::nullopt;
  PartTree tree;
  const auto reading = crypto::exactly<16>(crypto::from_hex(reader.hex("conversation", 16)));
  tree.entry = EntryNumber{reader.count("entry")};
  tree.messages.count = reader.count("count", 1);
  tree.messages.root = reader.hash("root");
  tree.shown = read_runs(reader.array("shown"), notes);
  tree.rest = read_hashes(reader.array("hashes"), notes);
  reader.finish();
  notes.is_malformed |= !reading || !are_runs_of_part(tree.shown, tree.messages.count);
  if (notes.is_malformed) return std::nullopt;
  tree.reading = *reading;
  return tree;
}

}  // namespace daybook::vault
