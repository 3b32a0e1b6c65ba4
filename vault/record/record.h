#pragma once

#include <set>

#include "vault/record/carry.h"
#include "vault/record/check.h"
#include "vault/record/hand_over.h"
#include "vault/record/keeping.h"
#include "vault/record/looking.h"
#include "vault/record/picture_facts.h"
#include "vault/record/record_keys.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {

// The record: what a keeper keeps, with its log. This is the header to read first.
//
//   Record::create   makes one and gives the code for the recovery sheet
//   Record::open     opens it with the passphrase or that code
//   add, write_note, answer, remove, list, search, item, check ...
//
// What is said of the case and of people, and what the window remembers, have headers of their own: case_facts.h,
// people.h, preferences.h.
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

class Record {
 public:
  static Result<crypto::SecretBuffer> create(const Surroundings& surroundings, const Path& folder,
                                             const TypedSecret& passphrase);
  static Result<std::unique_ptr<Record>> open(const Surroundings& surroundings, const Path& folder,
                                              const TypedSecret& typed);
  /// The same without settling what a crash or an older program left: for who has to begin a branch before any entry.
  static Result<std::unique_ptr<Record>> open_unsettled(const Surroundings& surroundings, const Path& folder,
                                                        const TypedSecret& typed);

  Vault& vault() { return *m_vault; }
  const RecordKeys& keys() const { return m_keys; }
  const std::string& record_id() const { return m_record_id; }
  CustodyLog log() { return CustodyLog(m_vault->database()); }
  Clock& clock() { return m_surroundings.clock; }
  /// Begins one transaction with its entries, for what has a header of its own. `read_only` where nothing is kept.
  Result<std::unique_ptr<LogWriter>> write();

  /// Copies that were being sealed when the record was last closed, by a crash or by hiding: what was unfinished of
  /// them was removed where it still lay.
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
  Result<std::optional<std::string>> opening(EntryNumber sequence);

 private:
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

}  // namespace daybook::vault
