#include "ui/model/new_passphrase.h"

#include "crypto/words.h"
#include "ui/words/strength_text.h"
#include "ui/words/translate.h"
#include "vault/store/passphrase.h"

namespace daybook::ui {
namespace {

constexpr int kSuggestedWords = 5;  // over 54 bits, behind Argon2id

}  // namespace

void NewPassphrase::suggest() {
  chosen.set(crypto::generate_passphrase(kSuggestedWords));
  m_suggested = chosen.revision();
  attempt.clear();
  is_shown = true;
}

void NewPassphrase::begin_own() {
  chosen.clear();
  attempt.clear();
  is_shown = false;
  shows_chosen = false;
}

void NewPassphrase::cover() {
  if (is_own()) is_shown = false;
  shows_chosen = false;
}

vault::StrengthEstimate NewPassphrase::strength() {
  if (!is_own()) return {vault::PassphraseStrength::strong, vault::PassphraseWeakness::none};
  if (!m_estimated || m_estimated->revision != chosen.revision())
    m_estimated = Estimated{chosen.revision(), vault::estimate_strength(chosen.secret().expose())};
  return m_estimated->strength;
}

std::optional<ErrorText> NewPassphrase::objection() {
  if (chosen.characters() < vault::kLeastPassphraseCharacters)
    return ErrorText{tr("That passphrase is short."), "",
                     tr("Use at least 12 characters, or choose the words we suggest.")};
  const vault::StrengthEstimate estimate = strength();
  if (estimate.strength != vault::PassphraseStrength::easy || m_warned_of == chosen.revision()) return std::nullopt;
  m_warned_of = chosen.revision();
  return ErrorText{tr("That passphrase is easy to guess."), sentence(estimate.weakness),
                   tr("Choose another, or press the button again to keep it.")};
}

std::optional<ErrorText> NewPassphrase::difference() {
  const auto wanted = vault::normalize_passphrase(chosen.secret().expose());
  const auto typed = vault::normalize_passphrase(attempt.secret().expose());
  if (wanted && typed && crypto::equal_in_constant_time(wanted->expose(), typed->expose())) return std::nullopt;
  if (attempt.empty()) return ErrorText{tr("Type the new passphrase once more."), "", ""};
  attempt.clear();
  return ErrorText{tr("That was different from the one you chose."), tr("Nothing is lost."),
                   tr("Type it once more, or look at the one you chose.")};
}

}  // namespace daybook::ui
