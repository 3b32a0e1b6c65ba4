#pragma once

#include "vault/log/entry.h"

namespace daybook::vault {

/// One finding of a check. Nothing found is the good case.
struct CheckFinding {
  std::string what;  // plain English, naming entry or item
  std::optional<ItemNumber> item;
};

struct CheckReport {
  std::uint64_t entries = 0;
  std::uint64_t items = 0;
  std::uint64_t contents = 0;
  std::uint64_t bytes = 0;
  std::vector<CheckFinding> findings;
  std::vector<std::string> unknown_objects;  // not ours to judge: kept, and said
};

}  // namespace daybook::vault
