#pragma once

#include "crypto/secret.h"
#include "ui/model/session.h"
#include "ui/model/text_input.h"
#include "ui/words/error_text.h"

namespace daybook::ui {

/// What is wrong with groups 2 and 5 of a recovery code as they were typed from the paper; nothing when they are right.
/// Capitals and small letters are the same, and signs around them do not count.
std::optional<ErrorText> fault_of_groups(const TextInput& typed, const crypto::SecretBuffer& code);

/// Whether a quiet line asks for a sheet. One counts only when the keeper has it on paper: the code of a new one is
/// shown once, and the old one opens nothing.
void ask_for_sheet(Session& session, bool asks);

}  // namespace daybook::ui
