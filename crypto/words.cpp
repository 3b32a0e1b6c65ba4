#include "crypto/words.h"

#include <algorithm>

#include "crypto/age_keys.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "crypto/typed_text.h"

extern const char* const bip39_english_words[2048];  // generated from the pinned list, see packaging/

namespace daybook::crypto {
namespace {

// Words that a person who was hurt should not be made to read out or type. They are left out when a key or a passphrase
// is made. No format knows this list: the words of a key that somebody else made may be among them.
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

// Characters beyond ASCII that stand between words in mail and notes: signs, quotes, dashes, bullets, circled numbers,
// the full stops and commas of other scripts, marks that change how a sign looks. A character beyond ASCII that is
// neither here nor a blank is taken for a letter.
struct Range {
  char32_t first, last;
};
constexpr Range kSigns[] = {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},
                            {0xF7, 0xF7},     {0x60C, 0x60C},   {0x2000, 0x206F}, {0x20E3, 0x20E3}, {0x2116, 0x2116},
                            {0x2190, 0x249B}, {0x2500, 0x27BF}, {0x2900, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020},
                            {0xFE00, 0xFE0F}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}};

bool is_ascii_letter(char32_t point) { return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z'); }
bool is_digit(char32_t point) { return point >= '0' && point <= '9'; }

bool separates_words(char32_t point) {
  if (point < 0x80) return !is_ascii_letter(point) && !is_digit(point);
  const bool is_sign = std::any_of(std::begin(kSigns), std::end(kSigns),
                                   [&](const Range& range) { return point >= range.first && point <= range.last; });
  return is_sign || is_blank(point);
}

// The next word as it was typed, or nothing at the end of the text. Numbers before and after a word ("1.abandon") are
// no part of it.
std::string_view take_word(std::string_view& text) {
  while (!text.empty()) {
    const std::string_view rest = text;
    std::size_t size = 0;
    while (!text.empty() && !separates_words(take_code_point(text))) size = rest.size() - text.size();
    std::string_view word = rest.substr(0, size);
    while (!word.empty() && word.front() >= '0' && word.front() <= '9') word.remove_prefix(1);
    while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.remove_suffix(1);
    if (!word.empty()) return word;
  }
  return {};
}

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

// A typed word as it may stand in a message: short, and of letters that change nothing around them. Writing that runs
// from the right, or marks that pile up, would make the sentence around them say something else.
std::string shown(std::string_view word) {
  constexpr std::size_t kMostBytes = 32;
  std::string text;
  std::size_t cut = 0;  // where a word that is too long is cut, so that the dots after it have room
  while (!word.empty()) {
    std::string_view rest = word;
    const char32_t point = take_code_point(rest);
    const bool is_plain = is_ascii_letter(point) || is_digit(point) || (point >= 0xC0 && point <= 0x24F) ||
                          (point >= 0x370 && point <= 0x481) || (point >= 0x48A && point <= 0x52F);
    text += is_plain ? word.substr(0, word.size() - rest.size()) : "?";
    if (text.size() > kMostBytes) return text.substr(0, cut) + "...";
    if (text.size() <= kMostBytes - 3) cut = text.size();
    word = rest;
  }
  return text;
}

std::string count_text(std::size_t words) {
  constexpr const char* kNames[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                    "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return (words < std::size(kNames) ? kNames[words] : std::to_string(words)) +
         std::string(words == 1 ? " word" : " words");
}

bool is_listed(std::string_view word) {
  return std::binary_search(std::begin(bip39_english_words), std::end(bip39_english_words), word,
                            [](std::string_view a, std::string_view b) { return a < b; });
}

}  // namespace

Result<std::string> parse_key_words(std::string_view typed) {
  if (holds_secret_key(typed)) return Error{ErrorCode::usage, "that is a secret key, not the eight words of a key"};
  std::string words;
  std::size_t count = 0;
  for (std::string_view typed_word; !(typed_word = take_word(typed)).empty();) {
    const std::string word = in_small_letters(typed_word);
    if (!is_listed(word))
      return Error{ErrorCode::usage, "\"" + shown(word) + "\" is not one of the words that keys are read out in"};
    if (++count > kKeyWords) continue;
    if (!words.empty()) words += ' ';
    words += word;
  }
  if (count != kKeyWords) return Error{ErrorCode::usage, count_text(count) + "; a key has eight"};
  return words;
}

SecretBuffer passphrase_in_normal_form(std::string_view typed) {
  SecretBuffer normal(typed.size());
  const MutableByteView bytes = normal.expose_mutable();
  std::size_t size = 0;
  bool is_parted = false;
  for (const char c : typed) {
    if (!is_ascii_letter(static_cast<unsigned char>(c))) {
      is_parted = size > 0;
      continue;
    }
    if (is_parted) bytes[size++] = ' ';
    is_parted = false;
    bytes[size++] = static_cast<std::uint8_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  normal.truncate(size);
  return normal;
}

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
