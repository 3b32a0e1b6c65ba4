#pragma once

#include <memory>
#include <optional>

#include "crypto/aead.h"
#include "vault/store/file_system.h"

struct sqlite3;
struct sqlite3_stmt;

namespace daybook::vault {

/// Lets tests make any statement fail: the gate is asked before every step of a statement, with its SQL, in which no
/// values stand.
class StatementGate {
 public:
  virtual ~StatementGate() = default;
  virtual Result<void> before(std::string_view sql) = 0;
};

/// A number that is a type of its own, so that the compiler finds one that stands in the place of another.
template <class Number>
concept TypedNumber = std::is_enum_v<Number>;

/// Prepared statements that are not in use, by their SQL. Most statements cost more to prepare than to run.
struct StatementCache;

/// One prepared statement. Each bind takes the next `?` of the SQL and copies the value. A bind that fails is a mistake
/// of ours, or a lack of memory, and ends the process.
class Statement {
 public:
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view text);
  /// A number that is a type of its own, such as ItemNumber. It becomes a plain one here and in number(), and nowhere
  /// else.
  template <TypedNumber Number>
  Statement& bind(Number value) {
    return bind(static_cast<std::int64_t>(value));
  }
  Statement& bind_blob(ByteView bytes);
  Statement& bind_null();
  template <class T>
  Statement& bind_optional(const std::optional<T>& value) {
    return value ? bind(*value) : bind_null();
  }

  /// Goes to the next row. True when there is one, false at the end. Errors are those of Database.
  Result<bool> step();
  /// Runs a statement that has no rows, and makes it ready for new values.
  Result<void> run();
  /// Makes the statement ready for new values, and lets go of its rows, which SQLite keeps locked until then.
  void reset();

  std::int64_t integer(int column) const;
  template <TypedNumber Number>
  Number number(int column) const {
    return static_cast<Number>(integer(column));
  }
  std::string text(int column) const;
  /// Valid until the next step() or reset().
  ByteView blob(int column) const;
  bool is_null(int column) const;

 private:
  friend class Database;
  Statement(sqlite3_stmt* statement, StatementGate* gate, std::shared_ptr<StatementCache> cache);
  sqlite3_stmt* m_statement;
  std::shared_ptr<StatementCache> m_cache;  // takes the statement back when this object goes
  StatementGate* m_gate;
  int m_next = 1;
};

struct DatabaseOptions {
  bool create = false;
  /// Opens a database in a folder that cannot be written to. No lock is taken and no journal is looked at, so the file
  /// must have been closed cleanly.
  bool read_only = false;
  StatementGate* gate = nullptr;
  const char* vfs = nullptr;  // name of a registered SQLite VFS; nullptr is the system's
};

/// The SQLCipher database of a record, for one thread at a time. Errors of all functions: `damaged` for bytes that were
/// changed and for statements that do not fit the tables, `disk_full`, `read_only`, `not_found`, `permission`,
/// `in_use`, else `input_output`. The detail never quotes a value.
class Database {
 public:
  /// `key` is 48 bytes: raw key and salt. `damaged` when the key does not fit, or the file was changed in the part that
  /// is read first. An empty file opens with every key.
  static Result<Database> open(const Path& path, const crypto::SecretBuffer& key, const DatabaseOptions& options);
  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;

  Result<Statement> prepare(std::string_view sql);
  /// Runs one statement without values. Rows of it are passed over.
  Result<void> execute(std::string_view sql);
  /// Runs several statements without values.
  Result<void> execute_script(const std::string& sql);
  /// The key that wraps what must not lie open in SQLite's memory (store_secret()). It follows from the key of the
  /// database, and is held in locked memory.
  const crypto::AeadKey& secrets_key() const { return m_secrets_key; }
  /// The row id of the last row that was inserted.
  std::int64_t last_row() const;
  template <TypedNumber Number>
  Number last_number() const {
    return static_cast<Number>(last_row());
  }
  /// The encrypted file itself, read through SQLite's own handle, because on some systems a second one would drop
  /// SQLite's locks when it is closed. The file is whole and consistent as long as no transaction is begun. The source
  /// must not outlive the database.
  Result<std::unique_ptr<ByteSource>> encrypted_file();
  /// Copies every page into another, empty database, which encrypts them with its own key, in one transaction there.
  Result<void> copy_into(Database& target);

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  Database() = default;
  Result<void> configure(const DatabaseOptions& options);

  std::unique_ptr<sqlite3, Closer> m_database;
  crypto::AeadKey m_secrets_key;
  std::shared_ptr<StatementCache> m_cache;
  StatementGate* m_gate = nullptr;
};

/// A transaction that is rolled back when it is destroyed before commit() has returned without an error. The database
/// must outlive it.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(Database& database) : m_database(&database) {}
  Database* m_database;
};

}  // namespace daybook::vault
