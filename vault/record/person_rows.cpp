#include "vault/record/person_rows.h"

#include "vault/record/opened_entry.h"

namespace daybook::vault {

Json person_opening_members(const PersonVersion& said) {
  Json opening{{"person", said.person},
               {"version", said.version},
               {"name", said.said.name},
               {"also", said.said.also},
               {"relation", said.said.relation}};
  if (said.is_taken_over) opening["taken_over"] = true;
  return opening;
}

Result<void> load_people(Database& database, std::vector<PersonVersion>& people) {
  TRY_ASSIGN(Statement rows, database.prepare("SELECT person, version, sequence, name, also, relation, taken_over FROM "
                                              "people ORDER BY sequence"));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return {};
    people.push_back({rows.integer(0),
                      static_cast<int>(rows.integer(1)),
                      static_cast<std::uint64_t>(rows.integer(2)),
                      {rows.text(3), rows.text(4), rows.text(5)},
                      rows.integer(6) != 0});
  }
}

Result<void> append_person(Database& database, LogWriter& log, PersonVersion said, const Json& brought) {
  TRY_ASSIGN(Statement newest, database.prepare("SELECT coalesce(max(version), 0) FROM people WHERE person = ?"));
  newest.bind(said.person);
  TRY(newest.step());
  said.version = static_cast<int>(newest.integer(0)) + 1;
  newest.reset();
  EntryDraft draft{entry_type::kPerson, {}, std::nullopt, Json::object()};
  if (!brought.is_null()) draft.more["brought"] = brought;
  TRY_ASSIGN(const std::uint64_t sequence,
             append_opened(database, log, std::move(draft), person_opening_members(said)));
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO people (person, version, sequence, name, also, relation, "
                                                "taken_over) VALUES (?, ?, ?, ?, ?, ?, ?)"));
  insert.bind(said.person).bind(said.version).bind(static_cast<std::int64_t>(sequence));
  insert.bind(said.said.name).bind(said.said.also).bind(said.said.relation);
  return insert.bind(said.is_taken_over ? 1 : 0).run();
}

}  // namespace daybook::vault
