#pragma once

#include <variant>

#include "vault/log/canonical_json.h"
#include "vault/log/entry.h"
#include "vault/log/message_leaf.h"
#include "vault/record/message.h"

namespace daybook::vault {

/// Messages of one reading of a conversation, beside which a note stands.
struct MessagesNoted {
  ReadingId reading{};
  std::uint64_t first = 0, last = 0;  // their numbers, the last one too

  bool operator==(const MessagesNoted&) const = default;
};
/// A stretch of time beside which a note stands, as a clock on the wall showed it.
struct TimeNoted {
  LocalTime from, to;

  bool operator==(const TimeNoted&) const = default;
};
using NotePlace = std::variant<MessagesNoted, TimeNoted>;

/// The member `on` of a note's opening. `about` is the conversation; a place among messages has one.
Json to_json(const NotePlace& place, const std::optional<ItemNumber>& about);
/// The place that such a member says. Nothing for anything else.
std::optional<NotePlace> parse_note_place(const Json& json);

}  // namespace daybook::vault
