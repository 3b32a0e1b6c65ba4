#pragma once

#include "vault/record/fact_rows.h"
#include "vault/record/person_rows.h"

namespace daybook::test {

// Numbers as a test writes them: 2_item, 0_entry, 1_person, 1_case.
constexpr vault::ItemNumber operator""_item(unsigned long long number) {
  return static_cast<vault::ItemNumber>(number);
}
constexpr vault::EntryNumber operator""_entry(unsigned long long number) { return vault::EntryNumber{number}; }
constexpr vault::PersonNumber operator""_person(unsigned long long number) {
  return static_cast<vault::PersonNumber>(number);
}
constexpr vault::CaseNumber operator""_case(unsigned long long number) {
  return static_cast<vault::CaseNumber>(number);
}

/// The number that comes so many later.
template <class Number>
constexpr Number later(Number number, int steps = 1) {
  return static_cast<Number>(static_cast<std::int64_t>(number) + steps);
}

}  // namespace daybook::test
