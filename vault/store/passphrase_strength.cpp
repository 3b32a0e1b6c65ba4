#include "vault/store/passphrase_strength.h"

#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <memory>

#include "vault/store/passphrase.h"

namespace daybook::vault {
namespace {

struct FreeMatches {
  void operator()(ZxcMatch_t* matches) const { ZxcvbnFreeInfo(matches); }
};

PassphraseWeakness weakness_of(int type) {
  if (type >= MULTIPLE_MATCH) return PassphraseWeakness::repeats;
  switch (type) {
    case DICTIONARY_MATCH:
    case DICT_LEET_MATCH:
    case USER_MATCH:
    case USER_LEET_MATCH:
      return PassphraseWeakness::common_words;
    case REPEATS_MATCH:
      return PassphraseWeakness::repeats;
    case SEQUENCE_MATCH:
    case SPATIAL_MATCH:
      return PassphraseWeakness::keys_in_a_row;
    case DATE_MATCH:
    case YEAR_MATCH:
      return PassphraseWeakness::date;
    default:
      return PassphraseWeakness::too_few;
  }
}

// The kind of weakness that most characters belong to.
PassphraseWeakness weakness_of(const ZxcMatch_t* matches) {
  std::array<int, static_cast<std::size_t>(PassphraseWeakness::too_few) + 1> characters{};
  for (const ZxcMatch_t* one = matches; one != nullptr; one = one->Next)
    characters[static_cast<std::size_t>(weakness_of(one->Type))] += one->Length;
  const auto most = std::max_element(characters.begin(), characters.end());
  return static_cast<PassphraseWeakness>(most - characters.begin());
}

}  // namespace

StrengthEstimate estimate_strength(ByteView passphrase) {
  auto normal = normalize_passphrase(passphrase);
  if (!normal) return {};
  const MutableByteView bytes = normal->expose_mutable();
  normal->truncate(static_cast<std::size_t>(std::remove(bytes.begin(), bytes.end(), ' ') - bytes.begin()));
  // The library takes a text that ends with a zero. What it puts on the heap are places and lengths, no characters.
  normal->append(std::array<std::uint8_t, 1>{0});
  ZxcMatch_t* found = nullptr;
  const double bits = ZxcvbnMatch(reinterpret_cast<const char*>(normal->expose().data()), nullptr, &found);
  const std::unique_ptr<ZxcMatch_t, FreeMatches> matches(found);
  if (bits >= kStrongBits) return {PassphraseStrength::strong, PassphraseWeakness::none};
  return {bits >= kFairBits ? PassphraseStrength::fair : PassphraseStrength::easy, weakness_of(found)};
}

}  // namespace daybook::vault
