#pragma once

#include "crypto/merkle.h"
#include "vault/log/canonical_json.h"

namespace daybook::vault {

/// The permanent number of an item, from 1. It is a type of its own, so that no count and no other number is taken for
/// one.
enum class ItemNumber : std::int64_t {};
/// The number as it is shown and written: six digits or more.
std::string item_text(ItemNumber item);
/// Numbers as they stand in a sentence: `000001, 000013`.
std::string item_list_text(const std::vector<ItemNumber>& items);
/// The number that a decimal text means, with or without leading zeros. Nothing for any other text, and for 0.
std::optional<ItemNumber> parse_item(std::string_view text);

/// The place of an entry in its log, from 0.
enum class EntryNumber : std::uint64_t {};
/// The number as messages have it, in decimal digits.
std::string entry_text(EntryNumber entry);
/// The same place as the leaf of a Merkle tree (RFC 6962, section 2.1).
constexpr std::uint64_t leaf_index(EntryNumber entry) { return static_cast<std::uint64_t>(entry); }

/// Types of entries. vault/bundle/format.md has the members of each, and vault/format.md those of `case`, `person` and
/// `hand-over`.
namespace entry_type {
constexpr const char* kGenesis = "genesis";
constexpr const char* kAdd = "add";
constexpr const char* kNote = "note";
constexpr const char* kAnswer = "answer";
constexpr const char* kRemove = "remove";
constexpr const char* kCase = "case";      // a fact about the case
constexpr const char* kPerson = "person";  // a description of a person
constexpr const char* kViewed = "viewed";
constexpr const char* kExport = "export";
constexpr const char* kExportUnfinished = "export-unfinished";
constexpr const char* kHandOver = "hand-over";  // whether a copy was given to whom it was made for
constexpr const char* kKey = "key";
constexpr const char* kBranch = "branch";
constexpr const char* kClock = "clock";
constexpr const char* kFiller = "filler";
}  // namespace entry_type

/// Whether entries of this type are disclosed in no copy, because they say something of people or of the case that is
/// for the keeper alone.
bool stays_home(std::string_view type);

/// What a caller says of a new entry. The log adds its number, times, salt and the leaf before.
struct EntryDraft {
  std::string type;
  std::vector<ItemNumber> items;                // in clear, because a number says nothing of the content
  std::optional<crypto::Sha256Digest> subject;  // SHA-256 of the opening
  Json more = Json::object();                   // further members, which depend on the type
};

/// An entry of the log that was read.
struct Entry {
  EntryNumber sequence;
  std::int64_t utc_seconds;
  int offset_minutes;
  std::string type;
  std::vector<ItemNumber> items;
  std::optional<crypto::Sha256Digest> subject;
  crypto::TreeHash previous;  // leaf hash of the entry before; zeros for the first
  Json json;                  // all members
};

/// The most bytes in the line of an entry, which are those that C2SP tlog-tiles.md allows.
constexpr std::size_t kMostEntryBytes = 65535;

/// Reads the line of an entry. `malformed` when it is not canonical, too long, or lacks a member that every entry has.
Result<Entry> parse_entry(std::string_view line);

/// A new opening as its canonical line: the members, `v`, and a random salt of 32 bytes. An entry has the SHA-256 of
/// the line as its subject. Whoever has the line can show what the entry stands for. Nobody else can guess it, because
/// of the salt.
std::string make_opening(Json members);

}  // namespace daybook::vault
