#include "vault/log/entry.h"

#include <fmt/format.h>

#include "crypto/encoding.h"
#include "crypto/random.h"
#include "vault/log/clock.h"

namespace daybook::vault {

std::string item_text(ItemNumber item) { return fmt::format("{:06}", static_cast<std::int64_t>(item)); }

std::string item_list_text(const std::vector<ItemNumber>& items) {
  std::string text;
  for (const ItemNumber item : items) text += (text.empty() ? "" : ", ") + item_text(item);
  return text;
}

std::optional<ItemNumber> parse_item(std::string_view text) {
  while (text.size() > 1 && text.starts_with('0')) text.remove_prefix(1);
  const auto number = crypto::from_decimal(text, 1'000'000'000'000);
  if (!number || *number == 0) return std::nullopt;
  return static_cast<ItemNumber>(*number);
}

std::string entry_text(EntryNumber entry) { return std::to_string(leaf_index(entry)); }

bool stays_home(std::string_view type) {
  return type == entry_type::kCase || type == entry_type::kPerson || type == entry_type::kHandOver;
}

namespace {

std::optional<std::vector<ItemNumber>> items_of(const Json& json) {
  std::vector<ItemNumber> items;
  if (json.contains("item")) {
    const auto item = parse_item(text_member(json, "item").value_or(""));
    if (!item) return std::nullopt;
    items.push_back(*item);
  }
  if (json.contains("items")) {
    if (!json["items"].is_array()) return std::nullopt;
    for (const Json& member : json["items"]) {
      const auto item = member.is_string() ? parse_item(member.get<std::string>()) : std::nullopt;
      if (!item) return std::nullopt;
      items.push_back(*item);
    }
  }
  return items;
}

}  // namespace

Result<Entry> parse_entry(std::string_view line) {
  const Error bad{ErrorCode::malformed, "log entry"};
  if (line.size() > kMostEntryBytes) return bad;
  TRY_ASSIGN(Json json, parse_canonical(line));
  const auto version = integer_member(json, "v"), sequence = integer_member(json, "seq"),
             offset = integer_member(json, "offset");
  const auto time = parse_utc(text_member(json, "time").value_or(""));
  const auto type = text_member(json, "type");
  const auto previous = crypto::exactly<32>(crypto::from_base64(text_member(json, "prev").value_or("")));
  const auto salt = crypto::exactly<32>(crypto::from_base64(text_member(json, "salt").value_or("")));
  const auto items = items_of(json);
  if (version != 1 || !sequence || *sequence < 0 || !offset || *offset < -1440 || *offset > 1440 || !time || !type ||
      !previous || !salt || !items)
    return bad;
  Entry entry{static_cast<EntryNumber>(*sequence),
              *time,
              static_cast<int>(*offset),
              *type,
              *items,
              std::nullopt,
              *previous,
              {}};
  if (json.contains("subject")) {
    entry.subject = crypto::exactly<32>(crypto::from_hex(text_member(json, "subject").value_or("")));
    if (!entry.subject) return bad;
  }
  entry.json = std::move(json);
  return entry;
}

std::string make_opening(Json members) {
  members["v"] = 1;
  members["salt"] = crypto::to_base64(crypto::random_array<32>());
  return to_canonical(members);
}

}  // namespace daybook::vault
