#pragma once

#include "vault/record/contents.h"
#include "vault/record/keeping.h"

namespace daybook::vault {

/// An item of another continuation of this record (a backup that was restored, a record that was damaged), to be added
/// to this one. Its own log entries stay in their own log; the new ones name them in `brought`.
struct CarriedItem {
  struct Version {
    Addition facts;
    StoredContent content;
    Json brought;  // see brought_from(); null when nothing is known
  };
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;
  std::vector<Version> versions;                             // oldest first; more than one only for notes
  std::vector<std::pair<std::string, std::string>> answers;  // every version of every answer, oldest first
};

/// What the `add` entry of a carried item says of where it comes from: the log's name and the old entry's number, leaf
/// and time. For what is left of a damaged record some of these may be unknown.
Json brought_from(const std::string& origin, const Entry& entry, std::string_view line);

}  // namespace daybook::vault
