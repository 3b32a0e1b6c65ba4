#pragma once

#include "vault/backup/torn_database.h"
#include "vault/record/fact_rows.h"
#include "vault/record/person_rows.h"

namespace daybook::vault {

/// The versions of facts or people that a torn database still gives, oldest first, and how much is missing. Where
/// something is missing, the last version in the list may not be the newest one.
template <class Version>
struct TornStatements {
  std::vector<Version> said;
  std::size_t unread = 0;  // entries of this kind whose row and opening cannot be read
  bool is_whole = true;    // false: more may be missing than is counted
};

/// Reads what a torn database says of the case. Where the table cannot be read in one go, it is read row by row. A row
/// that is torn is taken from the opening of its entry, which says the same. One that is torn in both places does not
/// stop those after it. A record that still has its old settings (taken_over.h) has nothing else.
TornStatements<FactVersion> read_facts(TornDatabase& rows);
/// Reads what a torn database says of people, in the same way.
TornStatements<PersonVersion> read_people(TornDatabase& rows);

}  // namespace daybook::vault
