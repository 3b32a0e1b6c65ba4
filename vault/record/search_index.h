#pragma once

#include "vault/record/looking.h"
#include "vault/record/search_query.h"

namespace daybook::vault {

class Record;

// The search index is derived from the items. Every item has one row in it, with its name, its answers and its text. A
// text of more than kMostInlineBytes, or in other letters than UTF-8, is not put there when it is kept, because that
// would keep the person waiting: it waits, and index_texts() of vault/intake puts it into an index of its own, part by
// part.

/// Puts an item into the index in place of what stood there, within the caller's transaction. The parts of a long text
/// stay when its content is the same.
Result<void> index_item(Record& record, ItemNumber item);
/// Takes an item out of the index, within the caller's transaction.
Result<void> forget_in_index(Database& database, ItemNumber item);
/// Puts those items into the index that an older version of the tables had in another one. Does nothing where all are
/// there. Where the record cannot be written to, the index is in memory while it is open.
Result<void> index_missing(Record& record);

/// A long text that is not in the index as a whole yet.
struct WaitingText {
  ItemNumber item{};
  ItemKind kind = ItemKind::file;
  ItemVersion version;
  std::uint64_t next = 0;  // the part that is to be put there next
};
/// The first text that waits among the items after `after`.
Result<std::optional<WaitingText>> next_waiting_text(Record& record, ItemNumber after);
/// How many texts wait. Until there are none, a search may miss an item.
Result<std::size_t> count_waiting_texts(Record& record);
/// A part of a long text, or a message of a conversation, as the index has it.
struct IndexedPart {
  std::int64_t row = 0;  // number of a message, or what tells a part from the others of its text; it must grow
  std::string folded;    // as fold_for_search() has it
  std::string filters;   // terms that the functions of search_query.h make, with blanks between them
};
/// Puts parts of a text into the index in one transaction. `next` is the part that follows them, and nothing when they
/// are the last. False, without a change, when the item does not wait at `text.next` any more: it was removed or
/// written anew meanwhile.
Result<bool> index_parts(Record& record, const WaitingText& text, const std::vector<IndexedPart>& parts,
                         std::optional<std::uint64_t> next);

/// The items with everything that is searched for, where some of it stands in the parts of a long text. Latest first.
/// Those that have all of it in their own row are found by the index alone.
Result<std::vector<ItemNumber>> find_in_parts(Database& database, const std::vector<SearchTerm>& terms,
                                              const std::vector<std::string>& filters);

/// The numbers of the messages of a conversation that have everything, from number `first` on, at most `count`. Those
/// that wait to be put into the index are not found yet.
Result<std::vector<std::uint64_t>> find_messages(Record& record, ItemNumber conversation,
                                                 const std::vector<SearchTerm>& terms,
                                                 const std::vector<std::string>& filters, std::uint64_t first,
                                                 std::size_t count);

}  // namespace daybook::vault
