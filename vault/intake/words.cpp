#include "vault/intake/words.h"

namespace daybook::vault {

Result<AddOutcome> keep_words(Record& record, std::string_view words, const Answers& answers) {
  Addition addition;
  addition.kind = ItemKind::words;
  addition.answers = answers;
  return record.add_text(addition, words);
}

Result<AddOutcome> keep_note(Record& record, std::string_view text, const std::optional<ItemNumber>& about,
                             const Answers& answers) {
  Addition addition;
  addition.kind = ItemKind::note;
  addition.about = about;
  addition.answers = answers;
  return record.add_text(addition, text);
}

}  // namespace daybook::vault
