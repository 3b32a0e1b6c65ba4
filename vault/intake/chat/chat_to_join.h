#pragma once

#include "vault/intake/chat/chat_sources.h"
#include "vault/intake/chat/joined_exports.h"
#include "vault/record/conversation.h"
#include "vault/record/record_access.h"

namespace daybook::vault {

/// The text of a chat that is to be read, and where it stands.
struct TextToRead {
  const ChatFormat* format = nullptr;
  ByteSource* text = nullptr;
  ReadingSource source;
  std::string title;
  std::optional<DateOrder> order;  // of its dates, where the keeper said it
};

/// The place of a source among those of a reading. Nothing where it is not among them.
std::optional<std::size_t> place_of(const ReadingHead& head, const ReadingSource& source);

/// A conversation whose exports are opened to be read anew, with a text among them or behind them.
struct OpenedConversation {
  Conversation conversation;
  ChatSources kept;       // the exports that it rests on
  std::size_t place = 0;  // of the text among all exports
  JoinedExports exports;  // all of them, compared
};
/// Opens one. The order of dates is what the keeper says now or said before, else what the exports say. `unsupported`
/// where the conversation is of another service, `too_large` over kMostSources or kMostCompared, `does_not_match` where
/// the exports do not agree about the order of their dates; else the errors of ChatSources::open(). The text and the
/// record must outlive the result.
Result<OpenedConversation> open_with(RecordAccess& access, Conversation conversation, const TextToRead& text,
                                     const Progress& progress, const ArchiveReader& archives);

/// What the record has of the chat of a text.
struct ChatFound {
  std::optional<OpenedConversation> conversation;  // of the same chat beyond doubt (is_one_chat())
  std::optional<ItemNumber> alike;  // where there is none: has some of the same words, and may be of the same chat
};
/// Looks for the conversation that shares most messages with a text, the later added one of two that share as many. A
/// conversation that cannot be read anew, or reads dates in another order, is passed over; one whose messages would get
/// other days by the text is no more than alike.
Result<ChatFound> find_chat(RecordAccess& access, const TextToRead& text, const Progress& progress,
                            const ArchiveReader& archives);

}  // namespace daybook::vault
