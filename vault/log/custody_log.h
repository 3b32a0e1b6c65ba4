#pragma once

#include "crypto/tlog_proof.h"
#include "vault/log/clock.h"
#include "vault/log/entry.h"
#include "vault/store/database.h"

namespace daybook::vault {

// The append-only log of a record (vault/format.md). A log says nothing about when its entries were made, because its
// keeper signs it and could have written it anew. It does show that what was once handed out has not been changed
// since.

/// Name and signing key of a log.
struct LogIdentity {
  std::string origin;
  crypto::SigningKey key;

  crypto::NoteVerifier verifier() const { return {origin, key.public_key()}; }
};

/// Reads the log, inside and outside of a transaction. The database must outlive it.
class CustodyLog {
 public:
  explicit CustodyLog(Database& database) : m_database(&database) {}

  struct Head {
    std::uint64_t size;  // entries that the head covers
    std::string note;    // the head as a signed note (crypto/signed_note.h)
  };
  /// The last head that was signed, of size 0 and without a note when there is none.
  Result<Head> head();
  /// The line of an entry. `damaged` when it is not there.
  Result<std::string> entry_line(EntryNumber sequence);
  /// All entries of one type, oldest first. `damaged` where one of them cannot be read.
  Result<std::vector<Entry>> entries_of(const char* type);
  /// The hash of a complete subtree, as crypto::NodeLookup counts them. `damaged` when it is not there.
  Result<crypto::TreeHash> node(int level, std::uint64_t position);
  /// node() as a function, which must not outlive this object.
  crypto::NodeLookup lookup();

 private:
  Database* m_database;
};

/// A transaction in which entries are appended. A change of the record and the entry that tells of it belong into one
/// transaction, so that there is never one without the other. Nothing is kept unless commit() returns without an error.
/// Database and identity must outlive the writer.
class LogWriter {
 public:
  /// Begins a transaction and holds the stored tree against the last signed head. `damaged` when they differ,
  /// `does_not_match` when the head is not signed by `identity`.
  static Result<std::unique_ptr<LogWriter>> begin(Database& database, const LogIdentity& identity, Clock& clock);
  /// Writes inside a transaction that the caller has begun and commits, after sign_head(). Errors are those of begin().
  static Result<std::unique_ptr<LogWriter>> within(Database& database, const LogIdentity& identity, Clock& clock);

  /// Appends an entry and returns its number. When the clock was set since the last transaction, a `clock` entry comes
  /// first. `too_large` above kMostEntryBytes.
  Result<EntryNumber> append(const EntryDraft& draft);
  /// Appends `filler` entries up to the next multiple of 64, so that a copy, which tells the size of the log, tells
  /// little about how much is in the record.
  Result<void> append_fillers();

  std::uint64_t size() const { return m_size; }
  /// The time of all entries of this transaction: that of its beginning.
  const Instant& now() const { return m_now; }
  /// Signs the new head, stores it and commits the transaction of begin().
  Result<void> commit();
  /// Signs the new head and stores it, without a commit.
  Result<void> sign_head();
  /// Has the head signed by another identity, which must outlive the writer. An entry that says so must come before.
  void continue_as(const LogIdentity& next) { m_identity = &next; }

 private:
  LogWriter(Database& database, const LogIdentity& identity, Clock& clock);
  Result<void> load();
  Result<void> note_clock();
  Result<EntryNumber> append_line(const EntryDraft& draft);

  Database* m_database;
  const LogIdentity* m_identity;
  Instant m_now;
  std::optional<Transaction> m_transaction;
  std::uint64_t m_size = 0;
  crypto::TreeHash m_previous{};
  std::int64_t m_last_time = 0;
  bool m_clock_noted = false;
  std::vector<crypto::TreeNode> m_edge;  // the last node of each level, so that appending seldom reads the database
};

}  // namespace daybook::vault
