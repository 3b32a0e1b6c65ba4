#pragma once

#include "crypto/merkle.h"
#include "vault/log/canonical_json.h"

namespace daybook::vault {

/// The permanent number of an item, from 1, shown and written with six digits or more. A type of its own, so that no
/// count and no other number is taken for one.
enum class ItemNumber : std::int64_t {};
std::string item_text(ItemNumber item);
/// The number that a person or a file wrote, with or without leading zeros; none for anything else, and for 0.
std::optional<ItemNumber> parse_item(std::string_view text);

/// The place of an entry in its log, from 0.
enum class EntryNumber : std::uint64_t {};
std::string entry_text(EntryNumber entry);
/// The same place as the leaf of a Merkle tree (RFC 6962, section 2.1).
constexpr std::uint64_t leaf_index(EntryNumber entry) { return static_cast<std::uint64_t>(entry); }

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
constexpr const char* kKey = "key";
constexpr const char* kBranch = "branch";
constexpr const char* kClock = "clock";
constexpr const char* kFiller = "filler";
}  // namespace entry_type

/// True for entries that no copy discloses: what they are about stays with the keeper.
bool stays_home(std::string_view type);

/// What a caller says of a new entry; the log adds sequence, times, salt and the previous leaf.
struct EntryDraft {
  std::string type;
  std::vector<ItemNumber> items;                // in clear: a number says nothing of the content
  std::optional<crypto::Sha256Digest> subject;  // SHA-256 of the opening
  Json more = Json::object();                   // further members, by type of entry
};

/// An entry as read back.
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

/// Longest line: what C2SP tlog-tiles allows.
constexpr std::size_t kMostEntryBytes = 65535;

/// `malformed` unless the line is canonical and has every member an entry must have.
Result<Entry> parse_entry(std::string_view line);

/// A new opening: the members with a fresh 32-byte salt, as its canonical line. Who has the line can show what an
/// entry's subject stands for; who has not cannot guess it.
std::string make_opening(Json members);

}  // namespace daybook::vault
