#pragma once

#include "vault/bundle/check/grammar.h"
#include "vault/bundle/check/listed.h"

namespace daybook::vault {

/// Largest seal.json, keys.json or opening in a copy (format.md section 8).
constexpr std::size_t kMostJsonBytes = 1 << 20;

/// The link `Seal` (format.md section 4): meta/seal.json says the same as the trusted comment of the signature.
class Seal {
 public:
  /// Nothing where the link does not hold; `log` has why. Fails when the medium does.
  static Result<std::optional<Seal>> establish(const Listed& listed, const Signed& signed_list, FindingLog& log);
  const SealFacts& facts() const { return m_facts; }

 private:
  explicit Seal(SealFacts facts) : m_facts(std::move(facts)) {}
  SealFacts m_facts;
};

/// Reads seal.json by its grammar. Nothing when the file breaks the grammar, or is of another version; `notes` has
/// which.
std::optional<SealFacts> parse_seal(const Json& json, GrammarNotes& notes);

}  // namespace daybook::vault
