#pragma once

#include "vault/record/fact_rows.h"
#include "vault/record/record.h"

namespace daybook::vault {

// What the keeper says of her case. Each fact has versions, and each version has a log entry and an opening of its own,
// so that one fact can be shown without the others. No fact goes into a copy.

/// The names of all facts, in the order in which the terminal shows them.
const std::vector<const char*>& all_facts();
bool is_fact(std::string_view name);
/// The values that a fact may have where there is a choice; empty where the keeper says it in her own words.
const std::vector<const char*>& choices_of(std::string_view name);

/// Whether the value of a fact says when something was, so that a time can be read from it (vault/record/said_when.h).
bool is_past_time(std::string_view name);

/// Longest value of one fact.
constexpr std::size_t kMostFactBytes = 16 * 1024;

/// Values of facts by name.
using Facts = std::map<std::string, std::string>;

/// Every version of every fact of every case, oldest first.
Result<std::vector<FactVersion>> fact_versions(Record& record);
/// The newest value of each fact of one case. A fact whose newest value is empty was taken back and is left out.
Facts current_facts(const std::vector<FactVersion>& versions, CaseNumber of = kFirstCase);
/// Says or changes facts, in one transaction. A value that stands already makes no entry. An empty value takes a fact
/// back, and its older versions stay. `usage` for a name or choice that is not on the list, `too_large` over
/// kMostFactBytes, `malformed` for what is not UTF-8, `not_found` for a letter that is no item or was removed.
Result<void> say_facts(Record& record, const Facts& facts, CaseNumber of = kFirstCase);

/// A version of a fact from another continuation of this record. `brought` is what brought_from() made of its old
/// entry; null when nothing is known of that.
struct CarriedFact {
  FactVersion said;
  Json brought;
};
/// Adds versions of facts in one transaction. They get new version numbers and new entries; the value of `letter` must
/// already be the item's number in this record.
Result<void> carry_facts(Record& record, const std::vector<CarriedFact>& facts);

}  // namespace daybook::vault
