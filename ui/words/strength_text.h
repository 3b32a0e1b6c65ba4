#pragma once

#include "vault/store/passphrase_strength.h"

namespace daybook::ui {

/// The word for how strong a passphrase is: "Easy to guess", ...
const char* name_of(vault::PassphraseStrength strength);
/// Why a passphrase is not strong, in a sentence. Empty when there is nothing to say.
const char* sentence(vault::PassphraseWeakness weakness);

}  // namespace daybook::ui
