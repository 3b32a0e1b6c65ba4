#include "ui/model/chosen_parts.h"

#include <algorithm>

#include "crypto/encoding.h"

namespace daybook::ui {
namespace {

using vault::Json;
using vault::MessageRun;

std::optional<MessageRun> parse_run(const Json& json) {
  const auto first = vault::integer_member(json, "from"), last = vault::integer_member(json, "to");
  if (!first || !last || *first < 1 || *last < *first) return std::nullopt;
  return MessageRun{static_cast<std::uint64_t>(*first), static_cast<std::uint64_t>(*last)};
}

std::optional<ChosenPart> parse_part(const Json& json) {
  const auto reading = crypto::exactly<16>(crypto::from_hex(vault::text_member(json, "reading").value_or("")));
  const auto runs = json.find("runs");
  if (!reading || runs == json.end() || !runs->is_array() || runs->empty()) return std::nullopt;
  ChosenPart part{*reading, {}};
  for (const Json& one : *runs) {
    const auto run = parse_run(one);
    if (!run) return std::nullopt;
    part.runs.push_back(*run);
  }
  return part;
}

}  // namespace

Json to_json(const ChosenParts& parts) {
  Json list = Json::array();
  for (const auto& [conversation, part] : parts) {
    Json runs = Json::array();
    for (const MessageRun& run : part.runs) runs.push_back({{"from", run.first}, {"to", run.last}});
    list.push_back({{"conversation", static_cast<std::int64_t>(conversation)},
                    {"reading", crypto::to_hex(part.reading)},
                    {"runs", std::move(runs)}});
  }
  return list;
}

ChosenParts parse_chosen_parts(const Json& json) {
  ChosenParts parts;
  if (!json.is_array()) return parts;
  for (const Json& one : json) {
    const auto conversation = vault::number_member<vault::ItemNumber>(one, "conversation");
    const auto part = one.is_object() ? parse_part(one) : std::nullopt;
    if (conversation && part) parts.emplace(*conversation, *part);
  }
  return parts;
}

}  // namespace daybook::ui
