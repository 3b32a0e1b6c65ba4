#pragma once

#include "vault/record/item.h"

namespace daybook::vault {

// Somebody, such as an advocate, may sit beside the keeper and help. That a helper was there and who typed is part of
// how a note came about, and goes into copies. Who the helper is goes into a copy only where the keeper says so.

/// The answers that are kept with an item while somebody helps: to `typed` the role and who typed, and to `helper` the
/// name. Both may be empty. They are in English, as copies are.
Answers helper_answers(std::string_view name, std::string_view role, bool helper_types);

/// Whether an answer holds the name of a helper, or may hold one: every answer to `helper`, and one to `typed` that
/// helper_answers() did not make. Older programs put the name there.
bool may_name_helper(const ItemAnswer& answer);

}  // namespace daybook::vault
