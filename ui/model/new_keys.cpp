#include "ui/model/new_keys.h"

#include "crypto/words.h"

namespace daybook::ui {

Result<void> require_passphrase(vault::Record& record, const crypto::SecretBuffer& typed) {
  if (record.vault().unlocks_with(typed)) return {};
  return Error{ErrorCode::wrong_passphrase, ""};
}

Result<NewKeys> make_new_keys(vault::Record& record, const crypto::SecretBuffer& typed,
                              const crypto::SecretBuffer& next) {
  TRY(require_passphrase(record, typed));
  TRY_ASSIGN(auto code, record.replace_keys(next));
  return NewKeys{std::move(code), crypto::key_words(record.keys().root.public_key()),
                 std::make_shared<Drafts>(record.vault().draft_writer())};
}

}  // namespace daybook::ui
