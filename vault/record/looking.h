#pragma once

#include <set>

#include "vault/record/shown_as.h"
#include "vault/store/database.h"

namespace daybook::vault {

/// What to look for.
struct ListQuery {
  std::string words;  // empty: everything
  std::optional<ItemKind> kind;
  std::vector<std::string> tags;
  // For list() only: the next page begins after the last number of this one.
  std::optional<ItemNumber> before;
  std::size_t limit = 50;
  // For keys() only.
  std::optional<ShownAs> shown = {};     // only what is shown so
  std::vector<std::string> people = {};  // any of these names, as sender or as somebody who is in it
  std::optional<DayRange> days = {};     // that it happened in; where that is not known, that it was added in
  bool orders_by_happened = false;       // latest first; what has no known day comes last
};

/// Enough of an item to find its place in a list of all of them.
struct ItemKey {
  ItemNumber number{};
  std::int64_t added_at = 0;
  /// The days that the keeper named, else the day that a picture says it was taken. Loaded when the query asks.
  std::optional<DayRange> happened;
};

/// A person as the answers name one.
struct NamedPerson {
  std::string name;
  std::set<ItemNumber> items;
};

/// A row of a list.
struct ListedItem {
  ItemNumber number{};
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;
  std::int64_t added_at = 0;
  int versions = 0;
  std::uint64_t size = 0;
  std::string media;
  std::string name;
  std::string beginning;  // first 200 bytes or less of words and notes, cut at a character
  std::string who, when;  // as the keeper says, if she does
  std::vector<std::string> tags;
};

/// An item from the rows of a database that may not be a whole record any more.
Result<Item> load_item(Database& database, ItemNumber number);

}  // namespace daybook::vault
