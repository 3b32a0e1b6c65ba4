#include "crypto/words.h"

#include <algorithm>

#include "crypto/hash.h"
#include "crypto/random.h"

extern const char* const bip39_english_words[2048];  // generated from the pinned list, see packaging/

namespace daybook::crypto {
namespace {

// Words that a person who was hurt should not be made to read out or type. The list is a choice of ours when making
// keys and passphrases; it is no part of any format, and every key's words are as the standard list has them.
constexpr std::string_view kLeftOut[] = {
    "abuse",  "afraid",  "alone",   "anger",  "arrest",  "assault",  "attack",  "battle",  "betray",  "blade",
    "blame",  "blast",   "blood",   "bomb",   "bullet",  "burst",    "chase",   "claw",    "crash",   "crime",
    "cruel",  "crush",   "cry",     "damage", "danger",  "destroy",  "divorce", "drastic", "enemy",   "enforce",
    "evil",   "execute", "expose",  "fatal",  "fault",   "fire",     "force",   "fragile", "guilt",   "gun",
    "hammer", "harsh",   "hunt",    "hurt",   "husband", "injury",   "jealous", "knife",   "lawsuit", "lonely",
    "mad",    "mercy",   "mistake", "naive",  "nasty",   "obscure",  "panic",   "pill",    "pistol",  "police",
    "prison", "punch",   "razor",   "regret", "rough",   "scare",    "secret",  "shock",   "shoot",   "shove",
    "sick",   "silent",  "slam",    "sting",  "strike",  "struggle", "submit",  "suffer",  "suspect", "sword",
    "tackle", "tragic",  "trap",    "trick",  "trigger", "ugly",     "unhappy", "useless", "vicious", "warfare",
    "weapon", "whip",    "wife",    "worry",  "wreck",   "wrestle",  "wrong",   "victim"};

bool is_left_out(std::string_view word) {
  return std::find(std::begin(kLeftOut), std::end(kLeftOut), word) != std::end(kLeftOut);
}

}  // namespace

std::string key_words(const PublicKey& root_key) {
  Bytes message;
  append(message, as_bytes("vault-root-v1\n"));
  append(message, root_key.bytes());
  const Sha256Digest digest = Sha256::of(message);
  std::string words;
  std::uint32_t bits = 0;
  int count = 0;
  std::size_t next = 0;
  for (int word = 0; word < kKeyWords; ++word) {
    for (; count < 11; count += 8) bits = bits << 8 | digest[next++];
    count -= 11;
    if (word > 0) words += ' ';
    words += bip39_english_words[bits >> count & 2047];
  }
  return words;
}

SigningKey generate_root_key() {
  for (;;) {
    SigningKey key = SigningKey::generate();
    const std::string words = " " + key_words(key.public_key()) + " ";
    const bool may_hurt = std::any_of(std::begin(kLeftOut), std::end(kLeftOut), [&](std::string_view word) {
      return words.find(" " + std::string(word) + " ") != std::string::npos;
    });
    if (!may_hurt) return key;
  }
}

SecretBuffer generate_passphrase(int words) {
  SecretBuffer passphrase;
  for (int i = 0; i < words; ++i) {
    if (i > 0) passphrase.append(as_bytes(" "));
    const char* word;
    do word = bip39_english_words[random_below(2048)];
    while (is_left_out(word));
    passphrase.append(as_bytes(word));
  }
  return passphrase;
}

}  // namespace daybook::crypto
