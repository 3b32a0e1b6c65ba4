#include "vault/record/people.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "vault/record/search_query.h"
#include "vault/record/taken_over.h"

namespace daybook::vault {
namespace {

Result<void> check_description(const Description& said) {
  for (const std::string* text : {&said.name, &said.also, &said.relation}) {
    if (text->size() > kMostDescriptionBytes) return Error{ErrorCode::too_large, "description of a person"};
    if (!crypto::is_utf8(*text)) return Error{ErrorCode::malformed, "description of a person"};
  }
  if (said.name.empty() && said != Description()) return Error{ErrorCode::usage, "a person needs a name"};
  return {};
}

std::optional<PersonNumber> find_name(const std::map<PersonNumber, Description>& people, const std::string& name) {
  for (const auto& [number, said] : people) {
    if (said.name == name) return number;
  }
  return std::nullopt;
}

Result<PersonNumber> new_number(Database& database) {
  TRY_ASSIGN(Statement highest, database.prepare("SELECT coalesce(max(person), 0) + 1 FROM people"));
  TRY(highest.step());
  return highest.number<PersonNumber>(0);
}

std::vector<std::string> all_names(const Description& said) {
  std::vector<std::string> names{said.name};
  for (std::string& other : names_in(said.also)) names.push_back(std::move(other));
  return names;
}

Result<void> keep_version(Record& record, PersonNumber person, const Description& said) {
  TRY_ASSIGN(auto log, record.write());
  TRY(append_person(record.vault().database(), *log, {person, 0, std::nullopt, said, false}));
  return log->commit();
}

}  // namespace

std::vector<std::string> names_in(std::string_view also) {
  std::vector<std::string> names;
  while (!also.empty()) {
    const std::size_t end = std::min(also.find_first_of(",\n"), also.size());
    std::string_view name = also.substr(0, end);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (!name.empty()) names.emplace_back(name);
    also.remove_prefix(std::min(end + 1, also.size()));
  }
  return names;
}

Result<std::vector<PersonVersion>> person_versions(Record& record) {
  Database& database = record.vault().database();
  TRY_ASSIGN(auto old, old_people(database));
  if (old) return std::move(*old);
  std::vector<PersonVersion> people;
  TRY(load_people(database, people));
  return people;
}

std::map<PersonNumber, Description> current_people(const std::vector<PersonVersion>& versions) {
  std::map<PersonNumber, Description> current;
  // `versions` is oldest first, so the newest description stays.
  for (const PersonVersion& version : versions) current[version.person] = version.said;
  std::erase_if(current, [](const auto& one) { return one.second.name.empty(); });
  return current;
}

// The items of a name that two people share count for both: only the keeper can say who of them is meant.
Result<std::vector<ListedPerson>> everybody(Record& record) {
  TRY_ASSIGN(const auto versions, person_versions(record));
  TRY_ASSIGN(const auto named, record.people());
  std::map<std::string, const NamedPerson*> by_name;  // by fold_for_search() of the name
  for (const NamedPerson& one : named) by_name[fold_for_search(one.name)] = &one;
  std::set<std::string> described;
  std::vector<ListedPerson> people;
  for (const auto& [number, said] : current_people(versions)) {
    std::set<ItemNumber> items;
    for (const std::string& name : all_names(said)) {
      const std::string folded = fold_for_search(name);
      described.insert(folded);
      if (const auto one = by_name.find(folded); one != by_name.end())
        items.insert(one->second->items.begin(), one->second->items.end());
    }
    people.push_back({number, said, items.size()});
  }
  for (const auto& [folded, one] : by_name) {
    if (!described.contains(folded)) people.push_back({std::nullopt, {one->name, "", ""}, one->items.size()});
  }
  std::sort(people.begin(), people.end(),
            [](const ListedPerson& a, const ListedPerson& b) { return a.said.name < b.said.name; });
  return people;
}

Result<std::vector<std::string>> all_names_of(Record& record, const std::string& name) {
  std::vector<std::string> names{name};
  TRY_ASSIGN(const auto versions, person_versions(record));
  for (const auto& [number, said] : current_people(versions)) {
    if (said.name == name) names = all_names(said);
  }
  return names;
}

Result<PersonNumber> describe_person(Record& record, const Description& said) {
  TRY(check_description(said));
  if (said.name.empty()) return Error{ErrorCode::usage, "a person needs a name"};
  TRY(take_over_old_settings(record));
  TRY_ASSIGN(const auto versions, person_versions(record));
  const auto people = current_people(versions);
  const auto known = find_name(people, said.name);
  if (known && people.at(*known) == said) return *known;
  PersonNumber person = known.value_or(PersonNumber{});
  if (!known) {
    TRY_ASSIGN(person, new_number(record.vault().database()));
  }
  TRY(keep_version(record, person, said));
  return person;
}

Result<void> describe_person(Record& record, PersonNumber person, const Description& said) {
  TRY(check_description(said));
  TRY(take_over_old_settings(record));
  TRY_ASSIGN(const auto versions, person_versions(record));
  const auto people = current_people(versions);
  const auto present = people.find(person);
  if (present == people.end()) return Error{ErrorCode::not_found, "person " + person_text(person)};
  if (present->second == said) return {};
  const auto of_that_name = said.name.empty() ? std::nullopt : find_name(people, said.name);
  if (of_that_name && *of_that_name != person) return Error{ErrorCode::already_exists, "a person of this name"};
  return keep_version(record, person, said);
}

Result<PersonNumber> carry_person(Record& record, const std::vector<CarriedPerson>& versions) {
  DAYBOOK_ASSERT(!versions.empty());
  TRY(take_over_old_settings(record));
  Database& database = record.vault().database();
  TRY_ASSIGN(auto log, record.write());
  TRY_ASSIGN(const PersonNumber person, new_number(database));
  for (const CarriedPerson& version : versions) {
    PersonVersion said = version.said;
    said.person = person;
    TRY(append_person(database, *log, std::move(said), version.brought));
  }
  TRY(log->commit());
  return person;
}

}  // namespace daybook::vault
