#pragma once

#include "vault/bundle/check/grammar.h"
#include "vault/log/entry.h"

namespace daybook::vault {

/// One item of meta/manifest.json, read by its grammar (format.md section 2). The members have the names that they have
/// there, but for `number`, which is `item` of an item and `version` of a version.
struct ManifestItem {
  struct Recorded {
    std::string time;
    int offset = 0;
    friend bool operator==(const Recorded&, const Recorded&) = default;
  };
  struct Version {
    std::uint64_t number = 0, size = 0;
    EntryNumber entry{};
    std::string path, name, type, sha256, sha512;
    Recorded recorded;
    std::optional<std::string> modified, created, name_bytes;
    std::optional<std::string> on;      // where a note stands, as canonical JSON
    std::optional<std::string> out_of;  // of a file, the entry of an export that it came out of, as canonical JSON
  };
  /// The part of a conversation that is in the copy in place of its readings.
  struct PartFile {
    std::string path, sha256, sha512;
    std::uint64_t size = 0;
  };
  struct Part {
    EntryNumber entry{};
    std::string name;
    PartFile lines, bytes;
    Recorded recorded;
    std::uint64_t shown = 0, count = 0;
  };
  struct Answer {
    std::string question, text;
    std::uint64_t version = 0;
    EntryNumber entry{};
  };

  std::string number, kind;
  std::optional<std::string> about, exhibit, keeper;
  bool claims_more = false;  // derived_from, covered or attested say something that nothing in a copy bears out
  std::vector<Answer> answers;
  Recorded recorded;
  std::vector<Version> versions;  // empty where there is a part
  std::optional<Part> part;
  std::vector<EntryNumber> history;
  bool is_newer = false;  // the item has a member or kind that is not known here

  /// The newest answer to a question; nothing when there is none, or it was taken back.
  std::optional<std::string> newest_answer(std::string_view question) const;
};

/// Reads an array of numbers of entries, ascending and each once; any other array is malformed.
std::vector<EntryNumber> read_entry_numbers(const Json& array, GrammarNotes& notes);

/// Reads an item by its grammar. Nothing when it breaks the grammar.
std::optional<ManifestItem> parse_manifest_item(const Json& json);

/// What the opening of an `add` or `note` entry says of a version. The members are those of the list.
struct VersionOpening {
  std::string item, kind;  // empty in an opening of another `v`
  std::optional<std::string> about;
  ManifestItem::Version version;  // without path, entry, recorded
  bool is_newer = false;
};
/// What the opening of an `answer` entry says.
struct AnswerOpening {
  std::string item;             // empty in an opening of another `v`
  ManifestItem::Answer answer;  // without entry
  bool is_newer = false;
};
/// Reads an opening by its grammar. Nothing when it breaks the grammar; an opening of another `v` is only newer.
std::optional<VersionOpening> parse_version_opening(const Json& json);
std::optional<AnswerOpening> parse_answer_opening(const Json& json);

/// Whether a text is a kind of items that this checker knows: `words`, `note`, `file` or `conversation`.
bool is_known_kind(std::string_view kind);

}  // namespace daybook::vault
