#include "vault/record/draft.h"

#include "vault/log/canonical_json.h"

namespace daybook::vault {
namespace {

constexpr const char* kForm = "draft-v2";
constexpr const char* kFormOfOne = "draft-v1";  // the line of JSON is that of the draft, with the fields in it

Json to_json(const Draft& draft) {
  Json json{{"kind", draft.is_words ? "words" : "note"}, {"bytes", draft.text.size()}};
  if (draft.is_typed) json["typed"] = true;
  if (draft.about) json["about"] = *draft.about;
  if (draft.rewrites) json["rewrites"] = *draft.rewrites;
  if (draft.on) json["on"] = vault::to_json(NotePlace(*draft.on), draft.about);
  return json;
}

Draft draft_of(const Json& json, std::string_view text) {
  Draft draft;
  draft.text = std::string(text);
  draft.is_words = text_member(json, "kind") == "words";
  const auto typed = json.find("typed");
  draft.is_typed = typed != json.end() && typed->is_boolean() && typed->get<bool>();
  draft.about = number_member<ItemNumber>(json, "about");
  draft.rewrites = number_member<ItemNumber>(json, "rewrites");
  if (const auto on = json.find("on"); on != json.end()) {
    const auto place = parse_note_place(*on);
    if (const auto* messages = place ? std::get_if<MessagesNoted>(&*place) : nullptr) draft.on = *messages;
  }
  return draft;
}

// The drafts, when their sizes are those of `text`. Nothing else is taken for them, because a text that is cut at a
// wrong place would stand under another's name.
std::optional<std::vector<Draft>> drafts_of(const Json& json, std::string_view text) {
  const auto listed = json.find("drafts");
  if (listed == json.end() || !listed->is_array()) return std::nullopt;
  std::vector<Draft> drafts;
  for (const Json& one : *listed) {
    const auto bytes = one.is_object() ? number_member<std::uint64_t>(one, "bytes") : std::nullopt;
    if (!bytes || *bytes > text.size()) return std::nullopt;
    drafts.push_back(draft_of(one, text.substr(0, static_cast<std::size_t>(*bytes))));
    text.remove_prefix(static_cast<std::size_t>(*bytes));
  }
  if (!text.empty()) return std::nullopt;
  return drafts;
}

std::map<std::string, std::string> fields_of(const Json& json) {
  std::map<std::string, std::string> fields;
  const auto listed = json.find("fields");
  if (listed == json.end() || !listed->is_object()) return fields;
  for (const auto& [name, value] : listed->items()) {
    if (value.is_string()) fields[name] = value.get<std::string>();
  }
  return fields;
}

}  // namespace

std::string to_text(const Unsaved& unsaved) {
  if (unsaved.empty()) return "";
  Json drafts = Json::array();
  std::string texts;
  for (const Draft& draft : unsaved.drafts) {
    drafts.push_back(to_json(draft));
    texts += draft.text;
  }
  return to_canonical({{"type", kForm}, {"drafts", drafts}, {"fields", unsaved.fields}}) + "\n" + texts;
}

Unsaved parse_unsaved(std::string_view text) {
  if (text.empty()) return {};
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view texts = text.substr(std::min(end + 1, text.size()));
  const auto json = parse_json(text.substr(0, end));
  if (json && json->is_object()) {
    if (text_member(*json, "type") == kFormOfOne) {
      Unsaved unsaved{{}, fields_of(*json)};
      if (!texts.empty()) unsaved.drafts.push_back(draft_of(*json, texts));
      return unsaved;
    }
    if (text_member(*json, "type") == kForm) {
      if (auto drafts = drafts_of(*json, texts)) return {std::move(*drafts), fields_of(*json)};
    }
  }
  return {{Draft{std::string(text), false, false, std::nullopt, std::nullopt}}, {}};
}

}  // namespace daybook::vault
