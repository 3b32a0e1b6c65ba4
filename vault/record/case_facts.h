#pragma once

#include "vault/record/fact_rows.h"
#include "vault/record/record.h"

namespace daybook::vault {

// What the keeper says of her case: each fact is a versioned answer with an entry of its own in the log, so that it can
// be shown alone. A form would be all or nothing. None of it goes into a copy.

/// The names, in the order in which they are shown.
const std::vector<const char*>& all_facts();
bool is_fact(std::string_view name);
/// What may be said where there is a choice; empty where the words are her own.
const std::vector<const char*>& choices_of(std::string_view name);

constexpr std::size_t kMostFactBytes = 16 * 1024;

using Facts = std::map<std::string, std::string>;

/// Every version of every fact of every case, oldest first.
Result<std::vector<FactVersion>> fact_versions(Record& record);
/// What stands now. An empty value has taken a fact back.
Facts current_facts(const std::vector<FactVersion>& versions, CaseNumber of = kFirstCase);
/// Says or changes facts, in one transaction. What is said already makes no entry; an empty value takes a fact back,
/// and the history keeps it. `usage` for a name or choice that is not on the list.
Result<void> say_facts(Record& record, const Facts& facts, CaseNumber of = kFirstCase);

/// A version that another continuation of this record holds. `brought` is what its entry says of where it comes from:
/// see brought_from(); null when nothing is known.
struct CarriedFact {
  FactVersion said;
  Json brought;
};
/// One transaction. Numbers of versions and entries are new; a letter must be named by its number here.
Result<void> carry_facts(Record& record, const std::vector<CarriedFact>& facts);

}  // namespace daybook::vault
