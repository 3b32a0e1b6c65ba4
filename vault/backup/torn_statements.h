#pragma once

#include "vault/backup/torn_database.h"
#include "vault/record/fact_rows.h"
#include "vault/record/person_rows.h"

namespace daybook::vault {

/// What was said in a database that may be torn, oldest first, and how much of it is known to be missing. Where
/// something is missing, what stands last in a list need not be what was said last.
template <class Version>
struct TornStatements {
  std::vector<Version> said;
  std::size_t unread = 0;  // entries of this kind whose words nothing gives back
  bool is_whole = true;    // else more may be missing than is counted
};

/// Row by row where the tables cannot be read through: a row that is torn is taken from the opening of its entry, which
/// says the same, and one that is torn in both places stops none of those after it. What an old setting says comes
/// first.
TornStatements<FactVersion> read_facts(TornDatabase& rows);
TornStatements<PersonVersion> read_people(TornDatabase& rows);

}  // namespace daybook::vault
