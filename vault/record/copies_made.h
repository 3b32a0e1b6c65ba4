#pragma once

#include "vault/log/message_part.h"
#include "vault/record/record.h"

namespace daybook::vault {

// What the record knows of the copies that were made from it. The table `exports` has a row for each copy that was
// begun. What is known of a finished one stands in the opening of its `export` entry, and what the keeper says of its
// handing over in the openings of `hand-over` entries. The passphrase of a copy is kept nowhere.

/// Whether a copy was given to whom it was made for, as the keeper says. Saving a copy is not giving it.
enum class Given { not_said, yes, no };
/// The word for it in openings and in --json; empty where nothing is said.
const char* to_text(Given given);
/// The answer with this word; nothing for any other text.
std::optional<Given> parse_given(std::string_view text);

/// A copy that was made, or begun. What a record did not note when the copy was made is empty.
struct CopyMade {
  enum class State { being_made, finished, unfinished } state = State::being_made;
  std::string bundle;           // its UUID
  std::int64_t number = 0;      // from 1, in the order in which copies were begun
  std::int64_t started_at = 0;  // this computer's clock, seconds since 1970 UTC
  std::string folder;           // where its files went
  std::string purpose;          // what it was for; stands on its front page
  std::string recipient;        // for whom, in the keeper's words or one of the words of the window
  std::optional<bool> is_locked;
  std::optional<std::vector<ItemNumber>> items;  // in the order in which they were asked for
  /// The numbers that the copy itself has for its items, where this record was salvaged since and has others.
  std::vector<ItemNumber> items_in_copy;
  /// The messages that went, of each conversation of which not all did, by the numbers that they had then: an export
  /// that was joined since may have moved them.
  std::map<ItemNumber, std::vector<MessageRun>> parts;
  std::vector<std::string> files;  // names of the copy or of its parts; not of what lay beside it
  std::string receipt, key_words;
  Given given = Given::not_said;
  std::int64_t given_noted_at = 0;  // when `given` was said; 0 where nothing ever was

  bool has(ItemNumber item) const;
};

/// Every copy that was begun, newest first.
Result<std::vector<CopyMade>> copies_made(Record& record);
/// The copies in which an item went, newest first. Those that were never finished went nowhere.
Result<std::vector<CopyMade>> copies_with(Record& record, ItemNumber item);
/// The copy whose UUID begins with these digits, of which there must be at least eight, with or without `copy-` before
/// them. `not_found` when there is none, `usage` for less than eight digits or when several begin so.
Result<CopyMade> copy_made(Record& record, std::string_view digits);
/// Notes whether a copy was given, as a log entry of its own. The answers before stay in the log, and the answer that
/// stands already makes no entry. `not_found` for a copy that is not known, `usage` for one that was never finished.
Result<void> note_given(Record& record, const std::string& bundle, Given given);

/// What a database says of copies. Salvage reads the two parts one by one, because either can be torn.
struct CopyRows {
  std::vector<CopyMade> rows;                       // from the table `exports`, oldest first
  std::map<std::string, std::string> descriptions;  // of `rows`, by UUID: canonical JSON
  std::map<std::string, std::string> tag_digests;   // of `rows`, by UUID: SHA-512 in hexadecimal digits
  struct Said {
    Entry entry;
    Json opening;
  };
  std::vector<Said> said;  // what `export` and `hand-over` entries stand for, oldest first
};
Result<void> load_copy_rows(Database& database, CopyRows& found);
Result<void> load_copy_openings(Database& database, CopyRows& found);
/// The parts of conversations as the description of a copy has them.
Json parts_json(const std::map<ItemNumber, std::vector<MessageRun>>& parts);
/// Takes what the description of a copy says: purpose, for whom, whether it is locked, items, parts. What it does not
/// say stays as it is.
void take_description(CopyMade& copy, const std::string& description);
/// The copies of which the rows and the openings tell, newest first.
std::vector<CopyMade> copies_of(const CopyRows& found);

/// Whether entries of this type tell of copies.
bool tells_of_copies(std::string_view type);
/// Where the rows differ from the log. `entries` are all that tell of copies, oldest first. Each sentence is for
/// CheckFinding.
Result<std::vector<std::string>> compare_copies_with_log(Database& database, const std::vector<Entry>& entries);

}  // namespace daybook::vault
