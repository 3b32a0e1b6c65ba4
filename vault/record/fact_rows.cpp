#include "vault/record/fact_rows.h"

#include "vault/record/opened_entry.h"

namespace daybook::vault {

Json fact_opening_members(const FactVersion& said) {
  Json opening{{"case", said.of}, {"fact", said.fact}, {"version", said.version}, {"value", said.value}};
  if (said.is_taken_over) opening["taken_over"] = true;
  return opening;
}

namespace {

constexpr const char* kColumns = "SELECT case_number, fact, version, sequence, value, taken_over FROM facts ";

FactVersion fact_of(const Statement& row) {
  return {row.number<CaseNumber>(0),  row.text(1), static_cast<int>(row.integer(2)),
          row.number<EntryNumber>(3), row.text(4), row.integer(5) != 0};
}

}  // namespace

Result<void> load_facts(Database& database, std::vector<FactVersion>& facts) {
  TRY_ASSIGN(Statement rows, database.prepare(std::string(kColumns) + "ORDER BY sequence"));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return {};
    facts.push_back(fact_of(rows));
  }
}

Result<std::optional<FactVersion>> load_fact(Database& database, EntryNumber sequence) {
  TRY_ASSIGN(Statement row, database.prepare(std::string(kColumns) + "WHERE sequence = ?"));
  row.bind(sequence);
  TRY_ASSIGN(const bool found, row.step());
  return found ? std::optional(fact_of(row)) : std::nullopt;
}

std::optional<FactVersion> fact_in_opening(std::string_view line, EntryNumber sequence) {
  const auto opening = parse_json(line);
  if (!opening || !opening->is_object()) return std::nullopt;
  const auto of = number_member<CaseNumber>(*opening, "case");
  const auto name = text_member(*opening, "fact"), value = text_member(*opening, "value");
  if (!of || !name || !value) return std::nullopt;
  return FactVersion{*of, *name, 0, sequence, *value, opening->contains("taken_over")};
}

Result<void> append_fact(Database& database, LogWriter& log, FactVersion said, const Json& brought) {
  TRY_ASSIGN(Statement newest,
             database.prepare("SELECT coalesce(max(version), 0) FROM facts WHERE case_number = ? AND fact = ?"));
  newest.bind(said.of).bind(said.fact);
  TRY(newest.step());
  said.version = static_cast<int>(newest.integer(0)) + 1;
  newest.reset();
  EntryDraft draft{entry_type::kCase, {}, std::nullopt, Json::object()};
  if (!brought.is_null()) draft.more["brought"] = brought;
  TRY_ASSIGN(const EntryNumber sequence, append_opened(database, log, std::move(draft), fact_opening_members(said)));
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO facts (case_number, fact, version, sequence, value, "
                                                "taken_over) VALUES (?, ?, ?, ?, ?, ?)"));
  return insert.bind(said.of)
      .bind(said.fact)
      .bind(said.version)
      .bind(sequence)
      .bind(said.value)
      .bind(said.is_taken_over ? 1 : 0)
      .run();
}

}  // namespace daybook::vault
