#pragma once

#include "vault/log/custody_log.h"

namespace daybook::vault {

// The table of people, and its entries in the log: without the rules of who can be described how (people.h).

enum class PersonNumber : std::int64_t {};
std::string person_text(PersonNumber person);

struct Description {
  std::string name;      // empty: the person is taken back
  std::string also;      // other names and numbers, parted by commas or lines
  std::string relation;  // who they are to her, in her words
  bool operator==(const Description&) const = default;
};

struct PersonVersion {
  PersonNumber person{};
  int version = 0;
  std::optional<EntryNumber> sequence;  // its entry; none where an old setting could not be taken over yet
  Description said;
  bool is_taken_over = false;  // typed before people had entries: on which day is not known
};

/// The rows of a database that may not be a whole record any more, oldest first: what came before an error stays.
Result<void> load_people(Database& database, std::vector<PersonVersion>& people);
/// The row of one entry; nothing when there is none.
Result<std::optional<PersonVersion>> load_person(Database& database, EntryNumber sequence);
/// What the opening of an entry says, which is what its row says too, but for the number of the version. Nothing for
/// another opening.
std::optional<PersonVersion> person_in_opening(std::string_view line, EntryNumber sequence);
/// Appends the next version of `said.person`, whose number and entry are found here.
Result<void> append_person(Database& database, LogWriter& log, PersonVersion said, const Json& brought = nullptr);
/// The members of an opening that a version must agree with.
Json person_opening_members(const PersonVersion& said);

}  // namespace daybook::vault
