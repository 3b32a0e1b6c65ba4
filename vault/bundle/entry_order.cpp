#include "vault/bundle/entry_order.h"

#include <algorithm>
#include <limits>

namespace daybook::vault {

void mark_out_of_order(std::vector<CopyItem>& items, const std::vector<Entry>& clock) {
  std::map<EntryNumber, std::int64_t> times;
  for (const CopyItem& copy : items) {
    for (const Entry& entry : copy.history) times[entry.sequence] = entry.utc_seconds;
  }
  for (const Entry& entry : clock) {
    const auto behind = entry.json.find("earlier");
    const bool is_behind = behind != entry.json.end() && behind->is_number_integer();
    times[entry.sequence] = entry.utc_seconds + (is_behind ? behind->get<std::int64_t>() : 0);
  }
  std::set<EntryNumber> out_of_order;
  std::int64_t latest = std::numeric_limits<std::int64_t>::min();
  for (const auto& [sequence, time] : times) {
    if (time < latest) out_of_order.insert(sequence);
    latest = std::max(latest, time);
  }
  for (CopyItem& copy : items) {
    for (CopyVersion& version : copy.versions)
      version.is_out_of_order = out_of_order.contains(version.version.sequence);
  }
}

}  // namespace daybook::vault
