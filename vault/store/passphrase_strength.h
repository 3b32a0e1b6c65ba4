#pragma once

#include "crypto/secret.h"

namespace daybook::vault {

/// How long a passphrase would stand against somebody who has a copy of the record and guesses.
enum class PassphraseStrength {
  easy,    // a hundred computers find it within a year, and often much sooner
  fair,    // it takes much money, or luck
  strong,  // nobody tries
};

/// What makes up most of a passphrase that is not strong.
enum class PassphraseWeakness { none, common_words, repeats, keys_in_a_row, date, too_few };

struct StrengthEstimate {
  PassphraseStrength strength = PassphraseStrength::easy;
  PassphraseWeakness weakness = PassphraseWeakness::too_few;
};

/// Fewest bits of a passphrase that is fair, and of one that is strong. Each guess costs an Argon2id over hundreds of
/// megabytes, so that one computer makes about a million guesses (20 bits) in a week.
constexpr double kFairBits = 33, kStrongBits = 48;

/// Estimates a passphrase by the method of zxcvbn (Wheeler, USENIX Security 2016), in the form in which it is hashed,
/// without its blanks: whoever guesses capital letters or puts blanks between words has no more to guess. The method
/// knows words, names, dates and patterns, but not the keeper: what somebody close to her would try first may seem
/// strong to it. Text that is not UTF-8, or empty, is easy.
StrengthEstimate estimate_strength(ByteView passphrase);

}  // namespace daybook::vault
