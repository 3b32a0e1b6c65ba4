#pragma once

#include "vault/bundle/snapshot.h"

namespace daybook::vault {

/// The text of meta/manifest.json (vault/bundle/format.md): the items of a copy, its clock entries, and what the keeper
/// states of it as a whole.
std::string items_json(const CopySnapshot& snapshot);

}  // namespace daybook::vault
