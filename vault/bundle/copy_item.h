#pragma once

#include <map>

#include "vault/bundle/part_files.h"
#include "vault/record/file_facts.h"
#include "vault/record/item.h"
#include "vault/record/message_times.h"
#include "vault/record/source_overlap.h"

namespace daybook::vault {

/// One version of an item as it stands in a copy.
struct CopyVersion {
  ItemNumber item{};
  ItemVersion version;
  std::string path;              // bag/data/000123.jpg
  Entry entry;                   // its `add` or `note` entry
  std::string first_words;       // of a text; at most kMostFirstWords bytes, cut between characters
  bool is_out_of_order = false;  // an entry before it in the log has a later time
};

/// The part of a conversation that is in a copy in place of its readings. The lines of the messages stand in for a
/// version of the item: they are a file of the copy like others.
struct CopyPart {
  ItemVersion reading;           // of which the part is; it stays home, and so does its opening
  std::vector<MessageRun> runs;  // the messages that are shown
  MessagesRoot messages;         // all of them
  ContentFacts bytes;            // of the messages as the export has them
  std::string bytes_path;        // bag/data/000123-part.bin
};

/// One version of an answer as it stands in a copy.
struct CopyAnswer {
  ItemAnswer said;
  Entry entry;
};

/// When an export of a conversation was kept in the record. Nothing of it where it was removed.
struct ExportKept {
  std::optional<EntryNumber> entry;
  std::int64_t utc_seconds = 0;  // by the clock of the computer, since 1970
  bool is_pasted = false;        // the keeper's answer says that she pasted it: no telephone made this file
};

/// What a copy has of a file that a message names.
struct NamedFile {
  std::optional<ItemNumber> item = std::nullopt;  // which item of the copy it is
  bool is_doubtful = false;                       // the copy has a file that may be the one, and that is not certain

  bool operator==(const NamedFile&) const = default;
};
/// By the number of the message.
using FilesNamed = std::map<std::uint64_t, NamedFile>;

/// An item as it stands in a copy.
struct CopyItem {
  Item item;
  // Those that are handed over, oldest first; the newest is always among them. Of a part: its lines.
  std::vector<CopyVersion> versions;
  std::optional<CopyPart> part;
  std::optional<ReadingId> reading;      // of a conversation: the newest reading
  std::vector<SourceOverlap> exports;    // that it was made of, where they are several
  std::vector<ExportKept> exports_kept;  // when each was kept that it was made of, also where it is one
  // Which messages in the copy an export does not have as they stand. Of a part, `other` may stay here.
  std::vector<NotRepeated> not_repeated;
  // Of a conversation, of a note about messages, and of a file that messages name: of those that are in the copy.
  std::optional<MessageTimes> sent;
  FilesNamed attached;  // of a conversation: the files that its messages in the copy name
  // Of a note about messages: which they are, as the newest reading of the conversation numbers them.
  std::optional<MessagesNoted> noted;
  std::vector<CopyAnswer> answers;  // those that are handed over, oldest first; an empty one takes the ones before back
  std::size_t answers_left_out = 0;  // earlier answers that she left at home
  std::vector<Entry> history;        // entries about this item that say nothing of what is not in the copy
  std::optional<FileSays> says;      // what the newest version says of itself, where it was looked at
  std::vector<ItemNumber> notes;     // the notes beside this item that are in the copy, oldest first

  const CopyVersion& first() const { return versions.front(); }
  const CopyVersion& newest() const { return versions.back(); }
  /// The newest answer to a question; empty where there is none, or she took it back.
  std::string answer(std::string_view question) const;
};

constexpr std::size_t kMostFirstWords = 240;

}  // namespace daybook::vault
