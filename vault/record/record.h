#pragma once

#include <set>

#include "vault/record/carry.h"
#include "vault/record/check.h"
#include "vault/record/file_facts.h"
#include "vault/record/hand_over.h"
#include "vault/record/keeping.h"
#include "vault/record/looking.h"
#include "vault/record/record_keys.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {

// The record: what a keeper keeps, with its log. This is the header to read first.
//
//   Record::create   makes a record and gives the code for the recovery sheet
//   Record::open     opens a record with the passphrase or with that code
//   add, rewrite_note, answer, remove, list, keys, item, check ...
//
// What is said of the case and of people, and what the window remembers, have headers of their own: case_facts.h,
// people.h, preferences.h.
//
// Every change and the log entries that describe it are one transaction. When a call has returned without an error,
// both are on the medium. After an error neither is, but for the one case of StoredContent::leave_to_record().
//
// Errors that any call may have, and that are not named again below: `damaged` where rows, log or files are not what
// was written, `input_output` and `disk_full`. Every call that writes answers `read_only` where nothing can be kept.

/// What a record stands on. The references must outlive the record.
struct Surroundings {
  FileSystem& files;
  Clock& clock;
  StatementGate* gate = nullptr;              // tests: makes chosen statements fail
  const char* vfs = nullptr;                  // tests: name of the SQLite VFS in place of the system's
  std::uint64_t segment_size = kSegmentSize;  // largest part of a stored file in bytes; tests have smaller ones

  VaultSurroundings of_vault() const { return {files, gate, vfs, segment_size}; }
};

/// An open record. One thread at a time may use it; record_access.h brings the work of other threads to that one.
class Record {
 public:
  /// Notes the head of the log in the headers, by which an older database is noticed that somebody puts in its place.
  ~Record();
  /// Makes a record in `folder`, which must not exist or be empty, and returns the code for the recovery sheet as it is
  /// shown. The new record is not open.
  static Result<crypto::SecretBuffer> create(const Surroundings& surroundings, const Path& folder,
                                             const TypedSecret& passphrase);
  /// Opens a record with its passphrase or recovery code, and settles what a crash or an older program left. Errors are
  /// those of Vault::open(). Where the folder cannot be written to, the record opens for reading.
  static Result<std::unique_ptr<Record>> open(const Surroundings& surroundings, const Path& folder,
                                              const TypedSecret& typed);
  /// Opens a record without settling anything. A restored record must begin a branch before any other entry, and what
  /// is settled makes entries.
  static Result<std::unique_ptr<Record>> open_unsettled(const Surroundings& surroundings, const Path& folder,
                                                        const TypedSecret& typed);

  Vault& vault() { return *m_vault; }
  const RecordKeys& keys() const { return m_keys; }
  const std::string& record_id() const { return m_record_id; }
  CustodyLog log() { return CustodyLog(m_vault->database()); }
  Clock& clock() { return m_surroundings.clock; }
  /// Begins one transaction with its log entries. For case_facts.h, people.h and others that write into the record from
  /// outside of this class.
  Result<std::unique_ptr<LogWriter>> write();

  /// How many copies were being sealed when the record was last closed, by a crash or by the key that hides. Their
  /// unfinished files were removed where the stick was still there.
  std::size_t unfinished_copies() const { return m_unfinished_copies; }

  // Keeping
  /// Makes a new item of a stored content. `usage`, `too_large` or `malformed` for an answer that cannot be given,
  /// `malformed` for a name over 4096 bytes or not in UTF-8, `not_found` where `about` is no item or was removed.
  Result<AddOutcome> add(const Addition& addition, StoredContent content);
  /// Makes an item of words or a note from text. `malformed` when the text is not UTF-8; `usage` when it is empty; else
  /// as add().
  Result<AddOutcome> add_text(const Addition& addition, std::string_view text);
  /// Makes items of many texts in one transaction: all or none. Errors as add_text().
  Result<std::vector<AddOutcome>> add_texts(const std::vector<std::pair<Addition, std::string>>& additions);
  /// Adds a version to a note and returns the version's number; the older versions stay. `usage` when the item is not a
  /// note or the text is empty, `malformed` when it is not UTF-8, `not_found` for an item that is not there.
  Result<int> rewrite_note(ItemNumber item, std::string_view text);
  /// Adds a reading to a conversation and returns the version's number; the older readings stay. `addition` has its
  /// `messages` and its `outline`. `usage` when the item is no conversation, `not_found` for one that is not there.
  Result<int> add_reading(ItemNumber conversation, const Addition& addition, StoredContent reading);
  /// Gives or changes answers. An empty value takes an answer back, and its older versions stay. `usage` for a question
  /// that is not on the list, `too_large` over kMostAnswerBytes, `malformed` when not UTF-8, `not_found`.
  Result<void> answer(ItemNumber item, const Answers& answers);
  /// Takes an item's content, answers and openings out of this record for good. The log keeps that there was an item,
  /// but not what it was: its entries can no longer be opened. `not_found` also when it was removed before.
  Result<void> remove(ItemNumber item);

  /// Adds an item of another continuation of this record, with all versions and answers, in one transaction.
  Result<AddOutcome> carry(CarriedItem item);

  // Looking
  /// `not_found` for a number that was never given; a removed item is still an item.
  Result<Item> item(ItemNumber number);
  /// One page of the items that match, newest first.
  Result<std::vector<ListedItem>> list(const ListQuery& query);
  /// All items that match, newest first unless the query orders by day: for a window that shows any part of them.
  Result<std::vector<ItemKey>> keys(const ListQuery& query);
  /// What a list shows of these items, in the order of `items`, without those that were removed.
  Result<std::vector<ListedItem>> rows(const std::vector<ItemNumber>& items);
  /// Everybody who is named as sender or as being in an item, by name.
  Result<std::vector<NamedPerson>> people();
  /// Notes beside this item that were not removed, oldest first.
  Result<std::vector<ItemNumber>> notes_about(ItemNumber item);
  /// The same for every item that has such notes, in one pass over the items: for a copy of many.
  Result<std::map<ItemNumber, std::vector<ItemNumber>>> all_notes_beside();
  /// How many items there are, without those that were removed.
  Result<std::uint64_t> count();
  /// Every tag that some item has now, each once, sorted.
  Result<std::vector<std::string>> all_tags();
  /// The numbers of all items, removed ones too, in order.
  Result<std::vector<ItemNumber>> all_items();
  /// Items that have a version in one of these objects.
  Result<std::vector<ItemNumber>> items_in_objects(const std::set<std::string>& objects);
  /// Items that have a version with this content, in order.
  Result<std::vector<ItemNumber>> items_with(const crypto::Sha256Digest& sha256);
  /// Opens the content of a version for reading. The record must outlive the source.
  Result<std::unique_ptr<ByteSource>> open_version(const ItemVersion& version);
  /// What is known of a file by its content; nothing when it was not looked at yet (look_at_file() of vault/intake does
  /// that).
  Result<std::optional<KnownFile>> known_file(const ContentRef& content);
  /// Keeps what is known of a file, unless something is known already; a picture that was not drawn yet gives way. A
  /// content that has gone meanwhile is no error.
  Result<void> keep_known_file(const ContentRef& content, const KnownFile& known);
  /// Remembers until note_views() that the keeper looked at an item: the log gets one entry for all looks while the
  /// record was open, and not one for each.
  void viewed(ItemNumber item) { m_viewed.insert(item); }
  /// Writes the looks since the last call into the log. Does nothing where nothing can be kept.
  Result<void> note_views();

  /// Recomputes everything: log, tree, signed head, every row against its opening, every content. Memory does not grow
  /// with the contents. What is wrong becomes a finding, and the check goes on where it can. `progress` counts bytes of
  /// contents; `cancelled` when it says so.
  Result<CheckReport> check(const Progress& progress = {});

  // Keys
  /// For when somebody may know the passphrase: new keys for all that is kept and signed from now on, a new passphrase
  /// and a new recovery code, which is returned. Backups made before keep their old keys, and whoever has those can
  /// read them for ever. vault().rewrap_objects() must be called next; it may be stopped and taken up again. `usage`
  /// when the passphrase is the one in use.
  Result<crypto::SecretBuffer> replace_keys(const TypedSecret& passphrase);
  /// Makes a branch of the log of a record that came from a backup: it goes on under a new key and a new name, with an
  /// entry that names the head it continues. Two records that grew apart can then be told apart. `reason` becomes a
  /// member of the entry: "restored".
  Result<void> start_branch(const char* reason);
  /// Writes the first entry of a new record into which a damaged one is salvaged. It names the head of the damaged
  /// record's log; null when that could not be read.
  Result<void> note_salvage(const Json& old_head);

  // Handing over: seal_copy() of vault/bundle calls these. The log and the table `exports` tell of every copy, finished
  // or not.
  /// Freezes the log for a new copy: pads it, signs its head and notes the copy as begun. `target` is the folder that
  /// the files go to, in UTF-8, where they are removed if the copy is never finished. `description` says what the copy
  /// is for and for whom; it stays in this record.
  Result<CopyTicket> begin_copy(const std::string& target, const Json& description);
  /// Writes the `export` entry of a copy whose files are finished. Only the copy's UUID and the digest of its tag
  /// manifest stand in clear. The rest stands in the opening, from which copies_made.h reads it.
  Result<void> finish_copy(const CopyTicket& ticket, const FinishedCopy& finished);
  /// Writes the `export-unfinished` entry of a copy that was begun. Its files are the caller's to remove.
  Result<void> abandon_copy(const std::string& bundle);
  /// The opening of an entry. Nothing where the entry never had one, or the opening was deleted with its item.
  Result<std::optional<std::string>> opening(EntryNumber sequence);

 private:
  Result<void> compare_with_headers();
  Result<NotedHead> present_head();
  Record(const Surroundings& surroundings, std::unique_ptr<Vault> vault, RecordKeys keys, std::string record_id)
      : m_surroundings(surroundings),
        m_vault(std::move(vault)),
        m_keys(std::move(keys)),
        m_record_id(std::move(record_id)) {}

  Database& database() { return m_vault->database(); }
  Result<void> settle();
  Result<AddOutcome> add_within(LogWriter& log, const Addition& addition, StoredContent& content,
                                const Json& brought = nullptr);
  Result<void> add_version(LogWriter& log, ItemNumber item, int number, const Addition& addition, std::int64_t content,
                           const ContentFacts& facts, const Json& brought = nullptr);
  Result<void> answer_within(LogWriter& log, ItemNumber item, const Answers& answers);
  Result<EntryNumber> append_about(LogWriter& log, const char* type, ItemNumber item,
                                   const std::optional<std::string>& opening, Json more = Json::object());
  Result<int> add_newest(LogWriter& log, const Item& item, const Addition& addition, StoredContent& content);
  Result<void> require_present(ItemNumber item);

  Surroundings m_surroundings;
  std::unique_ptr<Vault> m_vault;
  RecordKeys m_keys;
  std::string m_record_id;
  std::set<ItemNumber> m_viewed;
  std::size_t m_unfinished_copies = 0;
  bool m_follows_headers = false;  // its log goes on from the head that the headers know of
};

}  // namespace daybook::vault
