#include "vault/backup/statements.h"

#include <algorithm>

#include "vault/backup/carry_over.h"

namespace daybook::vault {
namespace {

// What the new entry says of the old one. Null for what an old setting says, which has no entry.
Result<Json> brought_along(Record& from, const std::optional<EntryNumber>& sequence) {
  if (!sequence) return Json(nullptr);
  TRY_ASSIGN(const std::string line, from.log().entry_line(*sequence));
  TRY_ASSIGN(const Entry entry, parse_entry(line));
  return entry.json.contains("brought") ? entry.json["brought"] : brought_from(from.keys().log.origin, entry, line);
}

// What tells a person in every continuation of the record: the leaf hash of the first entry about her or him.
std::string identity_of(const std::vector<CarriedPerson>& versions) {
  return versions.empty() ? "" : text_member(versions.front().brought, "leaf").value_or("");
}

class StatementMerger {
 public:
  StatementMerger(Record& into, Statements here, MergeReport& report)
      : m_into(into), m_here(std::move(here)), m_report(report) {}

  Result<void> bring_facts(const std::vector<CarriedFact>& facts) {
    std::map<std::pair<CaseNumber, std::string>, std::vector<CarriedFact>> by_name;
    for (const CarriedFact& fact : facts) by_name[{fact.said.of, fact.said.fact}].push_back(fact);
    for (const auto& [name, versions] : by_name) TRY(bring_fact(versions));
    return {};
  }

  Result<void> bring_person(const std::vector<CarriedPerson>& versions) {
    const Description& said = versions.back().said.said;
    if (said.name.empty()) return {};  // the other record has taken the person back
    const auto here = find_person(versions);
    if (here == m_here.people.end()) {
      TRY(carry_person(m_into, versions));
      ++m_report.people_added;
      return {};
    }
    const auto& known = here->second;
    const bool is_known =
        std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.said.said == said; });
    const bool was_taken_back = known.back().said.said.name.empty();
    if (!is_known && !was_taken_back) m_report.people_differ.push_back(said.name);
    return {};
  }

 private:
  Result<void> bring_fact(const std::vector<CarriedFact>& versions) {
    const FactVersion& said = versions.back().said;
    if (said.value.empty()) return {};  // the other record has taken the fact back
    bool was_said = false, is_known = false;
    for (const CarriedFact& here : m_here.facts) {
      if (here.said.of != said.of || here.said.fact != said.fact) continue;
      was_said = true;
      is_known |= here.said.value == said.value;
    }
    if (was_said && !is_known) m_report.facts_differ.push_back(said.fact);
    if (was_said) return {};
    TRY(carry_facts(m_into, versions));
    ++m_report.facts_added;
    return {};
  }

  using People = std::map<PersonNumber, std::vector<CarriedPerson>>;
  // Finds a person here by the first entry about her or him. Where the two records described somebody independently
  // there is no common entry, and the name is what counts.
  People::const_iterator find_person(const std::vector<CarriedPerson>& versions) const {
    const std::string identity = identity_of(versions);
    const auto same = std::find_if(m_here.people.begin(), m_here.people.end(), [&](const auto& here) {
      return !identity.empty() && identity_of(here.second) == identity;
    });
    if (same != m_here.people.end()) return same;
    return std::find_if(m_here.people.begin(), m_here.people.end(), [&](const auto& here) {
      return here.second.back().said.said.name == versions.back().said.said.name;
    });
  }

  Record& m_into;
  const Statements m_here;
  MergeReport& m_report;
};

}  // namespace

Result<Statements> read_statements(Record& from) {
  Statements statements;
  TRY_ASSIGN(auto facts, fact_versions(from));
  for (FactVersion& said : facts) {
    TRY_ASSIGN(Json brought, brought_along(from, said.sequence));
    statements.facts.push_back({std::move(said), std::move(brought)});
  }
  TRY_ASSIGN(auto people, person_versions(from));
  for (PersonVersion& said : people) {
    TRY_ASSIGN(Json brought, brought_along(from, said.sequence));
    statements.people[said.person].push_back({std::move(said), std::move(brought)});
  }
  return statements;
}

void name_letters(std::vector<CarriedFact>& facts, const NewNumbers& numbers) {
  std::erase_if(facts, [&](CarriedFact& fact) {
    if (fact.said.fact != fact::kLetter || fact.said.value.empty()) return false;
    const auto letter = parse_item(fact.said.value);
    const auto here = letter ? numbers.find(*letter) : numbers.end();
    if (here == numbers.end()) return true;
    fact.said.value = item_text(here->second);
    return false;
  });
}

Result<void> add_missing_statements(Record& into, Statements from, const NewNumbers& numbers, MergeReport& report) {
  TRY_ASSIGN(Statements here, read_statements(into));
  name_letters(from.facts, numbers);
  StatementMerger merger(into, std::move(here), report);
  TRY(merger.bring_facts(from.facts));
  for (const auto& [number, versions] : from.people) TRY(merger.bring_person(versions));
  return {};
}

}  // namespace daybook::vault
