#include "vault/record/keeping.h"

#include "crypto/encoding.h"
#include "vault/log/clock.h"

namespace daybook::vault {

// The members of an opening are part of the format (vault/bundle/format.md): a checker compares them with the manifest
// and with the file.
Json version_opening_members(ItemNumber item, ItemKind kind, const std::optional<ItemNumber>& about,
                             const std::optional<NotePlace>& on, const ItemVersion& version) {
  Json opening;
  opening["item"] = item_text(item);
  opening["kind"] = to_text(kind);
  opening["version"] = version.number;
  opening["type"] = version.media;
  opening["name"] = version.name;
  opening["size"] = version.content.facts.size;
  opening["sha256"] = crypto::to_hex(version.content.facts.sha256);
  opening["sha512"] = crypto::to_hex(version.content.facts.sha512);
  if (about) opening["about"] = item_text(*about);
  if (on) opening["on"] = to_json(*on, about);
  if (version.out_of) opening["out_of"] = to_json(*version.out_of);
  if (version.name_bytes) opening["name_bytes"] = crypto::to_base64(*version.name_bytes);
  // A time that is not usable has no form here. The record keeps it, so that people are told of it.
  const auto is_usable = [](const std::optional<std::int64_t>& time) { return time && is_usable_time(*time); };
  if (is_usable(version.modified)) opening["modified"] = format_utc(*version.modified);
  if (is_usable(version.created)) opening["created"] = format_utc(*version.created);
  return opening;
}

Json answer_opening_members(ItemNumber item, const ItemAnswer& answer) {
  Json opening;
  opening["item"] = item_text(item);
  opening["question"] = answer.question;
  opening["version"] = answer.version;
  opening["answer"] = answer.value;
  return opening;
}

}  // namespace daybook::vault
