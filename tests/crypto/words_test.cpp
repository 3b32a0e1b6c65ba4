#include "crypto/words.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/encoding.h"

using namespace daybook;
using namespace daybook::crypto;

extern const char* const bip39_english_words[2048];

namespace {

constexpr const char* kEight = "abandon ability able about above absent absorb abstract";

}  // namespace

TEST_CASE("eight words are understood however they were written down, mailed or typed") {
  const char* ways[] = {
      "abandon ability able about above absent absorb abstract",
      "  Abandon ABILITY able\tabout  above absent absorb abstract \r\n",
      "abandon, ability, able, about, above, absent, absorb, abstract.",
      "1. abandon 2. ability 3. able 4. about 5. above 6. absent 7. absorb 8. abstract",
      "1 abandon\n2 ability\n3 able\n4 about\n5 above\n6 absent\n7 absorb\n8 abstract\n",
      "1) abandon\r\n2) ability\r\n3) able\r\n4) about\r\n5) above\r\n6) absent\r\n7) absorb\r\n8) abstract",
      "1.abandon 2.ability 3.able 4.about 5.above 6.absent 7.absorb 8.abstract",
      "1abandon 2ability 3able 4about 5above 6absent 7absorb 8abstract",
      "abandon-ability-able-about-above-absent-absorb-abstract",
      "abandon\u2010ability\u2011able\u2012about\u2013above\u2014absent\u2015absorb abstract",
      "\"abandon ability able about\" 'above absent absorb abstract'",
      "\u201cabandon ability\u201d \u2018able about\u2019 \u201eabove absent\u201c \u00ababsorb abstract\u00bb",
      "(abandon) [ability] {able} <about> above/absent|absorb*abstract",
      "abandon\u00a0ability\u202fable\u2003about\u2009above\u200babsent\u3000absorb\u200eabstract",
      "\ufeffabandon ability able about above absent absorb abstract\ufeff",
      "* abandon\n* ability\n\u2022 able\n- about\n\u00b7 above\n> absent\n_absorb_\n#abstract",
      "abandon;ability:able!about?above\u2026absent\u3001absorb\uff0cabstract\u3002",
      "\u2460 abandon \u2461 ability \u2776 able 4\ufe0f\u20e3 about \u2192 above absent \u2014 absorb = abstract",
      "abandon\nability\n\n\nable\rabout\vabove\fabsent\u2028absorb\u2029abstract",
  };
  for (const char* way : ways) {
    INFO(way);
    const auto words = parse_key_words(way);
    REQUIRE(words.ok());
    CHECK(*words == kEight);
  }
}

TEST_CASE("the words of every key are understood, and every word of the list is in it") {
  for (int i = 0; i < 50; ++i) {
    const std::string words = key_words(SigningKey::generate().public_key());
    CHECK(parse_key_words(words).value() == words);
  }
  for (int first = 0; first < 2048; first += 8) {
    std::string words;
    for (int i = first; i < first + 8; ++i) words += std::string(i > first ? " " : "") + bip39_english_words[i];
    CHECK(parse_key_words(words).value() == words);
  }
}

TEST_CASE("what is not eight words of the list is told by the word or the count, and no more of it is repeated") {
  const std::string seven = "ability able about above absent absorb abstract", unlisted = " is not one of the words";
  const struct {
    std::string typed, said;
  } cases[] = {
      {"", "no words; a key has eight"},
      {" \n\t 1. 2. - \u2014", "no words; a key has eight"},
      {"abandon", "one word; a key has eight"},
      {seven, "seven words; a key has eight"},
      {"abandon ability " + seven, "nine words; a key has eight"},
      {seven + " " + seven, "14 words; a key has eight"},
      {"abandn " + seven, "\"abandn\"" + unlisted},
      {"Abandn", "\"abandn\"" + unlisted},
      {seven + " able-bodied", "\"bodied\"" + unlisted},
      {"aband0n " + seven, "\"aband0n\"" + unlisted},
      {"Caf\u00e9 " + seven, "\"caf\u00e9\"" + unlisted},
      {"abando\u0144 " + seven, "\"abando\u0144\"" + unlisted},
      {"\u0430bandon " + seven, "\"\u0430bandon\"" + unlisted},  // a Cyrillic letter that looks the same
      {"abandon\u0301 " + seven, "\"abandon?\"" + unlisted},     // a mark that would stand on what follows
      {"\u05d0\u05d1 " + seven, "\"??\"" + unlisted},            // written from the right
      {"aban\u202edon " + seven, "\"aban\"" + unlisted},         // turns the direction; parts the word
      {"caf\xe9 " + seven, "\"caf?\"" + unlisted},               // no UTF-8
      {"\xf0\x9f\x98\x80 " + seven, "\"?\"" + unlisted},         // a picture
      {"a\x1b[31mbandon " + seven, "\"a\"" + unlisted},          // a command to a terminal
      {std::string(32, 'z'), "\"" + std::string(32, 'z') + "\"" + unlisted},
      {std::string(33, 'z'), "\"" + std::string(29, 'z') + "...\"" + unlisted},
      {std::string(1 << 20, 'z'), "\"" + std::string(29, 'z') + "...\"" + unlisted},
      {"z" + std::string(40, '\xe9'), "\"z" + std::string(28, '?') + "...\"" + unlisted},
  };
  for (const auto& [typed, said] : cases) {
    INFO(typed.substr(0, 100));
    const auto words = parse_key_words(typed);
    REQUIRE_FALSE(words.ok());
    CHECK(words.error().code == ErrorCode::usage);
    CHECK(words.error().detail.starts_with(said));
    CHECK(words.error().detail.size() < 100);
    CHECK(is_utf8(words.error().detail));
    for (const char c : words.error().detail) CHECK((static_cast<unsigned char>(c) >= 0x20 && c != 0x7f));
  }
  // Two bytes a letter: the cut is between letters.
  const std::string detail = parse_key_words(
                                 "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
                                 "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9")
                                 .error()
                                 .detail;
  CHECK(is_utf8(detail));
  CHECK(detail.find("\u00e9...\"") != std::string::npos);
}

TEST_CASE("a secret key that was typed for the words is not repeated") {
  for (const char* typed : {"AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
                            "words: age-secret-key-1gfpyysjzgfpyysjz"}) {
    const Error error = parse_key_words(typed).error();
    CHECK(error.code == ErrorCode::usage);
    CHECK(error.detail.find("pyys") == std::string::npos);
    CHECK(error.detail.find("PYYS") == std::string::npos);
  }
}

TEST_CASE("a made-up passphrase has one normal form, whatever was typed between its words") {
  const struct {
    const char *typed, *normal;
  } cases[] = {
      {"abandon ability able", "abandon ability able"},
      {"Abandon Ability ABLE", "abandon ability able"},
      {"  abandon  ability\table \r\n", "abandon ability able"},
      {"abandon-ability-able", "abandon ability able"},
      {"abandon\u2013ability\u00a0able\u200b", "abandon ability able"},
      {"1. abandon\n2. ability\n3. able\n", "abandon ability able"},
      {"\ufeffabandon, ability, able.", "abandon ability able"},
      {"abandon", "abandon"},
      {"", ""},
      {" 12 - \u2014 ", ""},
      {"\u0430\u0431\u0432", ""},
  };
  for (const auto& [typed, normal] : cases) {
    INFO(typed);
    CHECK(passphrase_in_normal_form(typed).expose_text() == normal);
  }
  const SecretBuffer made = generate_passphrase();
  CHECK(passphrase_in_normal_form(made.expose_text()).expose_text() == made.expose_text());
}
