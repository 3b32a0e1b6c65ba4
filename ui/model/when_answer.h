#pragma once

#include "vault/record/item.h"
#include "vault/record/said_when.h"

namespace daybook::ui {

/// The answer to "when" as the field shows it: the keeper's own words, without the day that was read from them.
std::string typed_when(const std::string& kept);
/// The answer in the field as the record would keep it. Words that she leaves as they were keep the day that they had
/// then: "yesterday" stays the same day when the question is opened again a week later.
std::string when_in_field(const vault::Item& item, const std::string& typed);

}  // namespace daybook::ui
