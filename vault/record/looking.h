#pragma once

#include <set>

#include "vault/record/shown_as.h"
#include "vault/store/database.h"

namespace daybook::vault {

/// What to look for among the items that were not removed. What is left empty does not narrow the search.
struct ListQuery {
  std::string words;  // all of them must be there; the last one may be the beginning of a word
  std::optional<ItemKind> kind;
  std::vector<std::string> tags;
  // Only Record::list() looks at the next two: it gives at most `limit` items whose numbers are below `before`.
  std::optional<ItemNumber> before;
  std::size_t limit = 50;
  // Only Record::keys() looks at the rest.
  std::optional<ShownAs> shown = {};     // only items that are shown in this way
  std::vector<std::string> people = {};  // items that name any of these, as sender or as somebody who is in the item
  std::optional<DayRange> days = {};     // items that happened on these days; where that is not known, were added then
  bool orders_by_happened = false;       // latest first; items without a known day come last
};

/// Enough of an item to find its place in a list of all of them.
struct ItemKey {
  ItemNumber number{};
  std::int64_t added_at = 0;  // seconds since 1970 UTC
  /// The days that the keeper named, else the day that a picture says it was taken. Empty unless the query has `days`
  /// or `orders_by_happened`: every answer has to be read for it.
  std::optional<DayRange> happened;
};

/// A name from the answers to `who` and `people`, and the items that have it.
struct NamedPerson {
  std::string name;
  std::set<ItemNumber> items;
};

/// What a list shows of an item. Media type, name, size and beginning are those of its newest version.
struct ListedItem {
  ItemNumber number{};
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;
  std::int64_t added_at = 0;  // seconds since 1970 UTC
  int versions = 0;
  std::uint64_t size = 0;  // bytes
  std::string media;
  std::string name;
  std::string beginning;  // first 200 bytes or less of words and notes, cut between characters
  std::string who, when;  // as the keeper says; empty where she does not
  std::vector<std::string> tags;
  std::uint64_t messages = 0;  // of a conversation
};

/// Reads an item from its rows, without a Record: salvage does so with a damaged database. `not_found` without a row,
/// `damaged` for an unknown kind, or where an item that was not removed has no version.
Result<Item> load_item(Database& database, ItemNumber number);

}  // namespace daybook::vault
