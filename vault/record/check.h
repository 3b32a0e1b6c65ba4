#pragma once

#include "vault/log/entry.h"

namespace daybook::vault {

/// One thing that a check of the record found wrong. A record without findings is whole.
struct CheckFinding {
  std::string what;  // plain English, naming entry or item
  std::optional<ItemNumber> item;
};

/// What Record::check() looked at, as counts, and what it found.
struct CheckReport {
  std::uint64_t entries = 0;
  std::uint64_t items = 0;
  std::uint64_t contents = 0;
  std::uint64_t bytes = 0;
  std::vector<CheckFinding> findings;
  std::vector<std::string> unknown_objects;  // what lies among the objects and no content has: reported, never deleted
};

}  // namespace daybook::vault
