#include "vault/store/database.h"

#include <sqlite3.h>

#include <unordered_map>

#include "crypto/encoding.h"
#include "crypto/hkdf.h"
#include "vault/store/guarded_vfs.h"
#include "vault/store/own_changes.h"
#include "vault/store/wiping_memory.h"

namespace daybook::vault {
namespace {

Error from_sqlite(sqlite3* database, int code) {
  // SQLite's own message may quote values, so the detail has only the name of the code.
  const std::string detail = "records: " + std::string(sqlite3_errstr(code));
  if (code == SQLITE_CANTOPEN_SYMLINK) return {ErrorCode::unsupported, "records is a link that cannot be followed"};
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {ErrorCode::disk_full, detail};
    case SQLITE_READONLY:
      return {ErrorCode::read_only, detail};
    case SQLITE_CANTOPEN:
      return {ErrorCode::not_found, detail};
    case SQLITE_PERM:
      return {ErrorCode::permission, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::in_use, detail};
    // SQLCipher reports a page that does not authenticate as lack of memory; a real lack ends the process in the
    // allocator.
    case SQLITE_NOMEM:
      return {ErrorCode::damaged, "records: a page was changed"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::damaged, detail};
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_CONSTRAINT:
      // Our statements fail like this only where the tables are not as we made them, or a guard in the schema stopped a
      // change that we never make.
      return {ErrorCode::damaged,
              detail + ": " + (database != nullptr ? std::to_string(sqlite3_extended_errcode(database)) : "")};
    default:
      return {ErrorCode::input_output, detail};
  }
}

// SQLCipher takes a raw key as the text x'<64 hex><32 hex>'.
crypto::SecretBuffer key_text(const crypto::SecretBuffer& key) {
  DAYBOOK_ASSERT(key.size() == 48);
  static constexpr char kDigits[] = "0123456789abcdef";
  crypto::SecretBuffer text(3 + 2 * key.size());
  const MutableByteView t = text.expose_mutable();
  t[0] = 'x';
  t[1] = '\'';
  for (std::size_t i = 0; i < key.size(); ++i) {
    t[2 + 2 * i] = static_cast<std::uint8_t>(kDigits[key.expose()[i] >> 4]);
    t[3 + 2 * i] = static_cast<std::uint8_t>(kDigits[key.expose()[i] & 15]);
  }
  t[t.size() - 1] = '\'';
  return text;
}

}  // namespace

// Goes before the connection, unless a statement outlives that. Closing the file of own_changes drops the lock of
// SQLite on some systems, and nothing is written any more by then.
struct StatementCache {
  std::unordered_multimap<std::string, sqlite3_stmt*> idle;
  OwnChanges own_changes;
  ~StatementCache() {
    for (const auto& [sql, statement] : idle) sqlite3_finalize(statement);
  }
};

// Statements in use may outlive the Database. sqlite3_close_v2() closes the connection when the last of them goes.
void Database::Closer::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Result<Database> Database::open(const Path& path, const crypto::SecretBuffer& key, const DatabaseOptions& options) {
  use_wiping_memory();
  Database result;
  result.m_gate = options.gate;
  result.m_secrets_key = crypto::derive_key<crypto::AeadKey>(key.expose(), {}, "secrets");
  result.m_cache = std::make_shared<StatementCache>();
  // No link at the path itself is followed (SQLITE_OPEN_NOFOLLOW), but the folder may be reached by one: a keeper may
  // have her records on another disk.
  std::error_code error;
  const Path folder = std::filesystem::canonical(path.parent_path().empty() ? Path(".") : path.parent_path(), error);
  std::string name = to_utf8(error ? path : folder / path.filename());
  int flags = options.read_only ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
                                : SQLITE_OPEN_READWRITE | (options.create ? SQLITE_OPEN_CREATE : 0);
  flags |= SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
  if (options.read_only) {
    std::string escaped;
    for (const char c : name) escaped += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string(1, c);
    name = "file:" + escaped + "?immutable=1";
  }
  sqlite3* database = nullptr;
  const int opened =
      sqlite3_open_v2(name.c_str(), &database, flags, options.vfs != nullptr ? options.vfs : guarded_vfs());
  result.m_database.reset(database);
  if (opened != SQLITE_OK) return from_sqlite(database, opened);
  const crypto::SecretBuffer text = key_text(key);
  const int keyed = sqlite3_key_v2(database, "main", text.expose().data(), static_cast<int>(text.size()));
  if (keyed != SQLITE_OK) return from_sqlite(database, keyed);
  TRY(result.configure(options));
  if (!options.read_only) {
    if (auto file = operating_system_files().open_unfollowed(error ? path : folder / path.filename()))
      result.m_cache->own_changes.begin_with(std::move(*file));
  }
  result.m_cache->own_changes.remember(database);
  return result;
}

Result<void> Database::configure(const DatabaseOptions& options) {
  TRY(execute("PRAGMA cipher_page_size = 4096"));
  TRY(execute("PRAGMA cipher_log = 'off'"));
  if (!options.read_only) {
    TRY(execute("PRAGMA locking_mode = EXCLUSIVE"));
    // TRUNCATE and not WAL, because a flipped byte in a WAL silently drops changes that were committed, and because WAL
    // is unsafe on FAT.
    TRY(execute("PRAGMA journal_mode = TRUNCATE"));
    TRY(execute("PRAGMA synchronous = EXTRA"));
    TRY(execute("PRAGMA secure_delete = ON"));
  }
  TRY(execute("PRAGMA foreign_keys = ON"));
  TRY(execute("PRAGMA trusted_schema = OFF"));
  TRY(execute("PRAGMA cell_size_check = ON"));
  TRY(execute("PRAGMA mmap_size = 0"));
  // Nothing has been read so far, so a wrong key or a foreign file shows here.
  return execute("SELECT count(*) FROM sqlite_schema");
}

Result<Statement> Database::prepare(std::string_view sql) {
  if (auto node = m_cache->idle.extract(std::string(sql)); !node.empty())
    return Statement(node.mapped(), m_gate, m_cache);
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(m_database.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (code != SQLITE_OK) return from_sqlite(m_database.get(), code);
  return Statement(statement, m_gate, m_cache);
}

namespace {

constexpr std::string_view kBegin = "BEGIN IMMEDIATE";

// A file that somebody removed or moved away goes on to take what is written, and nobody would find it there. SQLite
// looks for that only when it makes a journal, and ours stays.
Result<void> require_in_place(sqlite3* database) {
  int has_moved = 0;
  const int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  if (code == SQLITE_OK && has_moved != 0) return Error{ErrorCode::damaged, "records: not in their place"};
  return {};
}

}  // namespace

Result<void> Database::execute(std::string_view sql) {
  if (sql == kBegin) {
    TRY(require_in_place(m_database.get()));
    TRY(m_cache->own_changes.require_no_others(m_database.get()));
  }
  TRY_ASSIGN(Statement statement, prepare(sql));
  for (;;) {  // a pragma answers with a row, which is passed over
    TRY_ASSIGN(const bool row, statement.step());
    if (!row) break;
  }
  if (sqlite3_get_autocommit(m_database.get()) != 0) m_cache->own_changes.remember(m_database.get());
  return {};
}

Result<void> Database::execute_script(const std::string& sql) {
  if (m_gate != nullptr) TRY(m_gate->before(sql));
  const int code = sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return from_sqlite(m_database.get(), code);
  if (sqlite3_get_autocommit(m_database.get()) != 0) m_cache->own_changes.remember(m_database.get());
  return {};
}

namespace {

class EncryptedFile final : public ByteSource {
 public:
  EncryptedFile(sqlite3_file* file, std::uint64_t size) : m_file(file), m_size(size) {}
  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    const int code = m_file->pMethods->xRead(m_file, target.data(), static_cast<int>(target.size()),
                                             static_cast<sqlite3_int64>(offset));
    return code == SQLITE_OK ? Result<void>() : Result<void>(Error{ErrorCode::input_output, "records"});
  }

 private:
  sqlite3_file* m_file;
  std::uint64_t m_size;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> Database::encrypted_file() {
  sqlite3_file* file = nullptr;
  sqlite3_int64 size = 0;
  const int code = sqlite3_file_control(m_database.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code != SQLITE_OK || file == nullptr || file->pMethods == nullptr ||
      file->pMethods->xFileSize(file, &size) != SQLITE_OK)
    return Error{ErrorCode::input_output, "records"};
  return std::unique_ptr<ByteSource>(std::make_unique<EncryptedFile>(file, static_cast<std::uint64_t>(size)));
}

Result<void> Database::copy_into(Database& target) {
  if (m_gate != nullptr) TRY(m_gate->before("copy"));
  sqlite3_backup* copy = sqlite3_backup_init(target.m_database.get(), "main", m_database.get(), "main");
  if (copy == nullptr) return from_sqlite(target.m_database.get(), sqlite3_errcode(target.m_database.get()));
  const int stepped = sqlite3_backup_step(copy, -1);
  const int finished = sqlite3_backup_finish(copy);
  if (stepped != SQLITE_DONE) return from_sqlite(target.m_database.get(), stepped);
  if (finished != SQLITE_OK) return from_sqlite(target.m_database.get(), finished);
  target.m_cache->own_changes.remember(target.m_database.get());
  return {};
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(m_database.get()); }

Statement::Statement(sqlite3_stmt* statement, StatementGate* gate, std::shared_ptr<StatementCache> cache)
    : m_statement(statement), m_cache(std::move(cache)), m_gate(gate) {}
Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)),
      m_cache(std::move(other.m_cache)),
      m_gate(other.m_gate),
      m_next(other.m_next) {}
Statement::~Statement() {
  if (m_statement == nullptr) return;
  reset();  // a statement in the cache must hold neither rows nor values
  m_cache->idle.emplace(sqlite3_sql(m_statement), m_statement);
}

Statement& Statement::bind(std::int64_t value) {
  DAYBOOK_ASSERT(sqlite3_bind_int64(m_statement, m_next++, value) == SQLITE_OK);
  return *this;
}
Statement& Statement::bind(std::string_view text) {
  DAYBOOK_ASSERT(sqlite3_bind_text64(m_statement, m_next++, text.data() == nullptr ? "" : text.data(), text.size(),
                                     SQLITE_TRANSIENT, SQLITE_UTF8) == SQLITE_OK);
  return *this;
}
Statement& Statement::bind_blob(ByteView bytes) {
  static constexpr std::uint8_t kNothing = 0;
  DAYBOOK_ASSERT(sqlite3_bind_blob64(m_statement, m_next++, bytes.empty() ? &kNothing : bytes.data(), bytes.size(),
                                     SQLITE_TRANSIENT) == SQLITE_OK);
  return *this;
}
Statement& Statement::bind_null() {
  DAYBOOK_ASSERT(sqlite3_bind_null(m_statement, m_next++) == SQLITE_OK);
  return *this;
}

Result<bool> Statement::step() {
  if (m_gate != nullptr) TRY(m_gate->before(sqlite3_sql(m_statement)));
  const int code = sqlite3_step(m_statement);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return from_sqlite(sqlite3_db_handle(m_statement), code);
}

Result<void> Statement::run() {
  TRY_ASSIGN(const bool row, step());
  DAYBOOK_ASSERT(!row);
  reset();
  return {};
}

void Statement::reset() {
  sqlite3_reset(m_statement);
  sqlite3_clear_bindings(m_statement);
  m_next = 1;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
std::string Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
  return text == nullptr ? std::string()
                         : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}
ByteView Statement::blob(int column) const {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}
bool Statement::is_null(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

Result<Transaction> Transaction::begin(Database& database) {
  TRY(database.execute(kBegin));
  return Transaction(database);
}

Transaction::~Transaction() {
  if (m_database != nullptr) (void)m_database->execute_script("ROLLBACK");
}

Result<void> Transaction::commit() {
  TRY(m_database->execute("COMMIT"));
  m_database = nullptr;
  return {};
}

}  // namespace daybook::vault
