#pragma once

#include "vault/backup/restore.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"

namespace daybook::vault {

/// What a record says of its cases and of people: every version, oldest first, and for each what brought_from() makes
/// of its entry.
struct Statements {
  std::vector<CarriedFact> facts;
  std::map<PersonNumber, std::vector<CarriedPerson>> people;
};

/// The numbers of items in the record that they came to, by their numbers in the record that they came from.
using NewNumbers = std::map<ItemNumber, ItemNumber>;

/// Reads all statements of a record.
Result<Statements> read_statements(Record& from);
/// Gives the facts `letter` their items' new numbers. A version whose item did not come along is dropped.
void name_letters(std::vector<CarriedFact>& facts, const NewNumbers& numbers);

/// Adds to `into` facts that were never said there and people who are not described there. Where both records say
/// something and it differs, nothing is changed and `report` names it. What `into` once said and has changed since is
/// no difference: that record has only gone on.
Result<void> add_missing_statements(Record& into, Statements from, const NewNumbers& numbers, MergeReport& report);

}  // namespace daybook::vault
