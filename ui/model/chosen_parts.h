#pragma once

#include <map>

#include "vault/log/canonical_json.h"
#include "vault/log/entry.h"
#include "vault/log/message_leaf.h"
#include "vault/log/message_part.h"

namespace daybook::ui {

/// Messages of a conversation that go into a copy, while of its others only the number does.
struct ChosenPart {
  vault::ReadingId reading{};  // in which the messages have these numbers; another reading can number others so
  std::vector<vault::MessageRun> runs;

  bool operator==(const ChosenPart&) const = default;
};
using ChosenParts = std::map<vault::ItemNumber, ChosenPart>;

/// The parts as they are kept until the record is open again.
vault::Json to_json(const ChosenParts& parts);
/// What to_json() made, without those that are no parts.
ChosenParts parse_chosen_parts(const vault::Json& json);

}  // namespace daybook::ui
