#pragma once

#include "vault/backup/restore.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"

namespace daybook::vault {

/// What a record says of its case and of people: every version, oldest first, with where it comes from.
struct Statements {
  std::vector<CarriedFact> facts;
  std::map<PersonNumber, std::vector<CarriedPerson>> people;
};

/// Where an item that came along stands now, by its number where it came from.
using NewNumbers = std::map<ItemNumber, ItemNumber>;

Result<Statements> read_statements(Record& from);
/// A letter is named by its number here; versions that name an item that did not come along are left out.
void name_letters(std::vector<CarriedFact>& facts, const NewNumbers& numbers);

/// Adds facts that were never said here and people who are not described here. Where both say something and it differs,
/// nothing is changed and the report says so; what stood here once is no difference, for this record has gone on.
Result<void> add_missing_statements(Record& into, Statements from, const NewNumbers& numbers, MergeReport& report);

}  // namespace daybook::vault
