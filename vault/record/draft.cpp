#include "vault/record/draft.h"

#include "vault/log/canonical_json.h"

namespace daybook::vault {
namespace {

constexpr const char* kForm = "draft-v1";

}  // namespace

std::string to_text(const Draft& draft) {
  if (draft.empty()) return "";
  Json json{{"type", kForm}, {"kind", draft.is_words ? "words" : "note"}, {"fields", draft.fields}};
  if (draft.about) json["about"] = *draft.about;
  if (draft.rewrites) json["rewrites"] = *draft.rewrites;
  return to_canonical(json) + "\n" + draft.text;
}

Draft parse_draft(std::string_view text) {
  Draft draft;
  const std::size_t end = std::min(text.find('\n'), text.size());
  const auto json = parse_json(text.substr(0, end));
  if (!json || !json->is_object() || text_member(*json, "type") != kForm) {
    draft.text = std::string(text);
    return draft;
  }
  draft.text = std::string(text.substr(std::min(end + 1, text.size())));
  draft.is_words = text_member(*json, "kind") == "words";
  draft.about = number_member<ItemNumber>(*json, "about");
  draft.rewrites = number_member<ItemNumber>(*json, "rewrites");
  if (const auto fields = json->find("fields"); fields != json->end() && fields->is_object()) {
    for (const auto& [name, value] : fields->items()) {
      if (value.is_string()) draft.fields[name] = value.get<std::string>();
    }
  }
  return draft;
}

}  // namespace daybook::vault
