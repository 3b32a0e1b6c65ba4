#pragma once

#include "vault/record/item.h"

namespace daybook::vault {

/// A new item.
struct Addition {
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;
  std::string media;
  std::string name;
  std::optional<Bytes> name_bytes;
  std::optional<std::int64_t> modified;
  std::optional<std::int64_t> created;
  Answers answers;
  bool keep_twice = true;  // false: when the same content is kept already, say so and add nothing
};

struct AddOutcome {
  ItemNumber item{};
  bool added = true;
  std::optional<ItemNumber> same_content;  // an older item with the same content
};

/// The members of an opening that an item's version must agree with.
Json version_opening_members(ItemNumber item, ItemKind kind, const std::optional<ItemNumber>& about,
                             const ItemVersion& version);
Json answer_opening_members(ItemNumber item, const ItemAnswer& answer);

}  // namespace daybook::vault
