#pragma once

#include "vault/record/record.h"
#include "vault/store/damaged_object.h"

namespace daybook::vault {

/// Reads an item of `from` and stores its contents in `into`, ready for Record::carry() there. The caller sets `about`,
/// because the numbers of items differ between the two. `damaged` when a content does not have its digest, `cancelled`.
Result<CarriedItem> read_item(Record& from, const Item& item, Record& into, const Progress& progress = {});

/// The kind, type, name and file times of a version, for carrying it over.
Addition facts_of(const Item& item, const ItemVersion& version);

/// Stores all bytes of a source. Memory does not grow with them. Errors as store_content().
Result<StoredContent> store_source(Vault& vault, ByteSource& source, const Progress& progress = {});

/// Says in an item's name and in its log entry where zeros stand for what could not be read, so that nobody takes them
/// for content. Does nothing for a file without holes.
void mark_holes(const DamagedObject& object, Addition& facts, Json& brought);

/// A content as the database has it: the bytes themselves, or the name of the object that holds them.
struct StoredRow {
  crypto::ContentBuffer bytes;
  std::string object;
};

/// The row of a content; `not_found` when there is none.
Result<StoredRow> load_content_row(Database& database, std::int64_t id);

}  // namespace daybook::vault
