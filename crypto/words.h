#pragma once

#include "crypto/signing.h"

namespace daybook::crypto {

constexpr int kKeyWords = 8;         // 11 bits each, 88 in all
constexpr int kPassphraseWords = 7;  // over 76 bits, and each guess costs a scrypt of N = 2^18

/// Eight words by which two people compare a root key over the telephone: the first 88 bits of
/// SHA-256("vault-root-v1" LF key), 11 bits a word, in the BIP-39 English list. Separated by single spaces.
std::string key_words(const PublicKey& root_key);

/// The eight words as key_words() has them, from what somebody typed who was told them. Capitals, commas, numbers in
/// front, dashes, quotes, brackets, line breaks and blanks of every kind make no difference. `usage` when there are not
/// eight words, or one is not in the list: `"abandn" is not one of the words that keys are read out in`, `seven words;
/// a key has eight`. Of what was typed, the detail repeats only the word that is not in the list, at most 32 bytes of
/// it, and no sign that could change how the message reads.
Result<std::string> parse_key_words(std::string_view typed);

/// A new root key whose eight words have none among them that may hurt the person who has to read them out ("gun",
/// "knife"). Keys are drawn until one fits, about one and a half on average. The choice costs about half a bit of the
/// 252 bits of a key.
SigningKey generate_root_key();

/// A new passphrase of lower-case ASCII words of the BIP-39 list, with single spaces between them, used byte for byte,
/// so that plain `age -d` takes it. Words that may hurt are left out.
SecretBuffer generate_passphrase(int words = kPassphraseWords);

/// What was typed for a passphrase of generate_passphrase(), in the form in which that one is made: small letters,
/// single spaces between words. Whatever is no ASCII letter parts two words (a second blank, a dash, a line break).
/// Empty when no letter was typed.
SecretBuffer passphrase_in_normal_form(std::string_view typed);

}  // namespace daybook::crypto
