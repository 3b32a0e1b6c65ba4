#pragma once

#include "vault/bundle/check/grammar.h"

namespace daybook::vault {

/// Reads `stated` of meta/manifest.json by its grammar (format.md, "stated"). The keeper's program says all of that,
/// and nothing in a copy bears it out, so only its form is judged.
void read_stated_facts(const Json& json, GrammarNotes& notes);

}  // namespace daybook::vault
