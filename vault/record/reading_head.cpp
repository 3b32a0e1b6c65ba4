#include "vault/record/reading_head.h"

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

constexpr std::int64_t kVersion = 1;

Json to_json(const ReadingSource& source) {
  Json json{{"sha256", crypto::to_hex(source.sha256)}, {"size", source.size}};
  if (source.item) json["item"] = static_cast<std::int64_t>(*source.item);
  if (source.leaf) json["leaf"] = crypto::to_hex(*source.leaf);
  if (!source.entry.empty()) json["entry"] = source.entry;
  return json;
}

std::optional<ReadingSource> parse_source(const Json& json) {
  const auto size = integer_member(json, "size");
  const auto sha256 = crypto::exactly<32>(crypto::from_hex(text_member(json, "sha256").value_or("")));
  if (!size || *size < 0 || !sha256) return std::nullopt;
  ReadingSource source;
  source.size = static_cast<std::uint64_t>(*size);
  source.sha256 = *sha256;
  source.entry = text_member(json, "entry").value_or("");
  source.item = number_member<ItemNumber>(json, "item");
  if (const auto leaf = text_member(json, "leaf")) {
    source.leaf = crypto::exactly<32>(crypto::from_hex(*leaf));
    if (!source.leaf) return std::nullopt;
  }
  return source;
}

}  // namespace

std::string head_line(const ReadingHead& head) {
  Json settings{{"order", to_text(head.order)}, {"order_by", to_text(head.order_by)}};
  if (!head.zone.empty()) settings["zone"] = head.zone;
  if (!head.me.empty()) settings["me"] = head.me;
  Json line{{"reader", head.reader}, {"settings", std::move(settings)}, {"type", "reading"}, {"v", kVersion}};
  line["sources"] = Json::array();
  for (const ReadingSource& source : head.sources) line["sources"].push_back(to_json(source));
  if (head.key) line["key"] = crypto::to_base64(head.key->expose());
  if (!head.title.empty()) line["title"] = head.title;
  return to_canonical(line);
}

Result<ReadingHead> parse_head_line(std::string_view line) {
  const Error bad{ErrorCode::malformed, "reading"};
  TRY_ASSIGN(const Json json, parse_canonical(line));
  if (text_member(json, "type") != "reading") return bad;
  const auto version = integer_member(json, "v");
  if (version && *version > kVersion) return Error{ErrorCode::newer_format, ""};
  if (version != kVersion || !json.contains("settings") || !json.contains("sources") || !json["sources"].is_array())
    return bad;
  const Json& settings = json["settings"];
  const auto order = parse_date_order(text_member(settings, "order").value_or(""));
  const auto order_by = parse_order_by(text_member(settings, "order_by").value_or(""));
  const auto reader = text_member(json, "reader");
  if (!order || !order_by || !reader) return bad;
  ReadingHead head;
  head.reader = *reader;
  head.order = *order;
  head.order_by = *order_by;
  head.zone = text_member(settings, "zone").value_or("");
  head.me = text_member(settings, "me").value_or("");
  head.title = text_member(json, "title").value_or("");
  if (const auto key = text_member(json, "key")) {
    const auto bytes = crypto::exactly<32>(crypto::from_base64(*key));
    if (!bytes) return bad;
    head.key = ReadingKey::copy_of(*bytes);
  }
  for (const Json& member : json["sources"]) {
    const auto source = parse_source(member);
    if (!source) return bad;
    head.sources.push_back(*source);
  }
  if (head_line(head) != line) return bad;  // a member that is not known, or one that is spelled in another way
  return head;
}

}  // namespace daybook::vault
