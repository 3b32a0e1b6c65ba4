#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// What a check of conversations found beside findings.
struct ConversationsChecked {
  std::uint64_t readings = 0;  // of which every message was computed again from its export, as the log has it
  // Conversations with a reading whose export was removed: its messages cannot be held against anything.
  std::vector<ItemNumber> without_export;
};

/// Computes the messages of every reading again from its lines and its exports, and holds them against the log and
/// against what is derived from them. What differs becomes a finding of `report`. Behind Record::check(), which looks
/// at the contents themselves. `progress` counts bytes of readings; `cancelled` when it says so.
Result<ConversationsChecked> check_conversations(Record& record, CheckReport& report, const Progress& progress = {});

}  // namespace daybook::vault
