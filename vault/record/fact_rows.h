#pragma once

#include "vault/log/custody_log.h"

namespace daybook::vault {

// The table `facts` and its entries in the log. The rules of what may be said of a case stand in case_facts.h. Salvage
// brings these rows back without the rules: what was said once is not judged again.

/// The closed list of facts. The value of a fact is in the keeper's own words, unless choices_of() has choices for it.
namespace fact {
constexpr const char* kReference = "reference";           // the number that the police gave the case
constexpr const char* kForce = "force";                   // which police force has the case
constexpr const char* kOfficer = "officer";               // who deals with the case
constexpr const char* kContact = "contact";               // how to reach the officer
constexpr const char* kReported = "reported";             // when it was reported
constexpr const char* kStatement = "statement";           // when a statement was made
constexpr const char* kNextContact = "next_contact";      // what was agreed on for next time
constexpr const char* kPlace = "place";                   // whose rules apply; a choice
constexpr const char* kDecidedBy = "decided_by";          // who decided; a choice
constexpr const char* kDecision = "decision";             // what was decided; a choice
constexpr const char* kDecisionDated = "decision_dated";  // the day on the letter
constexpr const char* kDecisionTold = "decision_told";    // when and what she was told
constexpr const char* kLastDay = "last_day";              // the last day for a review, where the letter gives one
constexpr const char* kLetter = "letter";                 // number of the item that is the letter of the decision
constexpr const char* kReviewAsked = "review_asked";      // when a review was asked for
constexpr const char* kReviewHow = "review_how";          // how the review was asked for
constexpr const char* kReviewAnswer = "review_answer";    // what the answer to that was
constexpr const char* kPrefix = "prefix";                 // how exhibit references begin
constexpr const char* kConsentCount = "consent_count";    // whether an advocate may count this case
constexpr const char* kConsentWords = "consent_words";    // which words of hers may be quoted
constexpr const char* kConsentUntil = "consent_until";    // until when they may be quoted
}  // namespace fact

/// The number of a case within a record, from 1. Most records have one case.
enum class CaseNumber : std::int64_t {};
constexpr CaseNumber kFirstCase{1};

/// One value that a fact has, or once had.
struct FactVersion {
  CaseNumber of = kFirstCase;
  std::string fact;
  int version = 0;
  std::optional<EntryNumber> sequence;  // its log entry; none where an old setting could not be taken over yet
  std::string value;                      // empty: the fact was taken back
  bool is_taken_over = false;             // typed before facts had log entries, on a day that is not known
};

/// Appends the rows to `facts`, oldest first. The rows that were read before an error stay there: a damaged database
/// still gives what it can.
Result<void> load_facts(Database& database, std::vector<FactVersion>& facts);
/// The row that belongs to one log entry, if there is one.
Result<std::optional<FactVersion>> load_fact(Database& database, EntryNumber sequence);
/// Reads the opening of the log entry `sequence`: all that its row says, but with 0 for the number of the version.
/// Nothing where the opening is not that of a fact.
std::optional<FactVersion> fact_in_opening(std::string_view line, EntryNumber sequence);
/// Appends a log entry, its opening and its row. `said.version` and `said.sequence` are not looked at: the next version
/// number and the new entry's number take their place. `brought`, when not null, becomes a member of the entry.
Result<void> append_fact(Database& database, LogWriter& log, FactVersion said, const Json& brought = nullptr);
/// The members that the opening of a fact has besides `v` and `salt` (vault/format.md).
Json fact_opening_members(const FactVersion& said);

}  // namespace daybook::vault
