#include "vault/record/said_days.h"

#include "vault/record/said_when.h"

namespace daybook::vault {

std::optional<DayRange> days_said(std::string_view words) {
  const WhenRead read = read_when(words, std::nullopt);
  if (read.time() == nullptr) return std::nullopt;
  return DayRange{read.time()->first, read.time()->last};
}

}  // namespace daybook::vault
