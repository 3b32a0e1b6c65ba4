#include "vault/bundle/items_json.h"

#include <algorithm>

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

Json recorded_json(const Entry& entry) {
  return Json{{"time", format_utc(entry.utc_seconds)}, {"offset", entry.offset_minutes}};
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json version_json(const CopyItem& copy, const CopyVersion& version) {
  // The members are those of the opening, so that a checker can compare the two.
  Json json = version_opening_members(copy.item.number, copy.item.kind, copy.item.about, copy.item.on, version.version);
  json.erase("item");
  json.erase("kind");
  json.erase("about");
  json["path"] = version.path.substr(4);  // relative to the bag
  json["entry"] = version.version.sequence;
  json["recorded"] = recorded_json(version.entry);
  return json;
}

Json part_file_json(const std::string& path, const ContentFacts& facts) {
  return Json{{"path", path.substr(4)},  // relative to the bag
              {"size", facts.size},
              {"sha256", crypto::to_hex(facts.sha256)},
              {"sha512", crypto::to_hex(facts.sha512)}};
}

Json part_json(const CopyItem& copy) {
  const CopyVersion& lines = copy.newest();
  return Json{{"entry", lines.version.sequence},
              {"name", lines.version.name},
              {"recorded", recorded_json(lines.entry)},
              {"shown", messages_in(copy.part->runs)},
              {"count", copy.part->messages.count},
              {"lines", part_file_json(lines.path, lines.version.content.facts)},
              {"bytes", part_file_json(copy.part->bytes_path, copy.part->bytes)}};
}

// The times of an item, by who says them: the file, the keeper, the record, and outside time-stamps, of which there are
// none. They are kept apart because they are worth different things.
Json times_json(const CopyItem& copy) {
  const ItemVersion& newest = copy.newest().version;
  Json says = Json::object();
  if (newest.modified && is_usable_time(*newest.modified)) says["file_modified"] = format_utc(*newest.modified);
  if (newest.created && is_usable_time(*newest.created)) says["file_created"] = format_utc(*newest.created);
  if (copy.says && copy.says->taken) says["taken"] = *copy.says->taken;
  return Json{{"says", says},
              {"attested", Json::array()},
              {"keeper", text_or_null(copy.answer(question::kWhen))},
              {"recorded", recorded_json(copy.first().entry)}};
}

Json answers_json(const CopyItem& copy) {
  Json answers = Json::array();
  for (const CopyAnswer& answer : copy.answers)
    answers.push_back({{"question", answer.said.question},
                       {"answer", answer.said.value},
                       {"version", answer.said.version},
                       {"entry", answer.said.sequence}});
  return answers;
}

Json item_json(const CopyItem& copy) {
  Json json{{"item", item_text(copy.item.number)},
            {"kind", to_text(copy.item.kind)},
            {"derived_from", nullptr},
            {"covered", nullptr}};
  json["about"] = copy.item.about ? Json(item_text(*copy.item.about)) : Json(nullptr);
  json["answers"] = answers_json(copy);
  if (copy.answers_left_out > 0) json["answers_left_out"] = copy.answers_left_out;
  json["exhibit"] = text_or_null(copy.answer(question::kExhibit));
  json["times"] = times_json(copy);
  // The list says only that a picture holds a place, not which: the place itself stands in the original.
  json["picture"] = nullptr;
  if (copy.says && copy.says->width > 0)
    json["picture"] = {
        {"width", copy.says->width}, {"height", copy.says->height}, {"place_in_file", copy.says->holds_place}};
  json["versions"] = Json::array();
  if (copy.part)
    json["part"] = part_json(copy);
  else
    for (const CopyVersion& version : copy.versions) json["versions"].push_back(version_json(copy, version));
  json["versions_kept"] = copy.item.versions.size();
  json["history"] = Json::array();
  for (const Entry& entry : copy.history) json["history"].push_back(entry.sequence);
  return json;
}

Json left_out_json(const CopyStatement::LeftOut& left_out) {
  Json json{{"items", left_out.items}, {"notes_beside", Json::array()}, {"removed", Json::array()}};
  for (const auto& [item, notes] : left_out.notes_beside)
    json["notes_beside"].push_back({{"item", item_text(item)}, {"notes", notes}});
  for (const Entry& entry : left_out.removed) json["removed"].push_back(recorded_json(entry));
  return json;
}

Json stated_json(const CopyStatement& stated) {
  Json json = Json::object();
  if (!stated.prepared_by.empty()) json["prepared_by"] = stated.prepared_by;
  if (!stated.reference.empty()) json["reference"] = stated.reference;
  if (stated.original_kept) json["original_kept"] = *stated.original_kept ? "yes" : "no";
  if (stated.left_out) json["left_out"] = left_out_json(*stated.left_out);
  for (const Description& person : stated.people)
    json["people"].push_back({{"name", person.name}, {"also", person.also}, {"relation", person.relation}});
  return json;
}

}  // namespace

std::string items_json(const CopySnapshot& snapshot) {
  const bool has_part = std::any_of(snapshot.items.begin(), snapshot.items.end(),
                                    [](const CopyItem& copy) { return copy.part.has_value(); });
  Json json{{"v", has_part ? 2 : 1}, {"items", Json::array()}};
  for (const CopyItem& copy : snapshot.items) json["items"].push_back(item_json(copy));
  for (const Entry& entry : snapshot.clock) json["clock"].push_back(entry.sequence);
  Json stated = stated_json(snapshot.stated);
  if (!stated.empty()) json["stated"] = std::move(stated);
  return to_canonical(json);
}

}  // namespace daybook::vault
