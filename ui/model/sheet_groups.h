#pragma once

#include "crypto/secret.h"
#include "ui/model/text_input.h"
#include "ui/words/error_text.h"

namespace daybook::ui {

/// What is wrong with groups 2 and 5 of a recovery code as they were typed from the paper; nothing when they are right.
/// Capitals and small letters are the same, and signs around them do not count.
std::optional<ErrorText> fault_of_groups(const TextInput& typed, const crypto::SecretBuffer& code);

}  // namespace daybook::ui
