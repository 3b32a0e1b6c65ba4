#pragma once

#include "vault/log/custody_log.h"

namespace daybook::vault {

// The table of what is said of a case, and its entries in the log: without the rules of what can be said
// (case_facts.h).

/// The closed list of what can be said. Her own words, but for the few that have choices.
namespace fact {
constexpr const char* kReference = "reference";           // the number that the police gave it
constexpr const char* kForce = "force";                   // which police
constexpr const char* kOfficer = "officer";               // who deals with it
constexpr const char* kContact = "contact";               // how to reach them
constexpr const char* kReported = "reported";             // when it was reported
constexpr const char* kStatement = "statement";           // when a statement was made
constexpr const char* kNextContact = "next_contact";      // what was agreed on for next time
constexpr const char* kPlace = "place";                   // whose rules hold; a choice
constexpr const char* kDecidedBy = "decided_by";          // a choice
constexpr const char* kDecision = "decision";             // what was decided; a choice
constexpr const char* kDecisionDated = "decision_dated";  // the day on the letter
constexpr const char* kDecisionTold = "decision_told";    // when and what she was told
constexpr const char* kLastDay = "last_day";              // the last day for a review, where the letter gives one
constexpr const char* kLetter = "letter";                 // the item that is the letter
constexpr const char* kReviewAsked = "review_asked";      // when a review was asked for
constexpr const char* kReviewHow = "review_how";          // and how
constexpr const char* kReviewAnswer = "review_answer";    // and what came back
constexpr const char* kPrefix = "prefix";                 // of exhibit references
constexpr const char* kConsentCount = "consent_count";    // whether an advocate may count this case
constexpr const char* kConsentWords = "consent_words";    // which words of hers may be quoted
constexpr const char* kConsentUntil = "consent_until";    // and until when
}  // namespace fact

/// Most records have one case.
enum class CaseNumber : std::int64_t {};
constexpr CaseNumber kFirstCase{1};

struct FactVersion {
  CaseNumber of = kFirstCase;
  std::string fact;
  int version = 0;
  std::optional<EntryNumber> sequence;  // its entry; none where an old setting could not be taken over yet
  std::string value;                    // empty: taken back
  bool is_taken_over = false;           // typed before facts had entries: on which day is not known
};

/// The rows of a database that may not be a whole record any more, oldest first: what came before an error stays.
Result<void> load_facts(Database& database, std::vector<FactVersion>& facts);
/// The row of one entry; nothing when there is none.
Result<std::optional<FactVersion>> load_fact(Database& database, EntryNumber sequence);
/// What the opening of an entry says, which is what its row says too, but for the number of the version. Nothing for
/// another opening.
std::optional<FactVersion> fact_in_opening(std::string_view line, EntryNumber sequence);
/// Appends the next version of a fact, whose number and entry are found here.
Result<void> append_fact(Database& database, LogWriter& log, FactVersion said, const Json& brought = nullptr);
/// The members of an opening that a version must agree with.
Json fact_opening_members(const FactVersion& said);

}  // namespace daybook::vault
