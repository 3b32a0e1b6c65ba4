#include "ui/words/strength_text.h"

#include "ui/words/translate.h"

namespace daybook::ui {

const char* name_of(vault::PassphraseStrength strength) {
  switch (strength) {
    case vault::PassphraseStrength::easy:
      return tr("Easy to guess");
    case vault::PassphraseStrength::fair:
      return tr("Could be guessed");
    case vault::PassphraseStrength::strong:
      return tr("Strong");
  }
  return "";
}

const char* sentence(vault::PassphraseWeakness weakness) {
  switch (weakness) {
    case vault::PassphraseWeakness::none:
      return "";
    case vault::PassphraseWeakness::common_words:
      return tr("Most of it is common words or names. Someone who knows you may try names, birthdays and pets.");
    case vault::PassphraseWeakness::repeats:
      return tr("Most of it is the same part again and again.");
    case vault::PassphraseWeakness::keys_in_a_row:
      return tr("Most of it is letters or keys in a row.");
    case vault::PassphraseWeakness::date:
      return tr("Most of it is a date. Someone who knows you may try dates.");
    case vault::PassphraseWeakness::too_few:
      return tr("A few more words would make it strong.");
  }
  return "";
}

}  // namespace daybook::ui
