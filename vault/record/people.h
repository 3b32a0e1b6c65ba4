#pragma once

#include "vault/record/person_rows.h"
#include "vault/record/record.h"

namespace daybook::vault {

// Whom the keeper describes: other names, numbers, who they are to her. A person has a number of its own; each time she
// describes somebody anew is a version with an entry in the log, and all versions stay. None of it goes into a copy.

/// Largest of each of these.
constexpr std::size_t kMostDescriptionBytes = 16 * 1024;

/// A row in a list of people.
struct ListedPerson {
  std::optional<PersonNumber> number;  // none: only named in items
  Description said;
  std::size_t items = 0;  // that name them, under any of their names: each once
};

/// The single names and numbers in `also`.
std::vector<std::string> names_in(std::string_view also);

/// Every version of everybody, oldest first.
Result<std::vector<PersonVersion>> person_versions(Record& record);
/// How each is described now, by number; without those who were taken back.
std::map<PersonNumber, Description> current_people(const std::vector<PersonVersion>& versions);
/// Those whom she described, each with the items that any of their names stands in; then those who are only named in
/// items. By name.
Result<std::vector<ListedPerson>> everybody(Record& record);
/// This name, and the other names and numbers of whom she described under it.
Result<std::vector<std::string>> all_names_of(Record& record, const std::string& name);

/// A new version of the person with this name, or a new person. The same again makes no entry. `usage` without a name.
Result<PersonNumber> describe_person(Record& record, const Description& said);
/// A new version of this person, who may get another name. `already_exists` when somebody else has it: two of one name
/// could not be told apart.
Result<void> describe_person(Record& record, PersonNumber person, const Description& said);

/// A version that another continuation of this record holds. `brought` as for a CarriedFact.
struct CarriedPerson {
  PersonVersion said;
  Json brought;
};
/// All versions of one person, oldest first, as a new person. One transaction.
Result<PersonNumber> carry_person(Record& record, const std::vector<CarriedPerson>& versions);

}  // namespace daybook::vault
