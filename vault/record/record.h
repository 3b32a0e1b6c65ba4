#pragma once

#include <set>

#include "crypto/age_keys.h"
#include "crypto/minisign.h"
#include "vault/log/custody_log.h"
#include "vault/log/key_change.h"
#include "vault/record/contents.h"
#include "vault/record/picture_facts.h"
#include "vault/record/shown_as.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {

// The record: what a keeper keeps, with its log. This is the header to read first.
//
//   Record::create   makes one and gives the code for the recovery sheet
//   Record::open     opens it with the passphrase or that code
//   add, write_note, answer, remove, list, search, item, check ...
//
// Every change and the log entries that describe it are one transaction: when a call has returned well, both are on the
// medium; otherwise neither is. One thread at a time.

struct Surroundings {
  FileSystem& files;
  Clock& clock;
  StatementGate* gate = nullptr;
  const char* vfs = nullptr;
  std::uint64_t segment_size = kSegmentSize;  // of stored files

  VaultSurroundings of_vault() const { return {files, gate, vfs, segment_size}; }
};

/// Keys of the record itself, kept in the database.
struct RecordKeys {
  crypto::SigningKey root;  // signs sealed copies
  crypto::MinisignKeyId root_id;
  LogIdentity log;
  crypto::AgeIdentity identity;          // the keeper's own, so that others can send her something
  std::vector<EarlierLog> earlier_logs;  // before a change of keys or a branch; oldest first

  static Result<RecordKeys> load(Database& database, const std::string& record_id);
  /// Opens a head that this log signed, under its present key or an earlier one.
  Result<crypto::Checkpoint> open_checkpoint(std::string_view note) const;
  crypto::MinisignPublicKey root_public() const { return {root_id, root.public_key()}; }
};

/// A new item.
struct Addition {
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;
  std::string media;
  std::string name;
  std::optional<Bytes> name_bytes;
  std::optional<std::int64_t> modified;
  std::optional<std::int64_t> created;
  Answers answers;
  bool keep_twice = true;  // false: when the same content is kept already, say so and add nothing
};

struct AddOutcome {
  ItemNumber item = 0;
  bool added = true;
  std::optional<ItemNumber> same_content;  // an older item with the same content
};

struct ListQuery {
  std::string words;  // empty: everything
  std::optional<ItemKind> kind;
  std::vector<std::string> tags;
  // For list() only: the next page begins after the last number of this one.
  std::optional<ItemNumber> before;
  std::size_t limit = 50;
  // For keys() only.
  std::optional<ShownAs> shown = {};     // only what is shown so
  std::vector<std::string> people = {};  // any of these names, as sender or as somebody who is in it
  std::optional<DayRange> days = {};     // that it happened in; where that is not known, that it was added in
  bool orders_by_happened = false;       // latest first; what has no known day comes last
};

/// One finding of a check. Nothing found is the good case.
struct CheckFinding {
  std::string what;  // plain English, naming entry or item
  std::optional<ItemNumber> item;
};

struct CheckReport {
  std::uint64_t entries = 0;
  std::uint64_t items = 0;
  std::uint64_t contents = 0;
  std::uint64_t bytes = 0;
  std::vector<CheckFinding> findings;
  std::vector<std::string> unknown_objects;  // not ours to judge: kept, and said
};

/// How the files of a copy begin; the rest of the name tells the form. Neutral: it goes on a stick.
inline std::string copy_stem(const std::string& bundle) { return "copy-" + bundle.substr(0, 8); }

/// What a hand-over starts from: the log as it stood, with its place in the order of copies.
struct ExportTicket {
  std::string bundle;  // a UUID
  std::int64_t number = 0;
  CustodyLog::Head head;
  std::optional<std::string> previous_checkpoint;  // of the copy before
  Instant started;
};

/// An item of another continuation of this record (a backup that was restored, a record that was damaged), to be added
/// to this one. Its own log entries stay in their own log; the new ones name them in `brought`.
struct CarriedItem {
  struct Version {
    Addition facts;
    StoredContent content;
    Json brought;  // see brought_from(); null when nothing is known
  };
  ItemKind kind = ItemKind::file;
  std::optional<ItemNumber> about;
  std::vector<Version> versions;                             // oldest first; more than one only for notes
  std::vector<std::pair<std::string, std::string>> answers;  // every version of every answer, oldest first
};

/// What the `add` entry of a carried item says of where it comes from: the log's name and the old entry's number, leaf
/// and time. For what is left of a damaged record some of these may be unknown.
Json brought_from(const std::string& origin, const Entry& entry, std::string_view line);

class Record {
 public:
  static Result<crypto::SecretBuffer> create(const Surroundings& surroundings, const Path& folder,
                                             const TypedSecret& passphrase);
  static Result<std::unique_ptr<Record>> open(const Surroundings& surroundings, const Path& folder,
                                              const TypedSecret& typed);

  Vault& vault() { return *m_vault; }
  const RecordKeys& keys() const { return m_keys; }
  const std::string& record_id() const { return m_record_id; }
  CustodyLog log() { return CustodyLog(m_vault->database()); }
  Clock& clock() { return m_surroundings.clock; }

  /// Copies that were being sealed when the record was last closed, by a crash or by hiding: what was unfinished of them
  /// was removed where it still lay.
  std::size_t unfinished_copies() const { return m_unfinished_copies; }

  // Keeping
  Result<AddOutcome> add(const Addition& addition, StoredContent content);
  /// Words or a note from text. `malformed` when it is not UTF-8; `usage` when it is empty.
  Result<AddOutcome> add_text(const Addition& addition, std::string_view text);
  /// Many texts in one transaction: all or none.
  Result<std::vector<AddOutcome>> add_texts(const std::vector<std::pair<Addition, std::string>>& additions);
  /// A new version of a note; the older ones stay. Returns the number of the version.
  Result<int> rewrite_note(ItemNumber item, std::string_view text);
  /// Gives or changes an answer. An empty value takes it back; the history keeps it.
  Result<void> answer(ItemNumber item, const Answers& answers);
  /// Takes the content out of this record for good; the log keeps that there was something.
  Result<void> remove(ItemNumber item);

  /// One transaction for all of the item.
  Result<AddOutcome> carry(CarriedItem item);

  // Looking
  Result<Item> item(ItemNumber number);
  Result<std::vector<ListedItem>> list(const ListQuery& query);
  /// Everything that matches, newest first: for a window that shows any part of it.
  Result<std::vector<ItemKey>> keys(const ListQuery& query);
  /// The rows of these items, in their order, without those that are gone.
  Result<std::vector<ListedItem>> rows(const std::vector<ItemNumber>& items);
  /// Everybody who is named as sender or as being in an item, by name.
  Result<std::vector<NamedPerson>> people();
  /// Notes beside this item that are still there, oldest first.
  Result<std::vector<ItemNumber>> notes_about(ItemNumber item);
  Result<std::uint64_t> count();
  Result<std::vector<std::string>> all_tags();
  /// The numbers of all items, removed ones too, in order.
  Result<std::vector<ItemNumber>> all_items();
  /// Items with a content in one of these objects.
  Result<std::vector<ItemNumber>> items_in_objects(const std::set<std::string>& objects);
  Result<std::unique_ptr<ByteSource>> open_version(const ItemVersion& version);
  /// What is known of a picture; nothing when it was not looked at yet (look_at_picture() of vault/intake does that).
  Result<std::optional<KnownPicture>> picture(const ContentRef& content);
  /// Keeps that, once. A content that has gone meanwhile is no error.
  Result<void> keep_picture(const ContentRef& content, const KnownPicture& known);
  /// Remembered until note_views(): one log entry for an opening of the record, not one for each look.
  void viewed(ItemNumber item) { m_viewed.insert(item); }
  Result<void> note_views();

  /// Everything recomputed: log, tree, signatures, every row against its entry, every content. Streams.
  Result<CheckReport> check(const Progress& progress = {});

  // Keys
  /// For when somebody may know the passphrase: new keys for everything that is kept and signed from now on, a new
  /// passphrase, a new recovery code (returned). What was copied before opens with the old ones for ever. Then
  /// vault().rewrap_objects() has to be called; it may be stopped and taken up again.
  Result<crypto::SecretBuffer> replace_keys(const TypedSecret& passphrase);
  /// The record was put together again from a backup or from what was left of it: from here on the log is a branch,
  /// with a key and a name of its own and an entry that names the head it continues. `reason`: "restored" or
  /// "salvaged".
  Result<void> start_branch(const char* reason);
  /// The first entry of a record that holds what could be brought back from a damaged one: names the head of that one's
  /// log, or null.
  Result<void> note_salvage(const Json& old_head);

  // Handing over (vault/bundle does the rest)
  Result<ExportTicket> begin_export(const std::string& target, const Json& description);
  Result<void> finish_export(const ExportTicket& ticket, const crypto::Sha512Digest& tagmanifest_sha512,
                             const std::vector<ItemNumber>& items);
  Result<void> abandon_export(const std::string& bundle);
  /// The opening of an entry, or nothing when it has none (any more).
  Result<std::optional<std::string>> opening(std::uint64_t sequence);

 private:
  Record(const Surroundings& surroundings, std::unique_ptr<Vault> vault, RecordKeys keys, std::string record_id)
      : m_surroundings(surroundings),
        m_vault(std::move(vault)),
        m_keys(std::move(keys)),
        m_record_id(std::move(record_id)) {}

  Database& database() { return m_vault->database(); }
  Result<std::unique_ptr<LogWriter>> write();
  Result<void> settle();
  Result<AddOutcome> add_within(LogWriter& log, const Addition& addition, StoredContent& content,
                                const Json& brought = nullptr);
  Result<void> add_version(LogWriter& log, ItemNumber item, int number, const Addition& addition, std::int64_t content,
                           const ContentFacts& facts, const Json& brought = nullptr);
  Result<void> answer_within(LogWriter& log, ItemNumber item, const Answers& answers);
  Result<std::uint64_t> append_about(LogWriter& log, const char* type, ItemNumber item,
                                     const std::optional<std::string>& opening, const Json& brought = nullptr);
  Result<void> index(ItemNumber item);
  Result<void> require_present(ItemNumber item);

  Surroundings m_surroundings;
  std::unique_ptr<Vault> m_vault;
  RecordKeys m_keys;
  std::string m_record_id;
  std::set<ItemNumber> m_viewed;
  std::size_t m_unfinished_copies = 0;
};

/// An item from the rows of a database that may not be a whole record any more.
Result<Item> load_item(Database& database, ItemNumber number);

/// The members of an opening that an item's version must agree with.
Json version_opening_members(ItemNumber item, ItemKind kind, const std::optional<ItemNumber>& about,
                             const ItemVersion& version);
Json answer_opening_members(ItemNumber item, const ItemAnswer& answer);

}  // namespace daybook::vault
