#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

// What the keeper says of her case: each fact is a versioned answer with an entry of its own in the log, so that it can
// be shown alone. A form would be all or nothing. None of it goes into a copy.

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

/// The names, in the order in which they are shown.
const std::vector<const char*>& all_facts();
bool is_fact(std::string_view name);
/// What may be said where there is a choice; empty where the words are her own.
const std::vector<const char*>& choices_of(std::string_view name);

constexpr std::size_t kMostFactBytes = 16 * 1024;

/// Most records have one case.
using CaseNumber = std::int64_t;
constexpr CaseNumber kFirstCase = 1;

using Facts = std::map<std::string, std::string>;

struct FactVersion {
  CaseNumber of = kFirstCase;
  std::string fact;
  int version = 0;
  std::optional<std::uint64_t> sequence;  // its entry; none where an old setting could not be taken over yet
  std::string value;                      // empty: taken back
  bool is_taken_over = false;             // typed before facts had entries: on which day is not known
};

/// Every version of every fact of every case, oldest first.
Result<std::vector<FactVersion>> fact_versions(Record& record);
/// What stands now. An empty value has taken a fact back.
Facts current_facts(const std::vector<FactVersion>& versions, CaseNumber of = kFirstCase);
/// Says or changes facts, in one transaction. What is said already makes no entry; an empty value takes a fact back,
/// and the history keeps it. `usage` for a name or choice that is not on the list.
Result<void> say_facts(Record& record, const Facts& facts, CaseNumber of = kFirstCase);

/// A version that another continuation of this record holds. `brought` is what its entry says of where it comes from:
/// see brought_from(); null when nothing is known.
struct CarriedFact {
  FactVersion said;
  Json brought;
};
/// One transaction. Numbers of versions and entries are new; a letter must be named by its number here.
Result<void> carry_facts(Record& record, const std::vector<CarriedFact>& facts);

/// The rows of a database that may not be a whole record any more, oldest first: what came before an error stays.
Result<void> load_facts(Database& database, std::vector<FactVersion>& facts);
/// Appends the next version of a fact, whose number and entry are found here.
Result<void> append_fact(Database& database, LogWriter& log, FactVersion said, const Json& brought = nullptr);
/// The members of an opening that a version must agree with.
Json fact_opening_members(const FactVersion& said);

}  // namespace daybook::vault
