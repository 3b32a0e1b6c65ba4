#include "vault/record/person_rows.h"

#include "vault/record/opened_entry.h"

namespace daybook::vault {

std::string person_text(PersonNumber person) { return std::to_string(static_cast<std::int64_t>(person)); }

Json person_opening_members(const PersonVersion& said) {
  Json opening{{"person", said.person},
               {"version", said.version},
               {"name", said.said.name},
               {"also", said.said.also},
               {"relation", said.said.relation}};
  if (said.is_taken_over) opening["taken_over"] = true;
  return opening;
}

namespace {

constexpr const char* kColumns = "SELECT person, version, sequence, name, also, relation, taken_over FROM people ";

PersonVersion person_of(const Statement& row) {
  return {row.number<PersonNumber>(0),
          static_cast<int>(row.integer(1)),
          row.number<EntryNumber>(2),
          {row.text(3), row.text(4), row.text(5)},
          row.integer(6) != 0};
}

}  // namespace

Result<void> load_people(Database& database, std::vector<PersonVersion>& people) {
  TRY_ASSIGN(Statement rows, database.prepare(std::string(kColumns) + "ORDER BY sequence"));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return {};
    people.push_back(person_of(rows));
  }
}

Result<std::optional<PersonVersion>> load_person(Database& database, EntryNumber sequence) {
  TRY_ASSIGN(Statement row, database.prepare(std::string(kColumns) + "WHERE sequence = ?"));
  row.bind(sequence);
  TRY_ASSIGN(const bool found, row.step());
  return found ? std::optional(person_of(row)) : std::nullopt;
}

std::optional<PersonVersion> person_in_opening(std::string_view line, EntryNumber sequence) {
  const auto opening = parse_json(line);
  if (!opening || !opening->is_object()) return std::nullopt;
  const auto person = number_member<PersonNumber>(*opening, "person");
  const auto name = text_member(*opening, "name"), also = text_member(*opening, "also"),
             relation = text_member(*opening, "relation");
  if (!person || !name || !also || !relation) return std::nullopt;
  return PersonVersion{*person, 0, sequence, {*name, *also, *relation}, opening->contains("taken_over")};
}

Result<void> append_person(Database& database, LogWriter& log, PersonVersion said, const Json& brought) {
  TRY_ASSIGN(Statement newest, database.prepare("SELECT coalesce(max(version), 0) FROM people WHERE person = ?"));
  newest.bind(said.person);
  TRY(newest.step());
  said.version = static_cast<int>(newest.integer(0)) + 1;
  newest.reset();
  EntryDraft draft{entry_type::kPerson, {}, std::nullopt, Json::object()};
  if (!brought.is_null()) draft.more["brought"] = brought;
  TRY_ASSIGN(const EntryNumber sequence, append_opened(database, log, std::move(draft), person_opening_members(said)));
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO people (person, version, sequence, name, also, relation, "
                                                "taken_over) VALUES (?, ?, ?, ?, ?, ?, ?)"));
  insert.bind(said.person).bind(said.version).bind(sequence);
  insert.bind(said.said.name).bind(said.said.also).bind(said.said.relation);
  return insert.bind(said.is_taken_over ? 1 : 0).run();
}

}  // namespace daybook::vault
