#pragma once

#include <optional>
#include <string>

#include "crypto/hash.h"
#include "vault/log/canonical_json.h"

namespace daybook::vault {

/// Where the bytes of a file came out of that was attached to a message of a chat. The export is named by its digest:
/// its number says nothing to who has a copy without it, and salvage and restore give it another. No message is named,
/// because the reading says which ones name the entry.
struct OutOfExport {
  crypto::Sha256Digest sha256{};  // of the export, a ZIP
  std::string entry;              // its name there, in UTF-8

  bool operator==(const OutOfExport&) const = default;
};

/// The member `out_of` of an opening.
Json to_json(const OutOfExport& out_of);
/// What such a member says. Nothing for anything else.
std::optional<OutOfExport> parse_out_of_export(const Json& json);

}  // namespace daybook::vault
