#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// Reads an item and stores its contents in `into`, ready for Record::carry(); `about` is left to the caller. `damaged`
/// when a content is not what it was.
Result<CarriedItem> read_item(Record& from, const Item& item, Record& into, const Progress& progress = {});

/// What is said of a version, for carrying it over.
Addition facts_of(const Item& item, const ItemVersion& version);

/// Stores what a source holds. Constant memory.
Result<StoredContent> store_source(Vault& vault, ByteSource& source, const Progress& progress = {});

}  // namespace daybook::vault
