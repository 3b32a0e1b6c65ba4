#pragma once

#include <memory>
#include <optional>

#include "crypto/secret.h"
#include "vault/store/file_system.h"

struct sqlite3;
struct sqlite3_stmt;

namespace daybook::vault {

/// A seam for tests: asked before every statement is stepped, and may make it fail. The SQL holds no values.
class StatementGate {
 public:
  virtual ~StatementGate() = default;
  virtual Result<void> before(std::string_view sql) = 0;
};

/// Statements that were prepared before, by their SQL: preparing costs more than running most of them.
struct StatementCache;

/// One prepared statement. Binding never fails but for memory, which ends the process.
class Statement {
 public:
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view text);
  /// Numbers that are types of their own become plain ones here and in number(), nowhere else.
  template <class Number>
  requires std::is_enum_v<Number> Statement& bind(Number value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind_blob(ByteView bytes);
  Statement& bind_null();
  template <class T>
  Statement& bind_optional(const std::optional<T>& value) {
    return value ? bind(*value) : bind_null();
  }

  /// True when there is a row, false at the end.
  Result<bool> step();
  /// For statements without rows.
  Result<void> run();
  /// Ready for new values; also lets go of the rows.
  void reset();

  std::int64_t integer(int column) const;
  template <class Number>
  requires std::is_enum_v<Number> Number number(int column)
  const { return static_cast<Number>(integer(column)); }
  std::string text(int column) const;
  /// Valid until the next step.
  ByteView blob(int column) const;
  bool is_null(int column) const;

 private:
  friend class Database;
  Statement(sqlite3_stmt* statement, StatementGate* gate, std::shared_ptr<StatementCache> cache);
  sqlite3_stmt* m_statement;
  std::shared_ptr<StatementCache> m_cache;  // goes back there
  StatementGate* m_gate;
  int m_next = 1;
};

struct DatabaseOptions {
  bool create = false;
  /// For a folder that cannot be written to: no lock, no journal; the file must have been closed cleanly.
  bool read_only = false;
  StatementGate* gate = nullptr;
  const char* vfs = nullptr;  // name of a registered SQLite VFS; nullptr is the system's
};

/// The SQLCipher database of a record. One thread at a time.
class Database {
 public:
  /// `key` is 48 bytes: raw key and salt. `damaged` when the file is not ours or was changed where we looked.
  static Result<Database> open(const Path& path, const crypto::SecretBuffer& key, const DatabaseOptions& options);
  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;

  Result<Statement> prepare(std::string_view sql);
  /// One statement without values and rows.
  Result<void> execute(std::string_view sql);
  /// Several statements, for the schema.
  Result<void> execute_script(const std::string& sql);
  std::int64_t last_row() const;
  template <class Number>
  requires std::is_enum_v<Number> Number last_number()
  const { return static_cast<Number>(last_row()); }
  /// The encrypted file itself, read through SQLite's own handle (opening it a second time would drop SQLite's locks on
  /// some systems). Whole and consistent as long as no transaction is begun. Must not outlive the database.
  Result<std::unique_ptr<ByteSource>> encrypted_file();
  /// Copies every page into another, empty database, which encrypts them with its own key. One transaction there.
  Result<void> copy_into(Database& target);

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  Database() = default;
  Result<void> configure(const DatabaseOptions& options);

  std::unique_ptr<sqlite3, Closer> m_database;
  std::shared_ptr<StatementCache> m_cache;
  StatementGate* m_gate = nullptr;
};

/// Rolls back when destroyed before commit() has returned well.
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
