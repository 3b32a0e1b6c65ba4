#include "vault/record/note_place.h"

#include "crypto/encoding.h"

namespace daybook::vault {

Json to_json(const NotePlace& place, const std::optional<ItemNumber>& about) {
  if (const auto* time = std::get_if<TimeNoted>(&place))
    return Json{{"from", to_text(time->from)}, {"to", to_text(time->to)}};
  const auto& messages = std::get<MessagesNoted>(place);
  Json json{{"id", crypto::to_hex(messages.reading)}, {"from", messages.first}, {"to", messages.last}};
  if (about) json["conversation"] = item_text(*about);
  return json;
}

std::optional<NotePlace> parse_note_place(const Json& json) {
  if (!json.contains("id")) {
    const auto from = parse_local_time(text_member(json, "from").value_or(""));
    const auto to = parse_local_time(text_member(json, "to").value_or(""));
    return from && to ? std::optional<NotePlace>(TimeNoted{*from, *to}) : std::nullopt;
  }
  const auto reading = crypto::exactly<16>(crypto::from_hex(text_member(json, "id").value_or("")));
  const auto first = integer_member(json, "from"), last = integer_member(json, "to");
  if (!reading || !first || !last || *first < 1 || *last < *first) return std::nullopt;
  return MessagesNoted{*reading, static_cast<std::uint64_t>(*first), static_cast<std::uint64_t>(*last)};
}

}  // namespace daybook::vault
