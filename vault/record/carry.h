#pragma once

#include "vault/record/contents.h"
#include "vault/record/keeping.h"

namespace daybook::vault {

/// An item of another continuation of this record (a backup that was restored, a record that was damaged), to be added
/// to this one by Record::carry(). Its old log entries stay in the other log; the new entries name them in `brought`.
struct CarriedItem {
  struct Version {
    Addition facts;
    StoredContent content;
    Json brought;  // what brought_from() made; null when nothing is known of the old entry
  };
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;
  std::vector<Version> versions;  // oldest first, at least one; only notes and conversations have more
  std::vector<std::pair<std::string, std::string>> answers;  // every version of every answer, oldest first
};

/// The member `brought` of an entry that was carried over from another log: the other log's name (`origin`), and the
/// old entry's number, leaf hash and time. `line` is the old entry as its log holds it, `entry` the same line parsed.
Json brought_from(const std::string& origin, const Entry& entry, std::string_view line);

}  // namespace daybook::vault
