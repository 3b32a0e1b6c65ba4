#pragma once

#include "crypto/signing.h"

namespace daybook::crypto {

constexpr int kKeyWords = 8;         // 88 bits
constexpr int kPassphraseWords = 7;  // over 76 bits, behind scrypt 2^18

/// Eight words by which two people compare a root key over the telephone: the first 88 bits of
/// SHA-256("vault-root-v1" LF key), 11 bits a word, in the BIP-39 English list. Separated by single spaces.
std::string key_words(const PublicKey& root_key);

/// A new root key whose eight words have none among them that may hurt the person who has to read them out ("gun",
/// "knife"). Keys are drawn until one fits, about one and a half on average, which costs half a bit of 252.
SigningKey generate_root_key();

/// A new passphrase of lower-case ASCII words with single spaces, used byte for byte, so that plain `age -d` takes it.
/// Words that may hurt are left out.
SecretBuffer generate_passphrase(int words = kPassphraseWords);

}  // namespace daybook::crypto
