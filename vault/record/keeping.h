#pragma once

#include "vault/record/item.h"

namespace daybook::vault {

struct Outline;

/// A new item, or a new version of a note or a conversation. The members mean what those of Item and ItemVersion mean.
struct Addition {
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;
  std::optional<NotePlace> on;
  // Of a reading: what its log entry says, and its outline, which lives as long as the call.
  std::optional<MessagesRoot> messages;
  const Outline* outline = nullptr;
  std::string media;
  std::string name;
  std::optional<Bytes> name_bytes;
  std::optional<std::int64_t> modified;
  std::optional<std::int64_t> created;
  std::optional<OutOfExport> out_of;
  Answers answers;
  bool keep_twice = true;  // false: where an item has the same content already, nothing is added
};

struct AddOutcome {
  ItemNumber item{};  // the new item, or the older one where nothing was added
  bool added = true;
  std::optional<ItemNumber> same_content;  // an older item with the same content
};

/// The members that the opening of an item's version has besides `v` and `salt` (vault/bundle/format.md).
Json version_opening_members(ItemNumber item, ItemKind kind, const std::optional<ItemNumber>& about,
                             const std::optional<NotePlace>& on, const ItemVersion& version);
/// The members that the opening of an answer has besides `v` and `salt` (vault/bundle/format.md).
Json answer_opening_members(ItemNumber item, const ItemAnswer& answer);

}  // namespace daybook::vault
