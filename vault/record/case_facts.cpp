#include "vault/record/case_facts.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "vault/record/taken_over.h"

namespace daybook::vault {
namespace {

std::string joined(const std::vector<const char*>& words) {
  std::string text;
  for (const char* word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

Result<void> require_letter(Record& record, const std::string& value) {
  const auto item = parse_item(value);
  if (!item || item_text(*item) != value) return Error{ErrorCode::usage, "letter is the number of an item"};
  TRY_ASSIGN(const Item letter, record.item(*item));
  if (letter.removed) return Error{ErrorCode::not_found, "item " + value + " was removed"};
  return {};
}

Result<void> check_fact(Record& record, const std::string& name, const std::string& value) {
  if (!is_fact(name)) return Error{ErrorCode::usage, "unknown fact: " + name};
  if (value.size() > kMostFactBytes) return Error{ErrorCode::too_large, name};
  if (!crypto::is_utf8(value)) return Error{ErrorCode::malformed, name};
  if (value.empty()) return {};
  if (name == fact::kLetter) return require_letter(record, value);
  const auto& choices = choices_of(name);
  if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end())
    return Error{ErrorCode::usage, name + " is one of: " + joined(choices)};
  return {};
}

}  // namespace

const std::vector<const char*>& all_facts() {
  static const std::vector<const char*> all{
      fact::kReference,     fact::kForce,        fact::kOfficer, fact::kContact,      fact::kReported,
      fact::kStatement,     fact::kNextContact,  fact::kPlace,   fact::kDecidedBy,    fact::kDecision,
      fact::kDecisionDated, fact::kDecisionTold, fact::kLastDay, fact::kLetter,       fact::kReviewAsked,
      fact::kReviewHow,     fact::kReviewAnswer, fact::kPrefix,  fact::kConsentCount, fact::kConsentWords,
      fact::kConsentUntil};
  return all;
}

bool is_fact(std::string_view name) {
  return std::find(all_facts().begin(), all_facts().end(), name) != all_facts().end();
}

const std::vector<const char*>& choices_of(std::string_view name) {
  static const std::vector<const char*> own_words,
      place{"england-and-wales", "scotland", "northern-ireland", "elsewhere"}, decided_by{"cps", "police", "other"},
      decision{"no-charge", "stopped", "no-evidence", "may-stop", "not-sure"};
  if (name == fact::kPlace) return place;
  if (name == fact::kDecidedBy) return decided_by;
  if (name == fact::kDecision) return decision;
  return own_words;
}

bool is_past_time(std::string_view name) {
  return name == fact::kReported || name == fact::kStatement || name == fact::kDecisionDated ||
         name == fact::kDecisionTold || name == fact::kReviewAsked;
}

Result<std::vector<FactVersion>> fact_versions(Record& record) {
  Database& database = record.vault().database();
  TRY_ASSIGN(auto old, old_facts(database));
  if (old) return std::move(*old);
  std::vector<FactVersion> facts;
  TRY(load_facts(database, facts));
  return facts;
}

Facts current_facts(const std::vector<FactVersion>& versions, CaseNumber of) {
  Facts current;
  for (const FactVersion& said : versions) {
    if (said.of == of) current[said.fact] = said.value;  // `versions` is oldest first, so the newest value stays
  }
  std::erase_if(current, [](const auto& one) { return one.second.empty(); });
  return current;
}

Result<void> say_facts(Record& record, const Facts& facts, CaseNumber of) {
  for (const auto& [name, value] : facts) TRY(check_fact(record, name, value));
  TRY(take_over_old_settings(record));
  TRY_ASSIGN(const auto versions, fact_versions(record));
  Facts current = current_facts(versions, of);
  std::vector<CarriedFact> changed;
  for (const auto& [name, value] : facts) {
    if (current[name] != value) changed.push_back({{of, name, 0, std::nullopt, value, false}, nullptr});
  }
  return carry_facts(record, changed);
}

Result<void> carry_facts(Record& record, const std::vector<CarriedFact>& facts) {
  TRY(take_over_old_settings(record));
  if (facts.empty()) return {};
  TRY_ASSIGN(auto log, record.write());
  for (const CarriedFact& fact : facts) TRY(append_fact(record.vault().database(), *log, fact.said, fact.brought));
  return log->commit();
}

}  // namespace daybook::vault
