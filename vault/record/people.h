#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

// Whom the keeper describes: other names, numbers, who they are to her. A person has a number of its own; each time she
// describes somebody anew is a version with an entry in the log, and all versions stay. None of it goes into a copy.

using PersonNumber = std::int64_t;

struct Description {
  std::string name;      // empty: the person is taken back
  std::string also;      // other names and numbers, parted by commas or lines
  std::string relation;  // who they are to her, in her words
  bool operator==(const Description&) const = default;
};

/// Largest of each of these.
constexpr std::size_t kMostDescriptionBytes = 16 * 1024;

struct PersonVersion {
  PersonNumber person = 0;
  int version = 0;
  std::optional<std::uint64_t> sequence;  // its entry; none where an old setting could not be taken over yet
  Description said;
  bool is_taken_over = false;  // typed before people had entries: on which day is not known
};

/// A row in a list of people.
struct ListedPerson {
  std::optional<PersonNumber> number;  // none: only named in items
  Description said;
  std::size_t items = 0;  // that name them, under any of their names
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

/// The rows of a database that may not be a whole record any more, oldest first: what came before an error stays.
Result<void> load_people(Database& database, std::vector<PersonVersion>& people);
/// Appends the next version of `said.person`, whose number and entry are found here.
Result<void> append_person(Database& database, LogWriter& log, PersonVersion said, const Json& brought = nullptr);
/// The members of an opening that a version must agree with.
Json person_opening_members(const PersonVersion& said);

}  // namespace daybook::vault
