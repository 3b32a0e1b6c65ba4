#pragma once

#include "vault/bundle/check/grammar.h"
#include "vault/bundle/check/listed.h"

namespace daybook::vault {

constexpr std::size_t kMostJsonBytes = 1 << 20;

/// The link `Seal`: meta/seal.json, which says the same as the signature's trusted comment.
class Seal {
 public:
  static Result<std::optional<Seal>> establish(const Listed& listed, const Signed& signed_list, FindingLog& log);
  const SealFacts& facts() const { return m_facts; }

 private:
  explicit Seal(SealFacts facts) : m_facts(std::move(facts)) {}
  SealFacts m_facts;
};

/// seal.json by its grammar. Nothing when it breaks it, or is of another version.
std::optional<SealFacts> parse_seal(const Json& json, GrammarNotes& notes);

}  // namespace daybook::vault
