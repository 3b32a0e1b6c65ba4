#include "vault/store/passphrase_strength.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook;
using namespace daybook::vault;

namespace {

struct Expected {
  const char* passphrase;
  PassphraseStrength strength;
  PassphraseWeakness weakness;
};

}  // namespace

TEST_CASE("a passphrase has the strength that somebody who guesses would find") {
  using enum PassphraseStrength;
  using enum PassphraseWeakness;
  for (const Expected& one : {
           Expected{"markmarkmark", easy, repeats},
           {"qqqqqqqqqqqqqqqqq", easy, repeats},
           {"abcdefghijkl", easy, keys_in_a_row},
           {"sophie marklove", easy, common_words},
           {"17031984", easy, date},
           {"xv7", easy, too_few},
           {"17 march 1984 sophie", easy, common_words},
           {"a passphrase of my own", fair, common_words},
           {"copper window eleven goat river", strong, PassphraseWeakness::none},
           {"xk3 vq9 zj7 wp2 hd8", strong, PassphraseWeakness::none},
       }) {
    INFO(one.passphrase);
    const StrengthEstimate estimate = estimate_strength(as_bytes(std::string_view(one.passphrase)));
    CHECK(estimate.strength == one.strength);
    CHECK(estimate.weakness == one.weakness);
  }
}

TEST_CASE("capital letters and blanks make no passphrase stronger") {
  const auto is_same = [](std::string_view a, std::string_view b) {
    const StrengthEstimate one = estimate_strength(as_bytes(a)), other = estimate_strength(as_bytes(b));
    return one.strength == other.strength && one.weakness == other.weakness;
  };
  CHECK(is_same("eleven green bottles", "ElEvEn GrEeN bOtTlEs"));
  CHECK(is_same("eleven green bottles", "e l e v e n green   bottles"));
}

TEST_CASE("what is no passphrase at all is easy to guess, and none is too long to be looked at") {
  CHECK(estimate_strength(ByteView()).strength == PassphraseStrength::easy);
  CHECK(estimate_strength(as_bytes(std::string_view("  \t "))).strength == PassphraseStrength::easy);
  CHECK(estimate_strength(as_bytes(std::string_view("\xff\xfe"))).strength == PassphraseStrength::easy);
  std::string longest;
  while (longest.size() < 1024) longest += "jelly mountain \xf0\x9f\x91\x8d spoon ";
  CHECK(estimate_strength(as_bytes(longest)).strength == PassphraseStrength::strong);
}
