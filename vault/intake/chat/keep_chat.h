#pragma once

#include "vault/intake/chat/chat_export.h"
#include "vault/intake/chat/reading_writer.h"
#include "vault/record/record_access.h"

namespace daybook::vault {

/// What the keeper says of an export when it is read.
struct SaidOfChat {
  std::optional<DateOrder> order;  // of day and month, where she said it
  std::string title;      // of the conversation; empty: the name of the export, or of the text in a ZIP or its folder
  bool is_apart = false;  // it is a conversation on its own, whatever it has in common with others
  std::optional<ItemNumber> join = std::nullopt;  // the conversation that it belongs to
  // Somebody chose what is in it. What it lacks says nothing of the chat then, so it is joined to no conversation by
  // itself.
  bool is_excerpt = false;
};

/// A conversation that an export was read into.
struct KeptConversation {
  ItemNumber conversation{};
  int version = 0;     // of the conversation: the reading
  bool is_new = true;  // false: this export had been read in this way before, and nothing was added
  Outline outline;     // without blocks
  OrderBy order_by = OrderBy::found;
  bool is_joined = false;           // the conversation rested on other exports, and now on this one too
  bool moves_days = false;          // its dates were read in another order of day and month before
  std::size_t source = 0;           // which of its exports this one is, from 0
  std::optional<ItemNumber> alike;  // another conversation with some of the same words, which may be of the same chat
};

/// What an export was read into, and what of it was not read.
struct KeptChats {
  std::vector<KeptConversation> conversations;
  std::vector<ChatExport::Unread> unread;  // what could be the text of a chat too
};

/// Reads an export that is kept as item `exported` into conversations: one, or as many as there are texts of chats in a
/// ZIP. Where a conversation rests on the same text already, it gets another reading if the order of dates differs, and
/// none if it does not. Where one is of the same chat beyond doubt (is_one_chat()), or is the one that the keeper
/// names, it gets a reading of all of its exports and this one, also where that adds no message: it then says that they
/// stand in this export too, which of them do not, and a whole copy takes it along.
///
/// The record is visited briefly; the reading happens on the caller's thread. `progress` counts bytes of the reading.
/// `unsupported` where the file is no export of a chat that is read here: it stays what it is, a kept file. `cancelled`
/// when `progress` says so; `not_found`, `usage` where the item is no file; `not_as_seen` where the conversation got
/// another reading meanwhile. Of one that the keeper names also the errors of open_with(), `does_not_match` where it
/// shares no message, and `usage` where the ZIP has several chats. After an error those conversations stay that were
/// read before it.
Result<KeptChats> read_kept_chat(RecordAccess& access, ItemNumber exported, const SaidOfChat& said,
                                 const Progress& progress = {},
                                 const ArchiveReader& archives = ArchiveReader::beside_this_program());

}  // namespace daybook::vault
