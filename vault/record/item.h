#pragma once

#include <map>

#include "vault/log/entry.h"
#include "vault/record/said_days.h"
#include "vault/store/measurement.h"

namespace daybook::vault {

enum class ItemKind { words, note, file };
/// The word in the database, in openings and in --json; part of the format.
const char* to_text(ItemKind kind);
std::optional<ItemKind> parse_item_kind(std::string_view text);

/// What can be said of an item. Every answer is a version of its own in the log; the newest counts, the older ones
/// stay.
namespace question {
constexpr const char* kWho = "who";            // who it is from or with
constexpr const char* kWhen = "when";          // when it happened, as the keeper says
constexpr const char* kWhere = "where";        // where it comes from: "my phone"
constexpr const char* kHow = "how";            // how it was copied: "screenshot", "exported"
constexpr const char* kComplete = "complete";  // whether it is all of it
constexpr const char* kTitle = "title";
constexpr const char* kExhibit = "exhibit";  // suggested exhibit reference
constexpr const char* kPeople = "people";    // one name a line
constexpr const char* kTags = "tags";        // one tag a line; her own order, never in a copy
constexpr const char* kTyped = "typed";      // who typed, when it was not the keeper alone
}  // namespace question
bool is_question(std::string_view text);

using Answers = std::map<std::string, std::string>;

constexpr std::size_t kMostAnswerBytes = 16 * 1024;

/// A content in the record.
struct ContentRef {
  std::int64_t id = 0;
  ContentFacts facts;
};

/// One state of an item. Words and files have one; a note has one for each time it was written.
struct ItemVersion {
  int number = 0;
  EntryNumber sequence{};  // its entry
  ContentRef content;
  std::string media;                     // media type, told by the content
  std::string name;                      // as shown: UTF-8, with U+FFFD where the original was not
  std::optional<Bytes> name_bytes;       // the original name where it was not UTF-8
  std::optional<std::int64_t> modified;  // what the file system said, seconds since 1970 UTC
  std::optional<std::int64_t> created;
};

struct ItemAnswer {
  std::string question;
  int version = 0;
  EntryNumber sequence{};
  std::string value;
};

struct Item {
  ItemNumber number{};
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;  // a note beside another item
  std::int64_t added_at = 0;        // this computer's clock, seconds since 1970 UTC
  bool removed = false;
  std::vector<ItemVersion> versions;  // oldest first; empty once removed
  std::vector<ItemAnswer> answers;    // every version of every answer, oldest first
  std::vector<EntryNumber> history;   // entries about this item, oldest first

  const ItemVersion& newest() const { return versions.back(); }
  /// The newest answer to each question. An empty value takes an answer back.
  Answers current_answers() const;
  /// What to call it: the title given, else its name, else its number.
  std::string heading() const;
};

/// Splits the value of `people` and `tags` into its lines; empty lines do not count.
std::vector<std::string> lines_of(std::string_view value);

}  // namespace daybook::vault
