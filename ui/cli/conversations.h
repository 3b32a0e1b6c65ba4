#pragma once

#include "ui/cli/commands.h"
#include "vault/bundle/snapshot_request.h"
#include "vault/record/attachment_counts.h"
#include "vault/record/conversation.h"
#include "vault/record/tags_on_messages.h"

namespace daybook::ui {

/// Messages as they are typed: `118` or `118-131`. `usage` when they are none.
Result<vault::MessageRun> message_range(const std::string& text);

/// Whether an answer to which sender she is names one of the conversation, as written. `usage` where it does not.
Result<void> check_me(vault::Record& record, vault::ItemNumber item, const vault::Answers& answers);

/// What a conversation cannot do any more once an item is removed; empty where the item is no export or conversation.
Result<std::string> lost_with(vault::Record& record, vault::ItemNumber item);

/// The messages of a conversation that have all that a query looks for, the first few of its days, below the line of
/// the conversation and as `hits` of the last item of the object.
Result<void> print_hits(vault::Record& record, vault::ItemNumber number, const vault::ListQuery& query, Output& output);

/// What a conversation is, as --json has it.
Json summary_json(const vault::Conversation& conversation);
/// How an export stands to those before it, as --json has it.
Json overlap_json(const vault::SourceOverlap& overlap);
/// That a later export does not have a message as it stands, as --json has it.
Json not_repeated_json(const vault::NotRepeated& one);

/// Reads a kept export as conversations, and tells of them. An export that is not understood is kept all the same,
/// which is no error, and is told by an exit code of its own.
Result<void> read_added_chat(vault::Record& record, vault::ItemNumber exported, const Options& options, Output& output);

/// The messages of a conversation that the options name, by number or by tag, or all of them, with their tags and the
/// notes beside them.
Result<void> show_messages(vault::Record& record, vault::ItemNumber number, const Options& options, Output& output);
/// The line below a message that says its tags. There must be one.
std::string tags_line(const std::vector<std::string>& tags);
/// Tells which tags are on messages that the newest reading does not have, and whether the tags can be read.
void tell_not_placed(const vault::TagsOnMessages& tags, Output& output);

/// Tells of the file that one message names: whether it is in the export, and what it is. Writes it out where the
/// options say so.
Result<void> show_attachment(vault::Record& record, vault::ItemNumber number, const Options& options, Output& output);
/// Keeps the file that a message names as an item of its own.
Result<void> add_attachment(vault::Record& record, const Options& options, Output& output);
/// How many of the files that a conversation names are in its exports.
Result<vault::AttachmentCounts> attachments_in(vault::Record& record, vault::ItemNumber conversation);

/// Chooses the messages of conversations that the options name for a copy. Of a conversation of which none are named
/// all goes along where the options say so, with the exports that it was read from; else that is `not_decided`. Tells
/// what is left out. `usage` for messages that are not there.
Result<void> choose_messages(vault::Record& record, const Options& options, vault::SnapshotRequest& contents,
                             Output& output);
/// The notes beside messages of conversations of which a part goes along, none of whose messages goes.
Result<std::set<vault::ItemNumber>> notes_about_others(vault::Record& record, const vault::SnapshotRequest& contents);
/// Tells which notes that go along are about messages that do not.
Result<void> tell_of_notes(vault::Record& record, const vault::SnapshotRequest& contents, Output& output);

}  // namespace daybook::ui
