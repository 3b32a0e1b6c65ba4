#pragma once

#include "ui/model/drafts.h"
#include "vault/record/record.h"

namespace daybook::ui {

/// Somebody may have found the window open: what could lock the keeper out asks for the passphrase once more.
/// `wrong_passphrase` when this does not unlock the record as it is now.
Result<void> require_passphrase(vault::Record& record, const crypto::SecretBuffer& typed);

struct NewKeys {
  crypto::SecretBuffer code;  // of the new sheet
  std::string words;          // by which the new key is read out
  std::shared_ptr<Drafts> drafts;
};
/// Record::replace_keys(), after require_passphrase(). Errors are those of the two.
Result<NewKeys> make_new_keys(vault::Record& record, const crypto::SecretBuffer& typed,
                              const crypto::SecretBuffer& next);

}  // namespace daybook::ui
