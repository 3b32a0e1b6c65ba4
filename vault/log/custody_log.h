#pragma once

#include "crypto/tlog_proof.h"
#include "vault/log/clock.h"
#include "vault/log/entry.h"
#include "vault/store/database.h"

namespace daybook::vault {

// The append-only log of a record (vault/format.md). By itself a log that its owner signs says nothing
// about when: the owner could have written it anew. It does show that what was once handed out has not been changed
// since.

/// Name and key of a log.
struct LogIdentity {
  std::string origin;
  crypto::SigningKey key;

  crypto::NoteVerifier verifier() const { return {origin, key.public_key()}; }
};

/// Reading. All of these work inside and outside of a transaction.
class CustodyLog {
 public:
  explicit CustodyLog(Database& database) : m_database(&database) {}

  /// Number of entries under the last signed head, and that head's signed note.
  struct Head {
    std::uint64_t size;
    std::string note;
  };
  Result<Head> head();
  Result<std::string> entry_line(EntryNumber sequence);
  Result<crypto::TreeHash> node(int level, std::uint64_t position);
  crypto::NodeLookup lookup();

 private:
  Database* m_database;
};

/// One transaction with the entries that describe it. Nothing is kept unless commit() returns well.
class LogWriter {
 public:
  /// Begins the transaction and holds the stored tree against the last signed head; `damaged` when they differ.
  static Result<std::unique_ptr<LogWriter>> begin(Database& database, const LogIdentity& identity, Clock& clock);
  /// The same inside a transaction that the caller has begun, for the first entries of a new log.
  static Result<std::unique_ptr<LogWriter>> within(Database& database, const LogIdentity& identity, Clock& clock);

  /// Appends; returns the number of the entry. Before the first entry, a jump of the clock gets an entry of its own.
  Result<EntryNumber> append(const EntryDraft& draft);
  /// Random entries up to the next multiple of 64, so that the size and the positions tell little.
  Result<void> append_fillers();

  std::uint64_t size() const { return m_size; }
  /// The clock as this transaction first saw it: everything in one transaction has one time.
  const Instant& now() const { return m_now; }
  /// Signs the new head, stores it and commits.
  Result<void> commit();
  Result<void> sign_head();
  /// From here on the head is signed with another key: after an entry that says so.
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
  std::vector<crypto::TreeNode> m_edge;  // the last node of each level, so that appending reads nothing
};

}  // namespace daybook::vault
