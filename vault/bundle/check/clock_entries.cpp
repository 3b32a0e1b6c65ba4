#include "vault/bundle/check/clock_entries.h"

namespace daybook::vault {

Result<bool> check_clock_entries(const Listed& listed, const Head& head, const std::vector<EntryNumber>& numbers,
                                 FindingLog& log) {
  bool holds = true, is_newer = false;
  for (const EntryNumber number : numbers) {
    TRY_ASSIGN(const auto found, ProvenEntry::establish(listed, head, number, log));
    if (log.is_stopped()) return false;
    const auto* entry = std::get_if<ProvenEntry>(&found);
    if (entry != nullptr) is_newer |= entry->is_newer();
    if (entry != nullptr && (entry->is_of_unknown_kind() || entry->type() == entry_type::kClock)) continue;
    log.add(Finding::clock_entry_wrong, std::to_string(leaf_index(number)));
    holds = false;
  }
  if (is_newer) log.add(Finding::item_list_newer, "clock");
  if (holds && !is_newer && !numbers.empty()) log.add(Finding::clock_entries_match, std::to_string(numbers.size()));
  return holds;
}

}  // namespace daybook::vault
