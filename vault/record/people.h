#pragma once

#include "vault/record/person_rows.h"
#include "vault/record/record.h"

namespace daybook::vault {

// The people whom the keeper describes: other names, numbers, who they are to her. A person has a number. Each time she
// describes somebody anew, that is a version with a log entry of its own, and all versions stay. A description goes
// into a copy only where she says so.

/// Longest name, `also` or `relation` of a description.
constexpr std::size_t kMostDescriptionBytes = 16 * 1024;

/// A row in a list of people.
struct ListedPerson {
  std::optional<PersonNumber> number;  // none: only named in items, not described
  Description said;
  std::size_t items = 0;  // how many items have any of the person's names
};

/// The names and numbers in Description::also, which are parted by commas or lines, without blanks around them.
std::vector<std::string> names_in(std::string_view also);

/// Every version of every person, oldest first.
Result<std::vector<PersonVersion>> person_versions(Record& record);
/// The newest description of each person, without the people who were taken back.
std::map<PersonNumber, Description> current_people(const std::vector<PersonVersion>& versions);
/// The people whom she described and those who are only named in items, in one list that is sorted by name.
Result<std::vector<ListedPerson>> everybody(Record& record);
/// This name, and the other names and numbers of the person whom she described under it.
Result<std::vector<std::string>> all_names_of(Record& record, const std::string& name);

/// Adds a version to the person with this name, or a new person, and returns the person's number. The description that
/// stands already makes no entry. `usage` without a name, `too_large` over kMostDescriptionBytes, `malformed` for what
/// is not UTF-8.
Result<PersonNumber> describe_person(Record& record, const Description& said);
/// Adds a version to this person, who may get another name. An empty description takes the person back.
/// `already_exists` when somebody else has the name, because two people of one name could not be told apart;
/// `not_found` when there is no such person; the other errors are those of the function without a number.
Result<void> describe_person(Record& record, PersonNumber person, const Description& said);

/// A version of a person from another continuation of this record. `brought` is what brought_from() made of its old
/// entry; null when nothing is known of that.
struct CarriedPerson {
  PersonVersion said;
  Json brought;
};
/// Adds all versions of one person, oldest first and at least one, as a new person, in one transaction. Returns the
/// person's number here.
Result<PersonNumber> carry_person(Record& record, const std::vector<CarriedPerson>& versions);

}  // namespace daybook::vault
