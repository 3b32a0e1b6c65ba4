#include "vault/record/taken_over.h"

#include "vault/store/schema.h"

namespace daybook::vault {
namespace {

constexpr const char* kCaseSetting = "case";
constexpr const char* kPeopleSetting = "people";

// The members of the old setting `case`, and the fact that each becomes. The old `decision` asked when she was told and
// what, so it is `decision_told` now and not `decision`.
struct OldField {
  const char* member;
  const char* fact;
};
constexpr OldField kOldFields[] = {{"reference", fact::kReference},      {"force", fact::kForce},
                                   {"officer", fact::kOfficer},          {"contact", fact::kContact},
                                   {"reported", fact::kReported},        {"statement", fact::kStatement},
                                   {"next_contact", fact::kNextContact}, {"decision", fact::kDecisionTold}};

Result<Json> old_setting(Database& database, const char* name) {
  TRY_ASSIGN(const auto text, get_setting(database, name));
  if (!text) return Json(nullptr);
  auto json = parse_json(*text);
  return json ? std::move(*json) : Json(nullptr);
}

}  // namespace

Result<std::optional<std::vector<FactVersion>>> old_facts(Database& database) {
  TRY_ASSIGN(const Json setting, old_setting(database, kCaseSetting));
  if (!setting.is_object()) return std::optional<std::vector<FactVersion>>();
  std::vector<FactVersion> facts;
  for (const OldField& field : kOldFields) {
    const std::string value = text_member(setting, field.member).value_or("");
    if (!value.empty()) facts.push_back({kFirstCase, field.fact, 1, std::nullopt, value, true});
  }
  return std::optional(std::move(facts));
}

Result<std::optional<std::vector<PersonVersion>>> old_people(Database& database) {
  TRY_ASSIGN(const Json setting, old_setting(database, kPeopleSetting));
  if (!setting.is_array()) return std::optional<std::vector<PersonVersion>>();
  std::vector<PersonVersion> people;
  for (const Json& one : setting) {
    const Description said{text_member(one, "name").value_or(""), text_member(one, "also").value_or(""),
                           text_member(one, "relation").value_or("")};
    if (said.name.empty()) continue;
    people.push_back({static_cast<PersonNumber>(people.size() + 1), 1, std::nullopt, said, true});
  }
  return std::optional(std::move(people));
}

Result<void> take_over_old_settings(Record& record) {
  if (record.vault().is_read_only()) return Error{ErrorCode::read_only, ""};
  Database& database = record.vault().database();
  TRY(complete_schema(database));
  TRY_ASSIGN(const auto facts, old_facts(database));
  TRY_ASSIGN(const auto people, old_people(database));
  if (!facts && !people) return {};
  TRY_ASSIGN(auto log, record.write());
  if (facts) {
    for (const FactVersion& said : *facts) TRY(append_fact(database, *log, said));
    TRY(remove_setting(database, kCaseSetting));
  }
  if (people) {
    for (const PersonVersion& said : *people) TRY(append_person(database, *log, said));
    TRY(remove_setting(database, kPeopleSetting));
  }
  return log->commit();
}

}  // namespace daybook::vault
