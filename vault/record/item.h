#pragma once

#include <map>

#include "vault/log/entry.h"
#include "vault/record/note_place.h"
#include "vault/record/out_of_export.h"
#include "vault/record/said_days.h"
#include "vault/store/measurement.h"

namespace daybook::vault {

/// What an item is: words that somebody else wrote and she pasted, a note of her own, a file, or a conversation, whose
/// versions are readings (vault/record/reading.h) of exports, which are files.
enum class ItemKind { words, note, file, conversation };
/// The word for a kind in the database, in openings, in copies and in --json. It is part of the formats.
const char* to_text(ItemKind kind);
/// The kind with this word; nothing for any other text.
std::optional<ItemKind> parse_item_kind(std::string_view text);

/// The media type of text in UTF-8, which words and notes have, and files that are nothing else.
constexpr const char* kUtf8Text = "text/plain; charset=utf-8";

/// What can be said of an item. Every answer is a version with a log entry of its own. The newest counts, and the older
/// ones stay.
namespace question {
constexpr const char* kWho = "who";            // who the item is from or with
constexpr const char* kWhen = "when";          // when it happened, as the keeper says
constexpr const char* kWhere = "where";        // where the item comes from: "my phone"
constexpr const char* kHow = "how";            // how the item was copied: "screenshot", "exported"
constexpr const char* kComplete = "complete";  // whether the item is all that there was
constexpr const char* kTitle = "title";
constexpr const char* kExhibit = "exhibit";    // suggested exhibit reference
constexpr const char* kPeople = "people";      // who is in the item, one name a line
constexpr const char* kTags = "tags";          // one tag a line, for the keeper's own order; never in a copy
constexpr const char* kLanguage = "language";  // the language of the item, in the keeper's words
constexpr const char* kTyped = "typed";        // who typed, when it was not the keeper alone (vault/record/helper.h)
constexpr const char* kHelper = "helper";      // the name of who helped; in a copy only where the keeper says so
constexpr const char* kMe = "me";              // which sender of a conversation the keeper is, as written there
}  // namespace question
bool is_question(std::string_view text);
/// Whether the lines of an answer to this question are names of people.
bool names_people(std::string_view question);

/// Answers by question. An empty answer takes an older one back.
using Answers = std::map<std::string, std::string>;

/// Longest answer to one question.
constexpr std::size_t kMostAnswerBytes = 16 * 1024;

/// A content in the record: the id of its row in `contents`, and what was measured when it came in.
struct ContentRef {
  std::int64_t id = 0;
  ContentFacts facts;
};

/// One state of an item. Words and files have one; a note has one for each time it was written, a conversation one for
/// each reading.
struct ItemVersion {
  int number = 0;          // from 1
  EntryNumber sequence{};  // its log entry
  ContentRef content;
  std::string media;                // media type, told by the content
  std::string name;                 // as shown: UTF-8, with U+FFFD where the original was not
  std::optional<Bytes> name_bytes;  // the original name where it was not UTF-8
  std::optional<std::int64_t>
      modified;  // what the file system said, seconds since 1970 UTC; is_usable_time() may be false
  std::optional<std::int64_t> created;  // as `modified`
  std::optional<OutOfExport> out_of;    // of a file that was attached to a message of a chat
};

/// One answer that was given to a question about an item.
struct ItemAnswer {
  std::string question;
  int version = 0;         // from 1
  EntryNumber sequence{};  // its log entry
  std::string value;       // empty: the answer was taken back
};

struct Item {
  ItemNumber number{};
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;  // the item beside which a note stands
  std::optional<NotePlace> on;      // where in a conversation, or in time, a note stands
  std::int64_t added_at = 0;        // this computer's clock, seconds since 1970 UTC
  bool removed = false;
  std::vector<ItemVersion> versions;  // oldest first; empty once removed
  std::vector<ItemAnswer> answers;    // every version of every answer, oldest first
  std::vector<EntryNumber> history;   // log entries about this item, oldest first

  /// Only for an item that was not removed.
  const ItemVersion& newest() const { return versions.back(); }
  /// The newest answer to each question, without those that were taken back.
  Answers current_answers() const;
  /// What to call the item: its title, else the newest version's name, else the item's number.
  std::string heading() const;
};

/// The lines of an answer to `people` or `tags`, without the empty ones.
std::vector<std::string> lines_of(std::string_view value);

}  // namespace daybook::vault
