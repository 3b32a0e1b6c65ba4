#pragma once

#include "vault/log/custody_log.h"

namespace daybook::vault {

// The table `people` and its entries in the log. The rules of how people are described stand in people.h. Salvage
// brings these rows back without the rules: what was said once is not judged again.

/// The number of a person within a record, from 1.
enum class PersonNumber : std::int64_t {};
/// The number as messages have it, in decimal digits.
std::string person_text(PersonNumber person);

/// What the keeper says of a person.
struct Description {
  std::string name;      // empty: the person was taken back
  std::string also;      // other names and numbers, parted by commas or lines
  std::string relation;  // who they are to her, in her words
  bool operator==(const Description&) const = default;
};

/// One description that a person has, or once had.
struct PersonVersion {
  PersonNumber person{};
  int version = 0;
  std::optional<EntryNumber> sequence;  // its log entry; none where an old setting could not be taken over yet
  Description said;
  bool is_taken_over = false;  // typed before people had log entries, on a day that is not known
};

/// Appends the rows to `people`, oldest first. The rows that were read before an error stay there: a damaged database
/// still gives what it can.
Result<void> load_people(Database& database, std::vector<PersonVersion>& people);
/// The row that belongs to one log entry, if there is one.
Result<std::optional<PersonVersion>> load_person(Database& database, EntryNumber sequence);
/// Reads the opening of the log entry `sequence`: all that its row says, but with 0 for the number of the version.
/// Nothing where the opening is not that of a person.
std::optional<PersonVersion> person_in_opening(std::string_view line, EntryNumber sequence);
/// Appends a log entry, its opening and its row. `said.version` and `said.sequence` are not looked at: the next version
/// number and the new entry's number take their place. `brought`, when not null, becomes a member of the entry.
Result<void> append_person(Database& database, LogWriter& log, PersonVersion said, const Json& brought = nullptr);
/// The members that the opening of a person has besides `v` and `salt` (vault/format.md).
Json person_opening_members(const PersonVersion& said);

}  // namespace daybook::vault
